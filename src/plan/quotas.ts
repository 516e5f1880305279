import type { ResolveContext } from "./context.js";
import type { Resource } from "./resource.js";
import type { ListenerRule } from "./resources/load-balancing.js";
import { isReference } from "./value.js";

/**
 * Quotas that an account may raise, so that a plan past them is a warning.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
const rulesPerLoadBalancer = 100;
const targetGroupsPerLoadBalancer = 100;
const rulesPerSecurityGroup = 60;

export function checkQuotas(context: ResolveContext, resources: readonly Resource[]): void {
  checkLoadBalancers(context, resources);
  const rulesByGroup = new Map<string, number>();
  for (const resource of resources) {
    if (resource.kind !== "SecurityGroupRule" || !isReference(resource.securityGroup)) continue;
    const key = `${resource.securityGroup.ref} ${resource.direction}`;
    rulesByGroup.set(key, (rulesByGroup.get(key) ?? 0) + 1);
  }
  for (const [key, count] of rulesByGroup) {
    if (count > rulesPerSecurityGroup) {
      warn(
        context,
        "services",
        `${count} rules in the security group ${key}`,
        `${rulesPerSecurityGroup} rules in each direction of a security group`,
      );
    }
  }
}

/** An imported listener stands for its load balancer: what others have on it is not known. */
function checkLoadBalancers(context: ResolveContext, resources: readonly Resource[]): void {
  const owners = new Map(
    resources.flatMap((each) =>
      each.kind === "Listener" ? [[each.id, JSON.stringify(each.loadBalancer)]] : [],
    ),
  );
  const origins = new Map(
    resources.flatMap((each) => (each.kind === "LoadBalancer" ? [[each.id, each.origin]] : [])),
  );
  const rules = new Map<string, ListenerRule[]>();
  for (const resource of resources) {
    if (resource.kind !== "ListenerRule") continue;
    const { listener } = resource;
    const owner = (isReference(listener) ? owners.get(listener.ref) : undefined) ?? JSON.stringify(listener);
    const known = rules.get(owner);
    if (known === undefined) rules.set(owner, [resource]);
    else known.push(resource);
  }
  for (const [owner, own] of rules) {
    const found = [...origins].find(([id]) => owner.includes(JSON.stringify(id)));
    const path = found?.[1] ?? "ingress";
    const groups = new Set(own.flatMap(({ action }) => targetGroupsOf(action)));
    const hint = `ask AWS for a higher quota before you deploy, or divide the routes: a further load balancer under ingress takes those that say ingress: <its name>`;
    if (own.length > rulesPerLoadBalancer)
      warn(
        context,
        path,
        `${own.length} rules on one load balancer`,
        `${rulesPerLoadBalancer} rules on a load balancer`,
        hint,
      );
    if (groups.size > targetGroupsPerLoadBalancer)
      warn(
        context,
        path,
        `${groups.size} target groups behind one load balancer`,
        `${targetGroupsPerLoadBalancer} target groups for a load balancer`,
        hint,
      );
  }
}

function targetGroupsOf(action: ListenerRule["action"]): readonly string[] {
  if (action.type === "forward") return [JSON.stringify(action.targetGroup)];
  if (action.type !== "weighted-forward") return [];
  return action.targets.map(({ targetGroup }) => JSON.stringify(targetGroup));
}

function warn(
  context: ResolveContext,
  path: string,
  what: string,
  quota: string,
  hint = "ask AWS for a higher quota before you deploy, or divide the application",
): void {
  context.report({
    code: "quota",
    severity: "warning",
    path,
    message: `the plan has ${what}`,
    reason: `an account starts with a quota of ${quota}`,
    hint,
  });
}
