import type { EnvironmentFile, Sidecar } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { Parameter } from "../plan.js";
import type { Resource } from "../resource.js";
import type { Value } from "../value.js";
import type { ContainerSource } from "./containers.js";
import { checkDependencies } from "./dependencies.js";
import { type EnvironmentFilesPart, planEnvironmentFiles } from "./environment-files.js";
import { type ImagePart, planImage } from "./image.js";
import { checkPorts, portsOfSidecar } from "./ports.js";
import { mergeGrants, planSecrets, type SecretGrants } from "./secrets.js";
import { checkSysctls } from "./shares.js";
import type { Surroundings } from "./text.js";
import { checkWindows } from "./windows.js";
import type { Workload } from "./workload.js";

export interface ContainersPart {
  /** The service's own first, then its sidecars by name. */
  readonly sources: readonly ContainerSource[];
  readonly resources: readonly Resource[];
  readonly parameters: readonly Parameter[];
  readonly repositoryArns: readonly Value<string>[];
  readonly grants: SecretGrants;
}

export function planContainerSources(
  context: ResolveContext,
  around: Surroundings,
  facts: Workload,
): ContainersPart {
  checkDependencies(context, facts);
  checkPorts(context, facts);
  checkSysctls(context, facts);
  checkWindows(context, facts);
  reportClosedShell(context, facts);
  const { settings, origin, name } = facts;
  const owner = { workload: name, origin: `${origin}.image` };
  const image = planImage(context, around.data, facts, owner, settings.image);
  const main: ContainerSource = {
    name,
    origin,
    image,
    essential: true,
    ports: facts.ports,
    environment: settings.environment,
    files: planFiles(context, around, origin, settings.environmentFiles),
    secrets: planSecrets(context, around.data, settings.secrets, `${origin}.secrets`),
    health: facts.health,
    command: settings.command,
    entrypoint: settings.entrypoint,
    process: settings.process,
    dependsOn: settings.dependsOn,
    mounts: settings.volumes ?? {},
  };
  const sidecars = Object.entries(settings.containers ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sidecar, own]) => planSidecar(context, around, facts, sidecar, own));
  const images = [image, ...sidecars.map((each) => each.image)];
  const sources = [main, ...sidecars.map((each) => each.source)];
  return {
    sources,
    resources: images.flatMap((each) => each.resources),
    parameters: images.flatMap((each) => each.parameters),
    repositoryArns: unique(
      images.flatMap((each) => (each.repositoryArn === undefined ? [] : [each.repositoryArn])),
    ),
    grants: mergeGrants([...images, ...sources.flatMap(({ files, secrets }) => [files, secrets])]),
  };
}

function planSidecar(
  context: ResolveContext,
  around: Surroundings,
  facts: Workload,
  name: string,
  sidecar: Sidecar,
): { readonly image: ImagePart; readonly source: ContainerSource } {
  const origin = `${facts.origin}.containers.${name}`;
  const owner = { workload: facts.name, sidecar: name, origin: `${origin}.image` };
  const image = planImage(context, around.data, facts, owner, sidecar.image);
  const { cpuUnits, memoryMiB, memoryReservationMiB } = sidecar;
  const source: ContainerSource = {
    name,
    origin,
    image,
    share: {
      ...(cpuUnits !== undefined && { cpuUnits }),
      ...(memoryMiB !== undefined && { memoryMiB }),
      ...(memoryReservationMiB !== undefined && { memoryReservationMiB }),
    },
    essential: sidecar.essential ?? true,
    ports: portsOfSidecar(facts, name, sidecar),
    environment: sidecar.environment,
    files: planFiles(context, around, origin, sidecar.environmentFiles),
    secrets: planSecrets(context, around.data, sidecar.secrets, `${origin}.secrets`),
    health: sidecar.health,
    command: sidecar.command,
    entrypoint: sidecar.entrypoint,
    process: sidecar.process,
    dependsOn: sidecar.dependsOn,
    mounts: sidecar.volumes ?? {},
  };
  return { image, source };
}

function planFiles(
  context: ResolveContext,
  { data }: Surroundings,
  origin: string,
  files: readonly EnvironmentFile[] = [],
): EnvironmentFilesPart {
  return planEnvironmentFiles(context, data, files, `${origin}.environmentFiles`);
}

function unique(values: readonly Value<string>[]): readonly Value<string>[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations */
function reportClosedShell(context: ResolveContext, facts: Workload): void {
  if (!facts.exec) return;
  const { settings, origin } = facts;
  const sidecars = Object.entries(settings.containers ?? {}).map(
    ([name, each]) => [`${origin}.containers.${name}`, each.process] as const,
  );
  for (const [at, process] of [[origin, settings.process] as const, ...sidecars]) {
    if (process?.readOnly !== true) continue;
    context.report({
      code: "kind-conflict",
      severity: "error",
      path: `${at}.readOnly`,
      message: `${at} has a read-only file system and ECS Exec, which writes to it`,
      reason: "the agent of ECS Exec makes its files in each container of the task",
      hint: "set exec: false on this service, or leave readOnly out",
    });
  }
}
