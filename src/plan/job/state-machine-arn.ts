import type { Invokable } from "../access/invokable.js";
import type { ResolveContext } from "../context.js";
import { arn, type Value } from "../value.js";

/**
 * ARN of a job's state machine, made from its name: a policy that holds a reference instead would tie the stack of
 * whoever may start the job to the job's own stack, in a circle where the job connects to that service.
 */
export function stateMachineArn(context: ResolveContext, job: string): Value<string> {
  return arn("states", `stateMachine:${stateMachineName(context, job)}`);
}

/** The state machines of all jobs of the manifest. */
export function invokableJobs(context: ResolveContext): Invokable {
  const names = Object.keys(context.manifest.jobs ?? {}).sort();
  return new Map(
    names.map((name) => [
      name,
      { arn: stateMachineArn(context, name), name: stateMachineName(context, name) },
    ]),
  );
}

/** `<prefix>-<job>`. */
export function stateMachineName(context: ResolveContext, job: string): string {
  return `${context.prefix}-${job}`;
}
