import type {
  DeploymentStrategy,
  EcsService,
  LifecycleHook,
  TrafficShift,
} from "../plan/resources/compute.js";
import type { ListenerAction } from "../plan/resources/load-balancing.js";
import { attributes, type Block, type BodyItem, block, traversal } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service#deployment_configuration */
export function renderDeployment(service: EcsService, scope: Scope): readonly Block[] {
  const { strategy, bakeTimeMinutes, lifecycleHooks: hooks = [], deploymentAlarms: alarms } = service;
  const isSaid = strategy !== undefined || bakeTimeMinutes !== undefined || hooks.length > 0;
  return [
    ...(isSaid
      ? [
          block("deployment_configuration", [
            ...attributes({ strategy: strategy?.type, bake_time_in_minutes: text(bakeTimeMinutes) }),
            ...(strategy === undefined ? [] : renderStrategy(strategy)),
            ...hooks.map((hook) => renderHook(hook, scope)),
          ]),
        ]
      : []),
    ...renderBreaker(service),
    ...(alarms === undefined
      ? []
      : [
          block("alarms", {
            alarm_names: renderEach(alarms.names, scope),
            enable: true,
            rollback: alarms.rollback,
          }),
        ]),
  ];
}

export function renderShift(shift: TrafficShift, scope: Scope): Block {
  return block("advanced_configuration", {
    alternate_target_group_arn: renderValue(shift.alternateTargetGroup, scope),
    production_listener_rule: renderValue(shift.productionRule, scope),
    test_listener_rule: shift.testRule && renderValue(shift.testRule, scope),
    role_arn: renderValue(shift.role, scope),
  });
}

/** The weights of the first day would take the requests from the version that serves: https://github.com/hashicorp/terraform-provider-aws/issues/43905 */
export function keepWeights(action: ListenerAction, argument: "action" | "default_action"): readonly Block[] {
  if (action.type !== "weighted-forward" || action.shiftedByEcs === undefined) return [];
  return [
    {
      ...block("lifecycle", { ignore_changes: [traversal(argument)] }),
      comment: "ECS moves the weights with each deployment; these are those of the first.",
    },
  ];
}

function renderStrategy(strategy: DeploymentStrategy): readonly Block[] {
  switch (strategy.type) {
    case "CANARY":
      return [
        block("canary_configuration", {
          canary_percent: strategy.percent,
          canary_bake_time_in_minutes: text(strategy.stepBakeTimeMinutes),
        }),
      ];
    case "LINEAR":
      return [
        block("linear_configuration", {
          step_percent: strategy.percent,
          step_bake_time_in_minutes: text(strategy.stepBakeTimeMinutes),
        }),
      ];
    default:
      return [];
  }
}

/** The provider has arguments for two of its settings. */
function renderBreaker({ circuitBreaker }: EcsService): readonly Block[] {
  if (circuitBreaker === undefined) return [];
  const { enable, rollback, threshold, resetOnHealthyTask } = circuitBreaker;
  const rendered = block("deployment_circuit_breaker", { enable, rollback });
  const unsaid = [
    ...(threshold ? [`threshold ${threshold.value}${threshold.type === "COUNT" ? " tasks" : " %"}`] : []),
    ...(resetOnHealthyTask === undefined ? [] : [`reset by a healthy task: ${resetOnHealthyTask}`]),
  ];
  if (unsaid.length === 0) return [rendered];
  const comment = `The provider has no argument yet for ${unsaid.join(" and ")}; CloudFormation sets it.`;
  return [{ ...rendered, comment }];
}

function renderHook(hook: LifecycleHook, scope: Scope): Block {
  const own: readonly BodyItem[] =
    hook.type === "AWS_LAMBDA"
      ? attributes({
          target_type: "AWS_LAMBDA",
          hook_target_arn: renderValue(hook.function, scope),
          role_arn: renderValue(hook.role, scope),
          lifecycle_stages: hook.stages,
        })
      : [
          ...attributes({ target_type: "PAUSE", lifecycle_stages: hook.stages }),
          block("timeout_configuration", {
            action: hook.onTimeout,
            timeout_in_minutes: text(hook.timeoutMinutes),
          }),
        ];
  return block("lifecycle_hook", own);
}

/** A text in the provider's schema. */
function text(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : String(minutes);
}
