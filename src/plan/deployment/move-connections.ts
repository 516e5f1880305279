import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { Listener, TargetGroup } from "../resources/load-balancing.js";
import type { ServiceFacts } from "../service/facts.js";
import type { MovedTarget } from "./traffic.js";

/**
 * Behind a network load balancer ECS moves the weights of one listener for each target group.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb-resources-for-blue-green.html
 */
export function moveConnections(
  context: ResolveContext,
  { origin }: ServiceFacts,
  groups: { readonly targetGroup: TargetGroup; readonly alternate: TargetGroup },
  listeners: readonly Listener[],
): MovedTarget | undefined {
  const own = listeners.filter(({ defaultAction }) => leadsTo(defaultAction, groups.targetGroup.id));
  const [listener, other] = own;
  if (listener === undefined) return undefined;
  if (other !== undefined) {
    context.report({
      code: "route-conflict",
      severity: "error",
      path: `${origin}.deploy.strategy`,
      message: `${own.length} listeners of ${origin} lead to port ${groups.targetGroup.port}`,
      reason: "ECS moves the connections of one listener for each port; those of the others would be lost",
      hint: "let each listener lead to a port of its own, or use strategy: rolling",
    });
  }
  const moved = referTo(listener, "arn");
  return { ...groups, production: { rule: moved, listener: moved } };
}

function leadsTo(action: Listener["defaultAction"], id: string): boolean {
  if (action.type !== "weighted-forward") return false;
  return action.targets.some(
    ({ targetGroup }) => typeof targetGroup === "object" && "ref" in targetGroup && targetGroup.ref === id,
  );
}
