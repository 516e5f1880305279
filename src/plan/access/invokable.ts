import type { Value } from "../value.js";

/** The state machines that run jobs, by the name of the job, for `access: { <job>: invoke }`. */
export type Invokable = ReadonlyMap<string, JobStateMachine>;

export interface JobStateMachine {
  readonly arn: Value<string>;
  readonly name: Value<string>;
}
