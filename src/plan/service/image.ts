import type { Image } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { external } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { pascalCase } from "../names.js";
import type { Parameter } from "../plan.js";
import { type Resource, referTo } from "../resource.js";
import type { EcrRepository } from "../resources/compute.js";
import { arn, join, type Value } from "../value.js";
import { planRepository } from "./repository.js";
import { noGrants, planSecrets, type SecretGrants } from "./secrets.js";
import { type ImageOwner, type SettledImage, settleImage } from "./settle-image.js";
import type { Workload } from "./workload.js";

export interface ImagePart {
  readonly resources: readonly Resource[];
  readonly image: Value<string>;
  /** So that a release changes a parameter and never the template; none for an image with a fault. */
  readonly parameters: readonly Parameter[];
  /** The private repository that the execution role pulls from; absent for public images. */
  readonly repositoryArn?: Value<string>;
  /** Secret with the username and password of the registry: its ARN, or its name. */
  readonly credentials?: Value<string>;
  /** What reading it takes. */
  readonly grants: SecretGrants;
  /** True for an image that a pipeline releases. */
  readonly releasedOutside: boolean;
}

/** The image of the own container of a service or job, or of a sidecar, be it their own or another's. */
export function planImage(
  context: ResolveContext,
  data: DataPart,
  facts: Workload,
  owner: ImageOwner,
  image: Image,
): ImagePart {
  const { settled, problem } = settleImage(context.manifest, owner, image);
  if (problem !== undefined) context.report(problem);
  if (settled === undefined) {
    return { resources: [], image: "", parameters: [], grants: noGrants, releasedOutside: false };
  }
  reportOtherArchitecture(context, facts, owner, settled);
  const isOwn = settled.owner.origin === owner.origin;
  const repository =
    settled.image.from === "build" ? planRepository(context, facts, settled.owner) : undefined;
  const credentials = settled.image.from === "repository" ? settled.image.credentials : undefined;
  const secret = credentials && planSecrets(context, data, { credentials }, settled.owner.origin);
  return {
    resources: repository !== undefined && isOwn ? [repository] : [],
    ...planSettled(settled, repository),
    ...(secret && { credentials: credentialsOf(credentials, secret.variables[0]?.valueFrom ?? "") }),
    grants: secret?.grants ?? noGrants,
    releasedOutside: settled.image.from === "build" && settled.image.releasedBy === "outside",
  };
}

/** `ApiImageTag`, `ApiOtelImageTag`: the same for all that share the image. */
export function imageParameter({ owner, image }: SettledImage): Parameter {
  const { workload, sidecar, origin } = owner;
  const name = sidecar === undefined ? workload : `${workload}-${sidecar}`;
  const parameter = `${pascalCase(name)}Image`;
  if (image.from === "reference") {
    return {
      name: parameter,
      description: `Image of ${name}, with tag or digest`,
      default: image.reference,
      origin,
    };
  }
  if (image.from === "repository" && image.digest !== undefined) {
    return {
      name: `${parameter}Digest`,
      description: `Digest of the image of ${name}, sha256:...`,
      default: image.digest,
      origin,
    };
  }
  const preset = image.tag ?? (image.from === "repository" ? "latest" : undefined);
  const isOutside = image.from === "build" && image.releasedBy === "outside";
  return {
    name: `${parameter}Tag`,
    description: `Tag of the image of ${name}`,
    ...(preset !== undefined && { default: preset }),
    ...(isOutside && { keepsRunning: true }),
    origin,
  };
}

function planSettled(
  settled: SettledImage,
  repository: EcrRepository | undefined,
): Pick<ImagePart, "image" | "parameters" | "repositoryArn"> {
  const { image } = settled;
  const parameter = imageParameter(settled);
  const parameters = [parameter];
  if (image.from === "reference") {
    const repositoryArn = privateRepositoryArn(image.reference);
    return {
      image: { parameter: parameter.name },
      parameters,
      ...(repositoryArn !== undefined && { repositoryArn }),
    };
  }
  const separator = image.from === "repository" && image.digest !== undefined ? "@" : ":";
  const withVersion = (uri: Value<string>): Value<string> =>
    join(uri, separator, { parameter: parameter.name });
  if (repository !== undefined) {
    return {
      image: withVersion(referTo(repository, "uri")),
      parameters,
      repositoryArn: referTo(repository, "arn"),
    };
  }
  const uri = image.from === "repository" ? external(image.uri) : "";
  const isEcr = image.from === "repository" && image.credentials === undefined;
  const repositoryArn = isEcr ? arnOfRepositoryUri(uri) : undefined;
  return { image: withVersion(uri), parameters, ...(repositoryArn !== undefined && { repositoryArn }) };
}

/**
 * ECS takes the ARN, or the name of a secret of the same region: of one that is named only, nobody knows the whole ARN.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html
 */
function credentialsOf(
  source: NonNullable<Extract<Image, { from: "repository" }>["credentials"]>,
  valueFrom: Value<string>,
): Value<string> {
  return source.from === "secrets-manager" && isPartial(valueFrom) ? source.name : valueFrom;
}

function isPartial(value: Value<string>): boolean {
  return (
    typeof value === "object" &&
    "join" in value &&
    !value.join.some((part) => typeof part === "object" && "ref" in part)
  );
}

function reportOtherArchitecture(
  context: ResolveContext,
  facts: Workload,
  { origin }: ImageOwner,
  { image, owner }: SettledImage,
): void {
  const { architecture: task = "x86_64" } = facts.settings.size;
  if (image.from !== "repository" || image.architecture === undefined || image.architecture === task) return;
  const isOwn = owner.origin === origin;
  context.report({
    code: "container-conflict",
    severity: "error",
    path: isOwn ? `${origin}.architecture` : `${origin}.from`,
    message: `${origin} runs on ${image.architecture} alone, and the tasks of ${facts.origin} are ${task}`,
    reason: "all containers of a task run on the same processor",
    hint: `name an image for ${task}, or set ${facts.origin}.size.architecture to ${image.architecture}`,
  });
}

/** `<account>.dkr.ecr.<region>.amazonaws.com/<name>` as written in a manifest. */
function privateRepositoryArn(reference: string): Value<string> | undefined {
  const match = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(reference);
  if (match === null) return undefined;
  const [, account = "", region = "", name = ""] = match;
  return arn("ecr", `repository/${name}`, { region, account });
}

/** The ARN that belongs to a repository URI, be it known only when AWS deploys; none for another registry. */
function arnOfRepositoryUri(uri: Value<string>): Value<string> | undefined {
  if (typeof uri === "string") return privateRepositoryArn(uri);
  const host = (select: number): Value<string> => ({ select, from: { split: uri, by: "." } });
  const name: Value<string> = { select: 1, from: { split: uri, by: ".amazonaws.com/" } };
  return arn("ecr", join("repository/", name), { region: host(3), account: host(0) });
}
