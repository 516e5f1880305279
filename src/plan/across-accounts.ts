import type { ResolveContext } from "./context.js";
import type { Resource } from "./resource.js";

/** Lays on every resource of a kind what the account and the regions ask of all of them, whoever planned it. */
export function settleAcrossAccounts(
  { manifest }: ResolveContext,
  resources: readonly Resource[],
): readonly Resource[] {
  const { iam, region, regions } = manifest;
  // One name cannot be the simple record of two load balancers: the nearest region answers.
  const latencyRegion = regions === undefined ? undefined : region;
  if (iam === undefined && latencyRegion === undefined) return resources;
  return resources.map((resource) => {
    if (resource.kind === "IamRole") return { ...resource, ...iam };
    if (resource.kind === "DnsAlias" && latencyRegion !== undefined) return { ...resource, latencyRegion };
    return resource;
  });
}
