import type { Image } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { external } from "../context.js";
import { pascalCase } from "../names.js";
import type { Parameter } from "../plan.js";
import { type Resource, referTo } from "../resource.js";
import type { EcrRepository } from "../resources/compute.js";
import { arn, join, type Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";

export interface ImagePart {
  readonly resources: readonly Resource[];
  readonly image: Value<string>;
  /** So that a release changes a parameter and never the template. */
  readonly parameter: Parameter;
  /** The private repository that the execution role pulls from; absent for public images. */
  readonly repositoryArn?: Value<string>;
}

/** The image of a service's own container, or of a sidecar. */
export interface ImageSource {
  /** Names the parameter: `api`, or `api-otel` for a sidecar. */
  readonly owner: string;
  readonly origin: string;
  readonly image: Image;
}

export function planImage(context: ResolveContext, facts: ServiceFacts, source: ImageSource): ImagePart {
  const { owner, origin, image } = source;
  const parameterName = `${pascalCase(owner)}Image`;
  if (image.from === "reference") {
    const repositoryArn = privateRepositoryArn(image.reference);
    return {
      resources: [],
      image: { parameter: parameterName },
      parameter: {
        name: parameterName,
        description: `Image of ${owner}, with tag or digest`,
        default: image.reference,
        origin,
      },
      ...(repositoryArn !== undefined && { repositoryArn }),
    };
  }
  const digest = image.from === "repository" ? image.digest : undefined;
  const parameter: Parameter = {
    name: digest === undefined ? `${parameterName}Tag` : `${parameterName}Digest`,
    description:
      digest === undefined ? `Tag of the image of ${owner}` : `Digest of the image of ${owner}, sha256:...`,
    ...defaultOf(digest ?? image.tag ?? (image.from === "repository" ? "latest" : undefined)),
    origin,
  };
  const withVersion = (uri: Value<string>): Value<string> =>
    join(uri, digest === undefined ? ":" : "@", { parameter: parameter.name });
  if (image.from === "repository") {
    const uri = external(image.uri);
    return { resources: [], image: withVersion(uri), parameter, repositoryArn: arnOfRepositoryUri(uri) };
  }
  const repository = planRepository(context, facts);
  return {
    resources: [repository],
    image: withVersion(referTo(repository, "uri")),
    parameter,
    repositoryArn: referTo(repository, "arn"),
  };
}

function defaultOf(value: string | undefined): { readonly default?: string } {
  return value === undefined ? {} : { default: value };
}

function planRepository(context: ResolveContext, facts: ServiceFacts): EcrRepository {
  const { registry } = context.manifest;
  return {
    id: `registry/${facts.name}`,
    kind: "EcrRepository",
    origin: `${facts.origin}.image`,
    repositoryName: `${context.prefix}/${facts.name}`,
    scanOnPush: true,
    immutableTags: registry.immutableTags ?? true,
    keepImages: registry.keep ?? context.defaults.keepImages,
    untaggedExpireDays: 7,
    pullAccounts: registry.pullAccounts,
    removal: context.defaults.removal,
    tags: context.tags({ service: facts.name }),
  };
}

/** `<account>.dkr.ecr.<region>.amazonaws.com/<name>` as written in a manifest. */
function privateRepositoryArn(reference: string): Value<string> | undefined {
  const match = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(reference);
  if (match === null) return undefined;
  const [, account = "", region = "", name = ""] = match;
  return arn("ecr", `repository/${name}`, { region, account });
}

/** The ARN that belongs to a repository URI which is only known when AWS deploys. */
function arnOfRepositoryUri(uri: Value<string>): Value<string> {
  if (typeof uri === "string") return privateRepositoryArn(uri) ?? arn("ecr", `repository/${uri}`);
  const host = (select: number): Value<string> => ({ select, from: { split: uri, by: "." } });
  const name: Value<string> = { select: 1, from: { split: uri, by: ".amazonaws.com/" } };
  return arn("ecr", join("repository/", name), { region: host(3), account: host(0) });
}
