import type {
  CircuitBreaker,
  DeploymentStrategy,
  EcsService,
  LifecycleHook,
  TrafficShift,
} from "../plan/resources/compute.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject } from "./template.js";
import { renderEach, renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-deploymentconfiguration.html */
export function renderDeployment(service: EcsService, scope: Scope): JsonObject {
  const { strategy, deploymentAlarms: alarms, circuitBreaker } = service;
  return {
    ...(strategy && renderStrategyOf(strategy)),
    MinimumHealthyPercent: service.minimumHealthyPercent,
    MaximumPercent: service.maximumPercent,
    ...given("BakeTimeInMinutes", service.bakeTimeMinutes),
    ...given("DeploymentCircuitBreaker", circuitBreaker && renderBreaker(circuitBreaker)),
    ...given(
      "Alarms",
      alarms && { AlarmNames: renderEach(alarms.names, scope), Enable: true, Rollback: alarms.rollback },
    ),
    ...listed(
      "LifecycleHooks",
      (service.lifecycleHooks ?? []).map((hook) => renderHook(hook, scope)),
    ),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-advancedconfiguration.html */
export function renderShift(shift: TrafficShift, scope: Scope): JsonObject {
  return {
    AlternateTargetGroupArn: renderValue(shift.alternateTargetGroup, scope),
    ProductionListenerRule: renderValue(shift.productionRule, scope),
    ...given("TestListenerRule", shift.testRule && renderValue(shift.testRule, scope)),
    RoleArn: renderValue(shift.role, scope),
  };
}

function renderStrategyOf(strategy: DeploymentStrategy): JsonObject {
  switch (strategy.type) {
    case "CANARY":
      return {
        Strategy: "CANARY",
        CanaryConfiguration: {
          CanaryPercent: strategy.percent,
          CanaryBakeTimeInMinutes: strategy.stepBakeTimeMinutes,
        },
      };
    case "LINEAR":
      return {
        Strategy: "LINEAR",
        LinearConfiguration: {
          StepPercent: strategy.percent,
          StepBakeTimeInMinutes: strategy.stepBakeTimeMinutes,
        },
      };
    default:
      return { Strategy: strategy.type };
  }
}

function renderBreaker({ enable, rollback, threshold, resetOnHealthyTask }: CircuitBreaker): JsonObject {
  return {
    Enable: enable,
    Rollback: rollback,
    ...given("ThresholdConfiguration", threshold && { Type: threshold.type, Value: threshold.value }),
    ...given("ResetOnHealthyTask", resetOnHealthyTask),
  };
}

function renderHook(hook: LifecycleHook, scope: Scope): JsonObject {
  if (hook.type === "AWS_LAMBDA") {
    return {
      TargetType: "AWS_LAMBDA",
      HookTargetArn: renderValue(hook.function, scope),
      RoleArn: renderValue(hook.role, scope),
      LifecycleStages: hook.stages,
    };
  }
  return {
    TargetType: "PAUSE",
    LifecycleStages: hook.stages,
    TimeoutConfiguration: { TimeoutInMinutes: hook.timeoutMinutes, Action: hook.onTimeout },
  };
}
