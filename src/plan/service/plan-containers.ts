import type { Sidecar } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { Parameter } from "../plan.js";
import type { Resource } from "../resource.js";
import type { Value } from "../value.js";
import type { ContainerSource } from "./containers.js";
import { checkDependencies } from "./dependencies.js";
import type { ServiceFacts } from "./facts.js";
import { type ImagePart, planImage } from "./image.js";
import { checkPorts } from "./ports.js";
import { mergeGrants, planSecrets, type SecretGrants } from "./secrets.js";
import type { Surroundings } from "./text.js";

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
  facts: ServiceFacts,
): ContainersPart {
  checkDependencies(context, facts);
  checkPorts(context, facts);
  reportClosedShell(context, facts);
  const { service, origin, name } = facts;
  const image = planImage(context, facts, { owner: name, origin: `${origin}.image`, image: service.image });
  const own: ContainerSource = {
    name,
    origin,
    image: image.image,
    essential: true,
    ports: facts.ports,
    environment: service.environment,
    secrets: planSecrets(around.data, service.secrets),
    health: service.health.container,
    command: service.command,
    entrypoint: service.entrypoint,
    process: service.process,
    dependsOn: service.dependsOn,
    mounts: service.volumes ?? {},
  };
  const sidecars = Object.entries(service.containers ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sidecar, settings]) => planSidecar(context, around, facts, sidecar, settings));
  const images = [image, ...sidecars.map((each) => each.image)];
  const sources = [own, ...sidecars.map((each) => each.source)];
  return {
    sources,
    resources: images.flatMap((each) => each.resources),
    parameters: images.map((each) => each.parameter),
    repositoryArns: images.flatMap((each) => (each.repositoryArn === undefined ? [] : [each.repositoryArn])),
    grants: mergeGrants(sources.map((each) => each.secrets)),
  };
}

function planSidecar(
  context: ResolveContext,
  around: Surroundings,
  facts: ServiceFacts,
  name: string,
  sidecar: Sidecar,
): { readonly image: ImagePart; readonly source: ContainerSource } {
  const origin = `${facts.origin}.containers.${name}`;
  const image = planImage(context, facts, {
    owner: `${facts.name}-${name}`,
    origin: `${origin}.image`,
    image: sidecar.image,
  });
  const source: ContainerSource = {
    name,
    origin,
    image: image.image,
    essential: sidecar.essential ?? true,
    ports: sidecar.port === undefined ? [] : [{ port: sidecar.port, protocol: "tcp" }],
    environment: sidecar.environment,
    secrets: planSecrets(around.data, sidecar.secrets),
    health: sidecar.health,
    command: sidecar.command,
    entrypoint: sidecar.entrypoint,
    process: sidecar.process,
    dependsOn: sidecar.dependsOn,
    mounts: sidecar.volumes ?? {},
  };
  return { image, source };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations */
function reportClosedShell(context: ResolveContext, facts: ServiceFacts): void {
  const { service, origin } = facts;
  if (service.process?.readOnly !== true || !(service.exec ?? context.defaults.exec)) return;
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.readOnly`,
    message: `${origin} has a read-only file system and ECS Exec, which writes to it`,
    hint: "set exec: false on this service, or leave readOnly out",
  });
}
