import { access } from "./access.js";
import { alarms } from "./alarms.js";
import { capacity } from "./capacity.js";
import { dependsOn } from "./container.js";
import { egress } from "./egress.js";
import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, list, oneOf, required, text } from "./fields.js";
import { image } from "./image.js";
import { logs } from "./logs.js";
import { namePattern } from "./patterns.js";
import { containers } from "./sidecar.js";
import { size } from "./size.js";
import { portOrName } from "./values.js";
import { volumes } from "./volume.js";

type TaskField =
  | "image"
  | "size"
  | "capacity"
  | "dependsOn"
  | "containers"
  | "volumes"
  | "connects"
  | "egress"
  | "access"
  | "taskRole"
  | "logs"
  | "subnets"
  | "securityGroups"
  | "alarms"
  | "tracing";

const connectionName = (): Schema => text("a name of a service or resource", /^[A-Za-z]/);

const connection: Schema = define(
  "Connection",
  either(
    "a name of a service or resource, or a map of to and port",
    connectionName(),
    block({
      to: required("The service or resource.", connectionName(), "api"),
      port: required("The one of its ports that is used, by number or name.", portOrName(), 9000, "admin"),
    }),
  ),
);

/** What services and jobs say alike, in the order of a service's fields. */
export const taskFields: Readonly<Record<TaskField, Schema>> = {
  image: required("What the container runs.", image, "nginx:1.27", { build: "services/api" }),
  size: field("CPU, memory, disk and processor of a task.", size, { cpu: 256, memory: 512 }),
  capacity: field("Where the tasks run, instead of the cluster's capacity.", capacity, "spot"),
  dependsOn: field("Sidecars that must have come this far before the own container starts.", dependsOn, {
    otel: "healthy",
  }),
  containers: field("Sidecars by name: further containers of each task.", containers, {
    otel: { image: "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2", essential: false },
  }),
  volumes: field("Folders that containers share, and that may outlive the task.", volumes, {
    tmp: "/tmp",
    data: { efs: "Shared", path: "/data" },
  }),
  connects: field(
    "Services and resources that this one talks to; nothing else is let through.",
    list(connection, "a list of names"),
    ["worker", { to: "api", port: "admin" }],
  ),
  egress: field("Where the tasks may connect to beyond `connects`.", egress, "internet"),
  access: field("What the tasks may do with AWS, by resource name.", access, { Files: "read-write" }),
  taskRole: field(
    "Role of the code that exists already; what the code may do is then its owner's to say.",
    external("role"),
    "ssm:/roles/api",
  ),
  logs: field("How long the log is kept.", logs, "30d"),
  subnets: field(
    "private, public, a name of `network.import.subnets`, or a list of subnets.",
    either(
      "private, public, a name of network.import.subnets, or a list of 1 to 16 subnets",
      text("private, public or a name of network.import.subnets", namePattern),
      list(external("subnet"), "a list of 1 to 16 subnets", 1, 16),
    ),
    "private",
    ["subnet-0a1b2c3d", "subnet-1a1b2c3d"],
  ),
  securityGroups: field(
    "Security groups of the tasks beside their own, at most 4.",
    list(external("securityGroup"), "a list of security groups"),
    ["ssm:/network/monitored-security-group"],
  ),
  alarms: field(
    "From what on there is an alarm; off for none.",
    alarms,
    { errorRate: "1 %", latency: "500ms" },
    "off",
  ),
  tracing: field(
    "Collect traces beside each task: xray for X-Ray alone, otel for traces and metrics.",
    oneOf("xray", "otel"),
  ),
};
