import { flag, number, parsed } from "../../converters.js";
import type { Kinds } from "../../kind.js";
import { as, within } from "../../read.js";

export const orchestration: Kinds = {
  aws_sfn_state_machine: {
    subject: (get) => `state machine ${get("name")}`,
    fields: {
      tags_all: as("tags"),
      name: as("name"),
      type: as("type"),
      role_arn: as("role"),
      definition: as("definition", parsed),
      logging_configuration: within({
        level: as("log level"),
        include_execution_data: as("logs data", flag),
        log_destination: as("log", (group) => [{ group }]),
      }),
    },
  },
  aws_scheduler_schedule: {
    subject: (get) => `schedule ${get("name")}`,
    fields: {
      name: as("name"),
      description: as("description"),
      schedule_expression: as("expression"),
      schedule_expression_timezone: as("time zone"),
      start_date: as("start"),
      end_date: as("end"),
      state: as("enabled", flag),
      flexible_time_window: within({
        mode: as("window"),
        maximum_window_in_minutes: as("window minutes", number),
      }),
      target: within({
        arn: as("target"),
        role_arn: as("role"),
        input: as("input", parsed),
        retry_policy: within({
          maximum_event_age_in_seconds: as("oldest", number),
          maximum_retry_attempts: as("retries", number),
        }),
      }),
    },
  },
};
