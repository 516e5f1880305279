import { access } from "./access.js";
import { capacity } from "./capacity.js";
import { dependsOn, processSettings, variables } from "./container.js";
import { egress } from "./egress.js";
import type { Schema } from "./fields.js";
import { block, define, field, flag, list, oneOf, required, text } from "./fields.js";
import { health } from "./health.js";
import { image } from "./image.js";
import { listeners } from "./listener.js";
import { logs } from "./logs.js";
import { namePattern } from "./patterns.js";
import { route } from "./route.js";
import { deploy, scale } from "./scale.js";
import { containers } from "./sidecar.js";
import { size } from "./size.js";
import { port } from "./values.js";
import { volumes } from "./volume.js";

export const service: Schema = define(
  "Service",
  block({
    kind: field(
      "web answers requests of the load balancer, backend those of other services, worker none, network connections on `listeners`; inferred when left out.",
      oneOf("web", "backend", "worker", "network"),
    ),
    image: required("What the container runs.", image, "nginx:1.27", { build: "services/api" }),
    size: field("CPU, memory, disk and processor of a task.", size, { cpu: 256, memory: 512 }),
    capacity: field("Where the tasks run, instead of the cluster's capacity.", capacity, "spot"),
    port: field("Port on which the container listens.", port(), 8080),
    route: field("Requests of the load balancer that lead here.", route, "/api/*"),
    routes: field("Several routes, instead of `route`.", list(route, "a list of routes", 1)),
    listeners: field(
      "Ports of a network load balancer that lead here.",
      listeners,
      [1883],
      [{ port: 8883, protocol: "tls", target: 1883, certificate: "ssm:/certificates/mqtt" }],
    ),
    publicIp: field("Give each task of a network service an address of its own instead.", flag()),
    health: field("How to tell that a task is well.", health, "/healthz"),
    ...processSettings,
    ...variables,
    dependsOn: field(
      "Sidecars that must have come this far before the service's own container starts.",
      dependsOn,
      {
        otel: "healthy",
      },
    ),
    containers: field("Sidecars by name: further containers of each task.", containers, {
      otel: { image: "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2", essential: false },
    }),
    volumes: field("Folders that containers share, and that may outlive the task.", volumes, {
      tmp: "/tmp",
      data: { efs: "Shared", path: "/data" },
    }),
    connects: field(
      "Services and resources that this one talks to; nothing else is let through.",
      list(text("a name of a service or resource", /^[A-Za-z]/), "a list of names"),
      ["worker"],
    ),
    egress: field("Where the tasks may connect to beyond `connects`.", egress, "internet"),
    access: field("What the tasks may do with AWS, by resource name.", access, { Files: "read-write" }),
    scale: field("How many tasks run.", scale, 3, { min: 2, max: 10, cpu: 70 }),
    deploy: field("How a new version replaces the old one.", deploy),
    logs: field("How long the log is kept.", logs, "30d"),
    exec: field("Allow a shell in running containers through ECS Exec.", flag()),
    alarms: field("Make alarms for this service.", flag()),
    subnets: field(
      "private, public, or a name of `network.import.subnets`.",
      text("private, public or a name of network.import.subnets", namePattern),
      "private",
    ),
  }),
);
