import { flag, number, parsed } from "../../converters.js";
import type { Kinds } from "../../kind.js";
import { as, listOf, pairs, within } from "../../read.js";

export const orchestration: Kinds = {
  "AWS::StepFunctions::StateMachine": {
    subject: (get) => `state machine ${get("StateMachineName")}`,
    fields: {
      Tags: pairs("tags", "Key", "Value"),
      StateMachineName: as("name"),
      StateMachineType: as("type"),
      RoleArn: as("role"),
      DefinitionString: as("definition", parsed),
      LoggingConfiguration: within({
        Level: as("log level"),
        IncludeExecutionData: as("logs data", flag),
        Destinations: listOf("log", {
          CloudWatchLogsLogGroup: within({ LogGroupArn: as("group") }),
        }),
      }),
    },
  },
  "AWS::Scheduler::Schedule": {
    subject: (get) => `schedule ${get("Name")}`,
    fields: {
      Name: as("name"),
      Description: as("description"),
      ScheduleExpression: as("expression"),
      ScheduleExpressionTimezone: as("time zone"),
      StartDate: as("start"),
      EndDate: as("end"),
      State: as("enabled", flag),
      FlexibleTimeWindow: within({
        Mode: as("window"),
        MaximumWindowInMinutes: as("window minutes", number),
      }),
      Target: within({
        Arn: as("target"),
        RoleArn: as("role"),
        Input: as("input", parsed),
        RetryPolicy: within({
          MaximumEventAgeInSeconds: as("oldest", number),
          MaximumRetryAttempts: as("retries", number),
        }),
      }),
    },
  },
};
