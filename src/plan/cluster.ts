import type { CapacityStrategy } from "../manifest/index.js";
import { external, type ResolveContext } from "./context.js";
import type { NetworkPart } from "./network.js";
import { type Resource, referTo } from "./resource.js";
import type { CapacityProviderShare, Cluster } from "./resources/compute.js";
import type { HttpNamespace, PrivateDnsNamespace } from "./resources/network.js";
import type { Value } from "./value.js";

export interface ClusterPart {
  readonly resources: readonly Resource[];
  readonly clusterName: Value<string>;
  /** Absent for a cluster that another owner keeps. */
  readonly cluster?: Cluster;
  /** Whether Container Insights publishes task counts. */
  readonly insights: boolean;
  readonly capacity: CapacityStrategy;
  /** Of private DNS; absent when no service is looked up by name. */
  readonly namespace?: { readonly id: Value<string>; readonly name: string };
  /** ARN or name of the namespace of Service Connect; absent when no service takes part. */
  readonly connectNamespace?: Value<string>;
}

export function planCluster(
  context: ResolveContext,
  network: NetworkPart,
  needs: NamespaceNeeds,
): ClusterPart {
  const settings = context.manifest.cluster;
  const imported = settings.import;
  const capacity = context.byProfile(
    "cluster.capacity",
    settings.capacity,
    context.defaults.capacity,
    "Spot costs less and may be taken away within two minutes",
  );
  const { resources, ...namespaces } = planNamespaces(context, network, needs);
  const shared = { capacity, ...namespaces };
  if (imported !== undefined) {
    return {
      ...shared,
      resources,
      clusterName: external(imported.cluster),
      // Another owner's cluster says nothing about itself here: count on it only when the manifest does.
      insights: settings.insights !== undefined && settings.insights !== "off",
    };
  }
  const insights = context.byProfile(
    "cluster.insights",
    settings.insights,
    context.defaults.insights,
    "metrics of each task are paid for by the metric",
  );
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
    resources: [cluster, ...resources],
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

export interface NamespaceNeeds {
  /** Whether services are looked up by name. */
  readonly names: boolean;
  /** Whether services take part in Service Connect. */
  readonly connect: boolean;
}

type Namespaces = Pick<ClusterPart, "resources" | "namespace" | "connectNamespace">;

/** One for both, unless Service Connect is to be the only way to a service. */
function planNamespaces(context: ResolveContext, network: NetworkPart, needs: NamespaceNeeds): Namespaces {
  const settings = context.manifest.cluster;
  const onlyConnect = settings.serviceConnect?.namespace === "http";
  if (!needs.connect && (onlyConnect || !needs.names)) return { resources: [] };
  const imported = settings.import?.namespace;
  if (imported !== undefined) {
    return {
      resources: [],
      ...(!onlyConnect && { namespace: { id: external(imported.id), name: imported.name } }),
      ...(needs.connect && { connectNamespace: imported.name }),
    };
  }
  const name = settings.namespace ?? `${context.prefix}.local`;
  const origin = settings.namespace === undefined ? "cluster" : "cluster.namespace";
  const description = `Names of the services of ${context.prefix}`;
  if (onlyConnect) {
    const made: HttpNamespace = {
      id: "platform/http-namespace",
      kind: "HttpNamespace",
      origin,
      name,
      description,
      tags: context.tags(),
    };
    return { resources: [made], connectNamespace: referTo(made, "arn") };
  }
  const made: PrivateDnsNamespace = {
    id: "platform/namespace",
    kind: "PrivateDnsNamespace",
    origin,
    name,
    vpc: network.vpcId,
    description,
    tags: context.tags(),
  };
  return {
    resources: [made],
    namespace: { id: referTo(made, "id"), name },
    ...(needs.connect && { connectNamespace: referTo(made, "arn") }),
  };
}
