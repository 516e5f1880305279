import type { ResolveContext } from "./context.js";
import type { Resource } from "./resource.js";
import { isReference } from "./value.js";

/**
 * Quotas that an account may raise, so that a plan past them is a warning.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
const rulesPerLoadBalancer = 100;
const rulesPerSecurityGroup = 60;

export function checkQuotas(context: ResolveContext, resources: readonly Resource[]): void {
  const listenerRules = resources.filter((resource) => resource.kind === "ListenerRule").length;
  if (listenerRules > rulesPerLoadBalancer) {
    warn(
      context,
      "ingress",
      `${listenerRules} routes on one load balancer`,
      `${rulesPerLoadBalancer} rules on a load balancer`,
    );
  }
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

function warn(context: ResolveContext, path: string, what: string, quota: string): void {
  context.report({
    code: "quota",
    severity: "warning",
    path,
    message: `the plan has ${what}`,
    reason: `an account starts with a quota of ${quota}`,
    hint: "ask AWS for a higher quota before you deploy, or divide the application",
  });
}
