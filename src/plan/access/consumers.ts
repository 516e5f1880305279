import type { ResolveContext } from "../context.js";
import { defaultVisibilitySeconds } from "../data/queue.js";
import type { Asked } from "./plan-access.js";

/**
 * A task that is stopped may finish its message for as long as `stopTimeout`; a message that is visible again before that
 * is handled twice.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
export function checkConsumer(
  context: ResolveContext,
  { origin, name, verb }: Asked,
  stopTimeoutSeconds: number | undefined,
): void {
  const queue = context.manifest.resources[name];
  if (verb !== "consume" || queue?.type !== "sqs" || queue.import !== undefined) return;
  const visibleAfter = queue.visibilitySeconds ?? defaultVisibilitySeconds;
  if (stopTimeoutSeconds === undefined || stopTimeoutSeconds <= visibleAfter) return;
  context.report({
    code: "queue-visibility",
    severity: "warning",
    path: `${origin}.access.${name}`,
    message: `${origin} may work on a message for ${stopTimeoutSeconds} s after it is told to stop, and ${name} shows it again after ${visibleAfter} s`,
    reason: "another task would get the same message meanwhile",
    hint: `set resources.${name}.visibility to ${stopTimeoutSeconds}s or more`,
  });
}
