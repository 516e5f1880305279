import type { CapacityStrategy } from "../manifest/index.js";
import { external, type ResolveContext } from "./context.js";
import type { NetworkPart } from "./network.js";
import { type Resource, referTo } from "./resource.js";
import type { CapacityProviderShare, Cluster } from "./resources/compute.js";
import type { PrivateDnsNamespace } from "./resources/network.js";
import type { Value } from "./value.js";

export interface ClusterPart {
  readonly resources: readonly Resource[];
  readonly clusterName: Value<string>;
  /** Absent for a cluster that another owner keeps. */
  readonly cluster?: Cluster;
  /** Whether Container Insights publishes task counts. */
  readonly insights: boolean;
  readonly capacity: CapacityStrategy;
  /** Absent when no service is looked up by name. */
  readonly namespace?: { readonly id: Value<string>; readonly name: string };
}

export function planCluster(
  context: ResolveContext,
  network: NetworkPart,
  needsNamespace: boolean,
): ClusterPart {
  const settings = context.manifest.cluster;
  const imported = settings.import;
  const capacity = settings.capacity ?? context.defaults.capacity;
  const namespace = needsNamespace ? planNamespace(context, network) : undefined;
  const shared = {
    capacity,
    ...(namespace && { namespace: { id: namespace.id, name: namespace.name } }),
  };
  if (imported !== undefined) {
    return {
      ...shared,
      resources: namespace?.resources ?? [],
      clusterName: external(imported.cluster),
      // Another owner's cluster says nothing about itself here: count on it only when the manifest does.
      insights: settings.insights !== undefined && settings.insights !== "off",
    };
  }
  const insights = settings.insights ?? context.defaults.insights;
  const cluster: Cluster = {
    id: "platform/cluster",
    kind: "Cluster",
    origin: "cluster",
    clusterName: context.name("ECS cluster", "", "cluster"),
    containerInsights: insights === "off" ? "disabled" : insights === "on" ? "enabled" : "enhanced",
    capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    defaultCapacityProviderStrategy: capacityShares(capacity),
    tags: context.tags(),
  };
  return {
    ...shared,
    resources: [cluster, ...(namespace?.resources ?? [])],
    clusterName: referTo(cluster, "name"),
    cluster,
    insights: insights !== "off",
  };
}

/** In the words of ECS: FARGATE first, providers without weight and base left out. */
export function capacityShares(strategy: CapacityStrategy): readonly CapacityProviderShare[] {
  return (["FARGATE", "FARGATE_SPOT"] as const).flatMap((provider) => {
    const share = strategy[provider];
    if (share === undefined || (share.weight === 0 && (share.base ?? 0) === 0)) return [];
    return [{ provider, base: share.base ?? 0, weight: share.weight }];
  });
}

function planNamespace(
  context: ResolveContext,
  network: NetworkPart,
): { readonly resources: readonly Resource[]; readonly id: Value<string>; readonly name: string } {
  const imported = context.manifest.cluster.import?.namespace;
  if (imported !== undefined) return { resources: [], id: external(imported.id), name: imported.name };
  const name = context.manifest.cluster.namespace ?? `${context.prefix}.local`;
  const namespace: PrivateDnsNamespace = {
    id: "platform/namespace",
    kind: "PrivateDnsNamespace",
    origin: context.manifest.cluster.namespace === undefined ? "cluster" : "cluster.namespace",
    name,
    vpc: network.vpcId,
    description: `Names of the services of ${context.prefix}`,
    tags: context.tags(),
  };
  return { resources: [namespace], id: referTo(namespace, "id"), name };
}
