import type { JsonValue, Value } from "../value.js";
import type { ResourceBase } from "./base.js";

/** A standard workflow. https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html */
export interface StateMachine extends ResourceBase<"StateMachine"> {
  readonly stateMachineName: string;
  /** In the words of the Amazon States Language: https://states-language.net/ */
  readonly definition: JsonValue;
  readonly role: Value<string>;
  readonly logs: {
    /** ARN of the log group with `:*` at its end. */
    readonly logGroup: Value<string>;
    readonly level: "ALL" | "ERROR";
    /** Whether inputs and results are written, too. */
    readonly executionData: boolean;
  };
}

/** A schedule of EventBridge Scheduler. https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export interface Schedule extends ResourceBase<"Schedule"> {
  readonly scheduleName: string;
  readonly description: string;
  /** `rate(...)` or `cron(...)`. */
  readonly expression: string;
  readonly timezone: string;
  /** `2027-01-31T00:00:00Z`. */
  readonly start?: string;
  readonly end?: string;
  /** Absent for the exact time. */
  readonly windowMinutes?: number;
  readonly enabled: boolean;
  readonly target: {
    readonly arn: Value<string>;
    readonly role: Value<string>;
    /** What the target is started with. */
    readonly input: JsonValue;
    /** After this the scheduler gives up. */
    readonly maximumAgeSeconds: number;
    readonly maximumRetries: number;
  };
}
