import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import type { ServiceFacts } from "../service/facts.js";
import type { Value } from "../value.js";
import type { AlarmRule } from "./alarm-rule.js";
import type { AlarmLimits } from "./limits.js";

/** How long the oldest message of each queue that the service consumes has waited. An empty queue has no age. */
export function queueRules(
  context: ResolveContext,
  facts: ServiceFacts,
  data: DataPart,
  { queueAgeSeconds }: AlarmLimits,
): readonly AlarmRule[] {
  if (queueAgeSeconds === undefined) return [];
  const queues = consumedQueues(facts, data);
  const own =
    typeof facts.settings.alarms === "object" && facts.settings.alarms.queueAgeSeconds !== undefined;
  if (queues.length === 0 && own) reportNoQueue(context, facts);
  return queues.map(({ name, queueName }) => ({
    name: `queue-age-${name.toLowerCase()}`,
    description: `${facts.name}: a message of ${name} waits longer than ${queueAgeSeconds} s for 5 minutes`,
    watch: {
      metric: {
        namespace: "AWS/SQS",
        metricName: "ApproximateAgeOfOldestMessage",
        dimensions: [{ name: "QueueName", value: queueName }],
        statistic: "Maximum",
        periodSeconds: 60,
      },
    },
    comparison: "GreaterThanThreshold",
    threshold: queueAgeSeconds,
    minutes: 5,
    treatMissingData: "notBreaching",
  }));
}

interface ConsumedQueue {
  readonly name: string;
  readonly queueName: Value<string>;
}

/** Those that `access` lets it consume, and the one that it scales with. */
function consumedQueues({ settings, service }: ServiceFacts, data: DataPart): readonly ConsumedQueue[] {
  const consumed = Object.entries(settings.access.resources).flatMap(([name, verb]) =>
    verb === "consume" || verb === "read-write" ? [name] : [],
  );
  const { backlog } = service.scale;
  const names = new Set([...consumed, ...(backlog === undefined ? [] : [backlog.queue])]);
  return [...names].sort().flatMap((name) => {
    const handle = data.handles.get(name);
    return handle?.type === "sqs" ? [{ name, queueName: handle.name }] : [];
  });
}

function reportNoQueue(context: ResolveContext, { origin, name }: ServiceFacts): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.alarms.queueAge`,
    message: `${origin} consumes no queue whose age could be watched`,
    hint: `say which one it consumes: services.${name}.access: { Jobs: consume }`,
  });
}
