import { processSettings, variables } from "./container.js";
import { deploy } from "./deploy.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, oneOf, required, text } from "./fields.js";
import { health } from "./health.js";
import { listeners, networkBalancer } from "./listener.js";
import { namePattern } from "./patterns.js";
import { route } from "./route.js";
import { scale } from "./scale.js";
import { serviceConnect } from "./service-connect.js";
import { taskFields } from "./task.js";
import { port } from "./values.js";

const servicePort: Schema = define(
  "Port",
  either(
    "a port such as 9000, or a map of port, name and protocol",
    port(),
    block({
      port: required("Port on which the container listens.", port(), 9000),
      name: field(
        "Name for `connects` and `serviceConnect`.",
        text("a name such as admin", namePattern),
        "admin",
      ),
      protocol: field(
        "What the container speaks there, for Service Connect; tcp when left out.",
        oneOf("http", "http2", "grpc", "tcp"),
        "grpc",
      ),
    }),
  ),
);

export const service: Schema = define(
  "Service",
  block({
    kind: field(
      "web answers requests of the load balancer, backend those of other services, worker none, network connections on `listeners`; inferred when left out.",
      oneOf("web", "backend", "worker", "network"),
    ),
    image: taskFields.image,
    size: taskFields.size,
    capacity: taskFields.capacity,
    port: field("Port on which the container listens.", port(), 8080),
    ports: field("Its further ports, or all of them.", list(servicePort, "a list of ports"), [
      { port: 9000, name: "admin", protocol: "http" },
    ]),
    route: field("Requests of the load balancer that lead here.", route, "/api/*"),
    routes: field("Several routes, instead of `route`.", list(route, "a list of routes", 1)),
    listeners: field(
      "Ports of a network load balancer that lead here.",
      listeners,
      [1883],
      [{ port: 8883, protocol: "tls", target: 1883, certificate: "ssm:/certificates/mqtt" }],
    ),
    loadBalancer: field("The network load balancer of this service's listeners.", networkBalancer, {
      scheme: "internal",
    }),
    publicIp: field("Give each task of a network service an address of its own instead.", flag()),
    health: field("How to tell that a task is well.", health, "/healthz"),
    ...processSettings,
    ...variables,
    dependsOn: taskFields.dependsOn,
    containers: taskFields.containers,
    volumes: taskFields.volumes,
    connects: taskFields.connects,
    serviceConnect: field(
      "Take part in Service Connect: true with a port that others reach, client without.",
      serviceConnect,
      { alias: "orders", timeouts: { request: "30s" } },
    ),
    egress: taskFields.egress,
    access: taskFields.access,
    taskRole: taskFields.taskRole,
    scale: field("How many tasks run.", scale, 3, { min: 2, max: 10, cpu: 70 }),
    deploy: field("How a new version replaces the old one.", deploy, {
      strategy: "canary",
      alarms: ["errors"],
    }),
    logs: taskFields.logs,
    exec: field("Allow a shell in running containers through ECS Exec.", flag()),
    alarms: taskFields.alarms,
    tracing: taskFields.tracing,
    subnets: taskFields.subnets,
    securityGroups: taskFields.securityGroups,
  }),
);
