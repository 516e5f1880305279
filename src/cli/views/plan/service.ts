import type { ResourceOf } from "../../../plan/index.js";
import { type Field, field } from "../fields.js";
import { type Catalogue, serviceOf } from "./catalogue.js";
import { describeCapacity } from "./cluster.js";
import { describeConnections } from "./connections.js";
import { describePermissions } from "./permissions.js";
import { describeHealth, describeRoutes } from "./routes.js";
import { describeTasks } from "./scaling.js";
import { fieldSection, type Section } from "./section.js";
import { describeValue } from "./value.js";

export function describeServices(catalogue: Catalogue): readonly Section[] {
  return catalogue.of("EcsService").flatMap((service) => {
    const name = serviceOf(service.id) ?? service.serviceName;
    const [task] = catalogue.ofService(name, "TaskDefinition");
    return fieldSection(`Service ${name}`, kindOf(catalogue, name, service), [
      ...describeTask(catalogue, task),
      ...field("tasks", describeTasks(catalogue, name, service)),
      ...field("capacity", describeCapacity(service.capacityProviderStrategy)),
      ...field(
        "subnets",
        service.network.assignPublicIp ? "public, with an address of each task" : undefined,
      ),
      ...field("routes", ...describeRoutes(catalogue, name)),
      ...field("health", ...describeHealth(catalogue, name, task)),
      ...field("reached by", ...describeConnections(catalogue, name, "ingress")),
      ...field("reaches", ...describeConnections(catalogue, name, "egress")),
      ...describeRoles(catalogue, task),
      ...describeVariables(task),
      ...field("alarms", describeAlarms(catalogue, name)),
      ...field("logs", ...catalogue.ofService(name, "LogGroup").map(describeLogs)),
      ...field("deployment", describeDeployment(service)),
      ...field("shell", service.enableExecuteCommand ? "ECS Exec is on" : undefined),
    ]);
  });
}

function kindOf(catalogue: Catalogue, name: string, service: ResourceOf<"EcsService">): string {
  const [target] = catalogue.ofService(name, "TargetGroup");
  if (service.loadBalancers.length > 0) return target?.protocol === "HTTP" ? "web" : "network";
  return service.serviceRegistries.length > 0 ? "backend" : "worker";
}

function describeTask(
  catalogue: Catalogue,
  task: ResourceOf<"TaskDefinition"> | undefined,
): readonly Field[] {
  if (task === undefined) return [];
  const { cpuUnits, memoryMiB, ephemeralStorageGiB, architecture, containers } = task;
  const disk = ephemeralStorageGiB === undefined ? "" : `, ${ephemeralStorageGiB} GiB disk`;
  const ports = containers.flatMap(({ portMappings }) =>
    portMappings.map(({ containerPort, protocol }) => `${protocol} ${containerPort}`),
  );
  return [
    ...field(
      "image",
      ...containers.map((container) => describeImage(catalogue, containers.length, container)),
    ),
    ...field("size", `${cpuUnits} CPU units, ${memoryMiB} MiB${disk}, ${architecture}`),
    ...field("port", ports.join(", ")),
    ...field("volumes", ...containers.flatMap(({ mountPoints }) => mountPoints.map(describeMount))),
  ];
}

type Container = ResourceOf<"TaskDefinition">["containers"][number];

/** Given at deploy time, so that the default is said with it. Of several containers, each is named. */
function describeImage({ parameters }: Catalogue, count: number, { name, image }: Container): string {
  const text = describeValue(image);
  const known = text.replace(/<(\w+)>$/, (placeholder, key) => parameters.get(key)?.default ?? placeholder);
  return count === 1 ? known : `${name}: ${known}`;
}

function describeMount({ volume, containerPath, readOnly }: Container["mountPoints"][number]): string {
  return `${volume} at ${containerPath}${readOnly ? ", read only" : ""}`;
}

function describeRoles(
  catalogue: Catalogue,
  task: ResourceOf<"TaskDefinition"> | undefined,
): readonly Field[] {
  if (task === undefined) return [];
  return [
    ...field("code may", ...describePermissions(catalogue, task.taskRole)),
    ...field("ECS may", ...describePermissions(catalogue, task.executionRole)),
  ];
}

/** Names alone: a value may be what nobody should see. */
function describeVariables(task: ResourceOf<"TaskDefinition"> | undefined): readonly Field[] {
  const containers = task?.containers ?? [];
  return [
    ...field(
      "variables",
      containers.flatMap(({ environment }) => environment.map(({ name }) => name)).join(", "),
    ),
    ...field("secrets", containers.flatMap(({ secrets }) => secrets.map(({ name }) => name)).join(", ")),
  ];
}

function describeAlarms(catalogue: Catalogue, service: string): string | undefined {
  const alarms = catalogue.ofService(service, "Alarm");
  const names = alarms.map(({ id }) => id.slice(id.lastIndexOf("/") + 1).replace(/^alarm-/, ""));
  const told = [...new Set(alarms.flatMap(({ actions }) => actions.map(describeValue)))];
  if (names.length === 0) return "none";
  return `${names.join(", ")}; ${told.length === 0 ? "nobody is told" : `to ${told.join(", ")}`}`;
}

function describeLogs({ logGroupName, retentionDays, removal }: ResourceOf<"LogGroup">): string {
  return `${logGroupName}, ${retentionDays} days${removal === "retain" ? ", kept when the stack is deleted" : ""}`;
}

function describeDeployment(service: ResourceOf<"EcsService">): string {
  const { minimumHealthyPercent, maximumPercent, circuitBreaker } = service;
  const breaker = circuitBreaker.enable
    ? `circuit breaker${circuitBreaker.rollback ? " with roll-back" : ""}`
    : "no circuit breaker";
  return `${minimumHealthyPercent} % to ${maximumPercent} % of the tasks, ${breaker}`;
}
