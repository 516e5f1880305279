import type { Schema, Shape } from "./fields.js";
import { block, define, either, field, list, required, text, whole } from "./fields.js";
import { duration, port } from "./values.js";

const checkPath = (): Schema => text("a path such as /healthz", /^\/[^\s]{0,1023}$/);
const commandLine = (): Schema => text("a shell command such as curl -f http://localhost:8080/", /\S/);
const commandList = (): Schema => list(text("a text"), "a list that starts with CMD or CMD-SHELL", 2);
const command = (): Schema =>
  either("a shell command, or a list that starts with CMD or CMD-SHELL", commandLine(), commandList());

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
export const containerHealth: Schema = define(
  "ContainerHealth",
  either(
    "a shell command, a list that starts with CMD or CMD-SHELL, or a map",
    commandLine(),
    commandList(),
    block({
      command: required("Command that ends with 0 when the container is well.", command(), [
        "CMD",
        "/bin/check",
      ]),
      interval: field("Time between checks, 5s to 300s.", duration(), "30s"),
      timeout: field("Time until a check counts as failed, 2s to 60s.", duration(), "5s"),
      retries: field("Failures until the container is unhealthy.", whole(1, 10), 3),
      startPeriod: field("Time to start up before failures count, 0s to 300s.", duration(), "30s"),
    }),
  ),
);

const targetFields = (): Shape => ({
  path: field("Path that the load balancer asks for.", checkPath(), "/healthz"),
  port: field("Port that the load balancer asks, where it is not that of the requests.", port(), 8081),
  codes: field(
    "HTTP status codes that pass, within 200 to 499; codes of gRPC, within 0 to 99.",
    either("status codes such as 200-299,302", text("status codes such as 200-299,302"), whole(0, 499)),
    "200-299,302",
  ),
  interval: field("Time between checks, 5s to 300s.", duration(), "10s"),
  timeout: field("Time until a check counts as failed, 2s to 120s, below the interval.", duration(), "5s"),
  healthy: field("Checks passed until an unhealthy task is healthy again.", whole(2, 10), 2),
  unhealthy: field("Checks failed until a task is unhealthy.", whole(2, 10), 3),
});

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export const targetHealth: Schema = define(
  "TargetHealth",
  either("a path such as /healthz, or a map", checkPath(), block(targetFields())),
);

export const health: Schema = define(
  "Health",
  either(
    "a path such as /healthz, or a map",
    checkPath(),
    block({
      ...targetFields(),
      grace: field("Time after the start of a task in which failures do not count.", duration(), "60s"),
      container: field("Command that checks from inside the container.", containerHealth),
    }),
  ),
);
