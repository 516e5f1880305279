import type {
  ContainerHealth,
  DependencyCondition,
  EnvironmentValue,
  ProcessSettings,
  Text,
} from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { ContainerCondition, ContainerDefinition, ContainerHealthCheck } from "../resources/compute.js";
import type { LogGroup } from "../resources/observability.js";
import { region, type Value } from "../value.js";
import type { ServiceFacts, ServicePort } from "./facts.js";
import type { SecretsPart } from "./secrets.js";
import { planEnvironmentValue, planText, type Surroundings } from "./text.js";

/** What the manifest says of a container, be it the service's own or a sidecar. */
export interface ContainerSource {
  readonly name: string;
  /** Manifest path, `services.api` or `services.api.containers.otel`. */
  readonly origin: string;
  readonly image: Value<string>;
  readonly essential: boolean;
  readonly ports: readonly ServicePort[];
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
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
  /** True when a task may run on Spot, where AWS gives two minutes of notice. */
  readonly spot: boolean;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function planContainer(
  context: ResolveContext,
  around: Surroundings,
  facts: ServiceFacts,
  source: ContainerSource,
  task: TaskSettings,
): ContainerDefinition {
  const { name, origin, process = {} } = source;
  const words = (key: string, texts: readonly Text[]): readonly Value<string>[] =>
    texts.map((text, index) => planText(context, around, facts, `${origin}.${key}[${index}]`, text));
  return {
    name,
    image: source.image,
    essential: source.essential,
    ...(source.entrypoint && { entryPoint: words("entrypoint", source.entrypoint) }),
    ...(source.command && { command: words("command", source.command) }),
    ...(process.user !== undefined && { user: process.user }),
    ...(process.workingDirectory !== undefined && { workingDirectory: process.workingDirectory }),
    readonlyRootFilesystem: process.readOnly ?? false,
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
    portMappings: source.ports.map(({ port, protocol }) => ({
      name: source.ports.length === 1 ? name : `${name}-${port}`,
      containerPort: port,
      protocol,
    })),
    environment: byName(source.environment).map(([variable, value]) => ({
      name: variable,
      value: planEnvironmentValue(context, around, facts, `${origin}.environment.${variable}`, value),
    })),
    secrets: source.secrets.variables,
    ...(source.health && { healthCheck: planHealthCheck(source.health) }),
    // Spot tells two minutes ahead, and two minutes are the longest that ECS waits before it kills.
    stopTimeoutSeconds: process.stopTimeoutSeconds ?? (task.spot ? 120 : 30),
    initProcess: process.init ?? true,
    logs: {
      logGroup: referTo(task.logGroup, "name"),
      region,
      streamPrefix: facts.name,
      // A log service that lags must not stop the application; 25 MiB hold about a minute of busy logs.
      mode: "non-blocking",
      maxBufferMiB: 25,
    },
  };
}

const conditions: Readonly<Record<DependencyCondition, ContainerCondition>> = {
  start: "START",
  healthy: "HEALTHY",
  complete: "COMPLETE",
  success: "SUCCESS",
};

function planHealthCheck(check: ContainerHealth): ContainerHealthCheck {
  return {
    command: check.command,
    intervalSeconds: check.intervalSeconds ?? 30,
    timeoutSeconds: check.timeoutSeconds ?? 5,
    retries: check.retries ?? 3,
    startPeriodSeconds: check.startPeriodSeconds ?? 0,
  };
}

function byName<T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
