import type { ResolveContext } from "../context.js";
import type { EcrRepository } from "../resources/compute.js";
import type { ImageOwner } from "./settle-image.js";
import type { Workload } from "./workload.js";

/** One for each image that is built: `shop-dev/api`, `shop-dev/api/otel` for a sidecar. */
export function planRepository(context: ResolveContext, facts: Workload, owner: ImageOwner): EcrRepository {
  const { registry } = context.manifest;
  const { sidecar, origin } = owner;
  if (sidecar !== undefined && !/^[a-z0-9]+(?:(?:_{1,2}|-+)[a-z0-9]+)*$/.test(sidecar)) {
    context.report({
      code: "invalid-key",
      severity: "error",
      path: origin,
      message: `ECR takes no repository called ${nameOf(owner)}`,
      reason: "words of a repository's name are joined by - or _ and end in a letter or digit",
      hint: "rename the sidecar",
    });
  }
  return {
    id: repositoryId(owner),
    kind: "EcrRepository",
    origin,
    repositoryName: repositoryName(context, owner),
    scanOnPush: true,
    immutableTags: registry.immutableTags ?? true,
    keepImages: registry.keep ?? context.defaults.keepImages,
    untaggedExpireDays: 7,
    pullAccounts: registry.pullAccounts,
    removal: context.defaults.removal,
    tags: context.tags(facts.owner),
  };
}

export function repositoryId(owner: ImageOwner): string {
  return `registry/${nameOf(owner)}`;
}

export function repositoryName(context: ResolveContext, owner: ImageOwner): string {
  return `${context.prefix}/${nameOf(owner)}`;
}

function nameOf({ workload, sidecar }: ImageOwner): string {
  return sidecar === undefined ? workload : `${workload}/${sidecar}`;
}
