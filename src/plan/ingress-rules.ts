import type { IngressSettings } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import { answerAction, type IngressListener } from "./ingress-listeners.js";
import { ingressId } from "./ingress-names.js";
import type { AllocatedRule } from "./listener-rules.js";
import { hashOf } from "./names.js";
import type { ListenerRule } from "./resources/load-balancing.js";
import { ruleConditions } from "./rule-conditions.js";

/**
 * Requests that the load balancer answers by itself. Ids rest on the conditions: one more rule in front of the others must
 * not give each the priority that its neighbour still has.
 */
export function planIngressRules(
  context: ResolveContext,
  settings: IngressSettings,
  listeners: readonly IngressListener[],
  rules: readonly AllocatedRule[],
): readonly ListenerRule[] {
  return settings.rules.flatMap(({ origin, answer }) =>
    rules
      .filter((rule) => rule.origin === origin)
      .flatMap((rule) =>
        listeners.map((listener): ListenerRule => {
          const hash = hashOf(JSON.stringify(rule.conditions)).toString(36).padStart(7, "0").slice(-6);
          return {
            id: ingressId(settings, `${listener.name}-rule-${hash}`),
            kind: "ListenerRule",
            origin,
            listener: listener.arn,
            priority: rule.priority,
            ...ruleConditions(rule.conditions),
            action: answerAction(answer),
            tags: context.tags(),
          };
        }),
      ),
  );
}
