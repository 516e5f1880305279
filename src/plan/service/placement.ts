import { suggest } from "../../diagnostics/index.js";
import { type ClusterPart, capacityShares } from "../cluster.js";
import { external, type ResolveContext } from "../context.js";
import type { NetworkPart, SubnetGroup } from "../network.js";
import { referTo } from "../resource.js";
import type { CapacityProviderShare } from "../resources/compute.js";
import type { SecurityGroup } from "../resources/network.js";
import type { Value } from "../value.js";
import { checkWindowsCapacity } from "./windows.js";
import type { Workload } from "./workload.js";

/** Capacity of the service or job: its own, else the cluster's. */
export function decideCapacity(
  context: ResolveContext,
  facts: Workload,
  cluster: ClusterPart,
): readonly CapacityProviderShare[] {
  const { capacity } = facts.settings;
  const shares = capacityShares(
    context.decide(`${facts.origin}.capacity`, capacity, cluster.capacity, "the cluster's"),
  );
  checkWindowsCapacity(
    context,
    facts,
    shares.some(({ provider }) => provider === "FARGATE_SPOT"),
  );
  return shares;
}

/** The subnets that the manifest lists, or the group that it names, else `fallback`. */
export function chooseSubnets(
  context: ResolveContext,
  network: NetworkPart,
  facts: Workload,
  fallback?: "public",
): SubnetGroup {
  const wanted = facts.settings.subnets ?? fallback ?? network.taskGroup;
  if (typeof wanted !== "string") return { subnets: wanted.map(external), public: fallback === "public" };
  const group = network.groups.get(wanted);
  if (group !== undefined) return group;
  const names = [...network.groups.keys()];
  const suggestion = suggest(wanted, names);
  context.report({
    code: "subnet-group-unknown",
    severity: "error",
    path: facts.settings.subnets === undefined ? "network.import" : `${facts.origin}.subnets`,
    message: `the network has no subnet group "${wanted}"`,
    hint:
      suggestion === undefined
        ? `its groups are ${names.join(", ") || "none"}`
        : `did you mean "${suggestion}"?`,
  });
  return { subnets: [], public: false };
}

/**
 * The group of the tasks' own first, then those that the manifest adds.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
export function chooseSecurityGroups(
  context: ResolveContext,
  { settings, origin }: Workload,
  own: SecurityGroup,
): readonly Value<string>[] {
  const further = settings.securityGroups ?? [];
  if (further.length > 4) {
    context.report({
      code: "limit",
      severity: "error",
      path: `${origin}.securityGroups`,
      message: `${origin} adds ${further.length} security groups to that of its tasks`,
      reason: "ECS takes at most 5 security groups, and one of them is the tasks' own",
      hint: "leave 4 of them, or put the rules of several into one",
    });
  }
  return [referTo(own, "id"), ...further.map(external)];
}
