import type {
  ContainerHealth,
  DependencyCondition,
  EnvironmentValue,
  ProcessSettings,
  Text,
} from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { planLogging } from "../observability/container-logs.js";
import type { ContainerCondition, ContainerDefinition, ContainerHealthCheck } from "../resources/compute.js";
import type { LogGroup } from "../resources/observability.js";
import type { Value } from "../value.js";
import type { EnvironmentFilesPart } from "./environment-files.js";
import type { ImagePart } from "./image.js";
import { planLinux } from "./linux.js";
import type { SecretsPart } from "./secrets.js";
import { planEnvironmentValue, planText, type Surroundings } from "./text.js";
import type { ServicePort, Workload } from "./workload.js";

/** What the manifest says of a container, be it the service's own or a sidecar. */
export interface ContainerSource {
  readonly name: string;
  /** Manifest path, `services.api` or `services.api.containers.otel`. */
  readonly origin: string;
  readonly image: ImagePart;
  readonly share?: Pick<ContainerDefinition, "cpuUnits" | "memoryMiB" | "memoryReservationMiB">;
  readonly essential: boolean;
  readonly ports: readonly ServicePort[];
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly files: EnvironmentFilesPart;
  readonly secrets: SecretsPart;
  readonly health?: ContainerHealth | undefined;
  readonly command?: readonly Text[] | undefined;
  readonly entrypoint?: readonly Text[] | undefined;
  readonly process?: ProcessSettings | undefined;
  readonly dependsOn?: Readonly<Record<string, DependencyCondition>> | undefined;
  readonly mounts: Readonly<Record<string, { readonly path: string; readonly readOnly?: boolean }>>;
}

export interface TaskSettings {
  readonly logGroup: LogGroup;
  /** Secrets among the options of a log router. */
  readonly routerSecrets?: SecretsPart;
  /** True when a task may run on Spot, where AWS gives two minutes of notice. */
  readonly spot: boolean;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function planContainer(
  context: ResolveContext,
  around: Surroundings,
  facts: Workload,
  source: ContainerSource,
  task: TaskSettings,
): ContainerDefinition {
  const { name, origin, process = {} } = source;
  const words = (key: string, texts: readonly Text[]): readonly Value<string>[] =>
    texts.map((text, index) => planText(context, around, facts, `${origin}.${key}[${index}]`, text));
  return {
    name,
    image: source.image.image,
    ...(source.image.releasedOutside && { imageReleasedOutside: true as const }),
    ...(source.image.credentials !== undefined && { repositoryCredentials: source.image.credentials }),
    essential: source.essential,
    ...source.share,
    ...(source.entrypoint && { entryPoint: words("entrypoint", source.entrypoint) }),
    ...(source.command && { command: words("command", source.command) }),
    ...(process.user !== undefined && { user: process.user }),
    ...(process.workingDirectory !== undefined && { workingDirectory: process.workingDirectory }),
    readonlyRootFilesystem: context.decide(
      `${origin}.readOnly`,
      process.readOnly,
      false,
      "most images write somewhere",
    ),
    dependsOn: byName(source.dependsOn ?? {}).map(([container, condition]) => ({
      container,
      condition: conditions[condition],
    })),
    mountPoints: byName(source.mounts).map(([volume, { path, readOnly }]) => ({
      volume,
      containerPath: path,
      readOnly: readOnly ?? false,
    })),
    dockerLabels: byName(process.labels ?? {}).map(([label, value]) => ({ name: label, value })),
    ...(process.openFiles && { openFiles: process.openFiles }),
    portMappings: source.ports.map((each) => ({
      name: portMappingName(name, source.ports, each.port),
      containerPort: each.port,
      protocol: each.protocol,
      ...(each.app !== undefined && { appProtocol: each.app }),
    })),
    environment: byName(source.environment).map(([variable, value]) => ({
      name: variable,
      value: planEnvironmentValue(context, around, facts, `${origin}.environment.${variable}`, value),
    })),
    ...(source.files.files.length > 0 && { environmentFiles: source.files.files }),
    secrets: source.secrets.variables,
    ...(source.health && { healthCheck: planHealthCheck(context, healthPath(facts, source), source.health) }),
    // Spot tells two minutes ahead, and two minutes are the longest that ECS waits before it kills.
    stopTimeoutSeconds: context.decide(
      `${origin}.stopTimeout`,
      process.stopTimeoutSeconds,
      task.spot ? 120 : 30,
      task.spot ? "Spot tells two minutes ahead" : "AWS's own",
      "s",
    ),
    ...(process.startTimeoutSeconds !== undefined && { startTimeoutSeconds: process.startTimeoutSeconds }),
    ...planLinux(context, facts, origin, process),
    ...planLogging(context, facts, source, task),
  };
}

/** Names are of the whole task, which may have a port of the same number in no other container. */
export function portMappingName(container: string, all: readonly ServicePort[], port: number): string {
  return all.length === 1 ? container : `${container}-${port}`;
}

const conditions: Readonly<Record<DependencyCondition, ContainerCondition>> = {
  start: "START",
  healthy: "HEALTHY",
  complete: "COMPLETE",
  success: "SUCCESS",
};

/** Where the health check of a container is written. */
function healthPath(facts: Workload, { origin }: ContainerSource): string {
  return origin === facts.origin ? `${origin}.health.container` : `${origin}.health`;
}

function planHealthCheck(
  { decide }: ResolveContext,
  path: string,
  check: ContainerHealth,
): ContainerHealthCheck {
  return {
    command: check.command,
    intervalSeconds: decide(`${path}.interval`, check.intervalSeconds, 30, "AWS's own", "s"),
    timeoutSeconds: decide(`${path}.timeout`, check.timeoutSeconds, 5, "AWS's own", "s"),
    retries: decide(`${path}.retries`, check.retries, 3, "AWS's own"),
    startPeriodSeconds: decide(`${path}.startPeriod`, check.startPeriodSeconds, 0, "AWS's own", "s"),
  };
}

function byName<T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
