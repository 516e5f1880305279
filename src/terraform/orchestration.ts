import type { Schedule, StateMachine } from "../plan/resources/orchestration.js";
import { block } from "./hcl/tree.js";
import { policiesOf } from "./iam.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderJson, renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine */
export function renderStateMachine(machine: StateMachine, scope: Scope): Rendered {
  const { logs } = machine;
  return {
    arguments: {
      name: scope.names.named(machine.stateMachineName),
      type: "STANDARD",
      role_arn: renderValue(machine.role, scope),
      definition: renderJson(machine.definition, scope),
    },
    blocks: [
      block("logging_configuration", {
        level: logs.level,
        include_execution_data: logs.executionData,
        log_destination: renderValue(logs.logGroup, scope),
      }),
    ],
    // Step Functions tries the role's permissions when the state machine is made.
    waitsFor: policiesOf(machine.role, scope),
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/scheduler_schedule */
export function renderSchedule(schedule: Schedule, scope: Scope): Rendered {
  const { target, windowMinutes } = schedule;
  return {
    arguments: {
      name: scope.names.named(schedule.scheduleName),
      description: schedule.description,
      schedule_expression: schedule.expression,
      schedule_expression_timezone: schedule.timezone,
      start_date: schedule.start,
      end_date: schedule.end,
      state: schedule.enabled ? "ENABLED" : "DISABLED",
    },
    blocks: [
      block("flexible_time_window", {
        mode: windowMinutes === undefined ? "OFF" : "FLEXIBLE",
        maximum_window_in_minutes: windowMinutes,
      }),
      block("target", [
        { name: "arn", value: renderValue(target.arn, scope) },
        { name: "role_arn", value: renderValue(target.role, scope) },
        { name: "input", value: renderJson(target.input, scope) },
        block("retry_policy", {
          maximum_event_age_in_seconds: target.maximumAgeSeconds,
          maximum_retry_attempts: target.maximumRetries,
        }),
      ]),
    ],
    waitsFor: policiesOf(target.role, scope),
  };
}
