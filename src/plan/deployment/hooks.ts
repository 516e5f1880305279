import type { DeployHook, HookStage } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { LifecycleHook, LifecycleStage } from "../resources/compute.js";
import type { IamRole } from "../resources/iam.js";
import type { ServiceFacts } from "../service/facts.js";
import type { Value } from "../value.js";
import { trustEcs } from "./trust.js";

export interface HooksPart {
  readonly hooks: readonly LifecycleHook[];
  readonly resources: readonly IamRole[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
export function planHooks(context: ResolveContext, facts: ServiceFacts): HooksPart {
  const { hooks = [] } = facts.service.deploy;
  const role = planHookRole(context, facts, hooks);
  return {
    hooks: hooks.map((hook): LifecycleHook => {
      const stages = hook.stages.map((stage) => apiNames[stage]);
      if ("pauseMinutes" in hook) {
        const onTimeout = hook.onTimeout === "continue" ? "CONTINUE" : "ROLLBACK";
        return { stages, type: "PAUSE", timeoutMinutes: hook.pauseMinutes, onTimeout };
      }
      const caller = hook.role === undefined ? role && referTo(role, "arn") : external(hook.role);
      return { stages, type: "AWS_LAMBDA", function: external(hook.function), role: caller ?? "" };
    }),
    resources: role === undefined ? [] : [role],
  };
}

const apiNames: { readonly [Stage in HookStage]: LifecycleStage } = {
  reconcile: "RECONCILE_SERVICE",
  "pre-scale-up": "PRE_SCALE_UP",
  "post-scale-up": "POST_SCALE_UP",
  "test-traffic-shift": "TEST_TRAFFIC_SHIFT",
  "post-test-traffic-shift": "POST_TEST_TRAFFIC_SHIFT",
  "pre-production-traffic-shift": "PRE_PRODUCTION_TRAFFIC_SHIFT",
  "production-traffic-shift": "PRODUCTION_TRAFFIC_SHIFT",
  "post-production-traffic-shift": "POST_PRODUCTION_TRAFFIC_SHIFT",
};

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-permissions.html */
function planHookRole(
  context: ResolveContext,
  facts: ServiceFacts,
  hooks: readonly DeployHook[],
): IamRole | undefined {
  const functions = new Map<string, Value<string>>();
  for (const hook of hooks) {
    if (!("function" in hook) || hook.role !== undefined) continue;
    const called = external(hook.function);
    functions.set(JSON.stringify(called), called);
  }
  if (functions.size === 0) return undefined;
  return {
    id: `service/${facts.name}/hook-role`,
    kind: "IamRole",
    origin: `${facts.origin}.deploy.hooks`,
    roleName: context.name("IAM role", `${facts.name}-hooks`, facts.origin),
    description: `Calls the checks of a deployment of ${facts.name}`,
    trust: [trustEcs],
    policies: [
      {
        name: "call-hooks",
        statements: [
          {
            sid: "CallHooks",
            effect: "Allow",
            actions: ["lambda:InvokeFunction"],
            resources: [...functions.values()],
          },
        ],
      },
    ],
    tags: context.tags({ service: facts.name }),
  };
}
