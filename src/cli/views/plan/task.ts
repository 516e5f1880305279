import type { ResourceOf } from "../../../plan/index.js";
import { type Field, field } from "../fields.js";
import type { Catalogue } from "./catalogue.js";
import { describePermissions } from "./permissions.js";
import { describeValue } from "./value.js";

/** What runs in a task, of a service or a job. */
export function describeTask(
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

export function describeRoles(
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
export function describeVariables(task: ResourceOf<"TaskDefinition"> | undefined): readonly Field[] {
  const containers = task?.containers ?? [];
  return [
    ...field(
      "variables",
      containers.flatMap(({ environment }) => environment.map(({ name }) => name)).join(", "),
    ),
    ...field("secrets", containers.flatMap(({ secrets }) => secrets.map(({ name }) => name)).join(", ")),
  ];
}

export function describeAlarms(catalogue: Catalogue, service: string): string | undefined {
  const alarms = catalogue.ofService(service, "Alarm");
  const names = alarms.map(({ id }) => id.slice(id.lastIndexOf("/") + 1).replace(/^alarm-/, ""));
  const told = [...new Set(alarms.flatMap(({ actions }) => actions.map(describeValue)))];
  if (names.length === 0) return "none";
  return `${names.join(", ")}; ${told.length === 0 ? "nobody is told" : `to ${told.join(", ")}`}`;
}

export function describeLogs({ logGroupName, retentionDays, removal }: ResourceOf<"LogGroup">): string {
  return `${logGroupName}, ${retentionDays} days${removal === "retain" ? ", kept when the stack is deleted" : ""}`;
}
