import type { Schedule, StateMachine } from "../plan/resources/orchestration.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderText, renderValue } from "./values.js";

/**
 * The definition is a text, so that its numbers and booleans reach Step Functions as such.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
 */
export function renderStateMachine(machine: StateMachine, scope: Scope): ResourceBody {
  const { logs } = machine;
  return {
    Type: "AWS::StepFunctions::StateMachine",
    Properties: {
      StateMachineName: machine.stateMachineName,
      StateMachineType: "STANDARD",
      RoleArn: renderValue(machine.role, scope),
      DefinitionString: renderText(machine.definition, scope),
      LoggingConfiguration: {
        Level: logs.level,
        IncludeExecutionData: logs.executionData,
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: renderValue(logs.logGroup, scope) } }],
      },
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html */
export function renderSchedule(schedule: Schedule, scope: Scope): ResourceBody {
  const { target, windowMinutes } = schedule;
  return {
    Type: "AWS::Scheduler::Schedule",
    Properties: {
      Name: schedule.scheduleName,
      Description: schedule.description,
      ScheduleExpression: schedule.expression,
      ScheduleExpressionTimezone: schedule.timezone,
      ...given("StartDate", schedule.start),
      ...given("EndDate", schedule.end),
      FlexibleTimeWindow: {
        Mode: windowMinutes === undefined ? "OFF" : "FLEXIBLE",
        ...given("MaximumWindowInMinutes", windowMinutes),
      },
      State: schedule.enabled ? "ENABLED" : "DISABLED",
      Target: {
        Arn: renderValue(target.arn, scope),
        RoleArn: renderValue(target.role, scope),
        Input: renderText(target.input, scope),
        RetryPolicy: {
          MaximumEventAgeInSeconds: target.maximumAgeSeconds,
          MaximumRetryAttempts: target.maximumRetries,
        },
      },
    },
  };
}
