import { access } from "./access.js";
import { capacity } from "./capacity.js";
import { egress } from "./egress.js";
import type { Schema } from "./fields.js";
import { block, define, field, flag, form, list, mapOf, oneOf, required, text } from "./fields.js";
import { health } from "./health.js";
import { image } from "./image.js";
import { logs } from "./logs.js";
import { namePattern, variableNamePattern } from "./patterns.js";
import { route } from "./route.js";
import { deploy, scale } from "./scale.js";
import { size } from "./size.js";
import { command, environmentValue } from "./text.js";
import { port } from "./values.js";

const secret = (): Schema =>
  form(
    "secret:name, secret:name#jsonKey, ssm:/path or the ARN of a secret or parameter",
    /^(?:secret:|ssm:\/|arn:aws[a-z-]*:(?:secretsmanager|ssm):)/,
  );
const variableName = "a name of letters, digits, _ . and -, not starting with a digit";

export const service: Schema = define(
  "Service",
  block({
    kind: field(
      "web answers requests of the load balancer, backend those of other services, worker none; inferred when left out.",
      oneOf("web", "backend", "worker"),
    ),
    image: required("What the container runs.", image, "nginx:1.27", { build: "services/api" }),
    size: field("CPU, memory, disk and processor of a task.", size, { cpu: 256, memory: 512 }),
    capacity: field("Where the tasks run, instead of the cluster's capacity.", capacity, "spot"),
    port: field("Port on which the container listens.", port(), 8080),
    route: field("Requests of the load balancer that lead here.", route, "/api/*"),
    routes: field("Several routes, instead of `route`.", list(route, "a list of routes", 1)),
    health: field("How to tell that a task is well.", health, "/healthz"),
    command: field("Command instead of the image's own.", command(), ["npm", "run", "worker"]),
    environment: field(
      "Environment variables; may hold ${services.<name>.url} and ${resources.<Name>.name}, or be ssm:/path.",
      mapOf(variableNamePattern, variableName, environmentValue(), "a map of names to values"),
      { LOG_LEVEL: "info" },
    ),
    secrets: field(
      "Environment variables whose values are kept in Secrets Manager or SSM.",
      mapOf(variableNamePattern, variableName, secret(), "a map of names to references"),
      { DATABASE_URL: "secret:shop/db#url" },
    ),
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
