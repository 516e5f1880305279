import type { ResolveContext } from "../context.js";
import type { Resource } from "../resource.js";
import type { CompositeAlarm } from "../resources/observability.js";
import type { Value } from "../value.js";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
const limits = { alarms: 100, ruleLength: 10_240 } as const;

/**
 * One alarm over all that tell of something; it notifies in their place, once, until all is well again. It stands in a
 * stack of its own, as CloudWatch takes no rule over alarms that are not there.
 */
export function planComposite(
  context: ResolveContext,
  resources: readonly Resource[],
  actions: readonly Value<string>[],
): readonly CompositeAlarm[] {
  if (context.manifest.alarms.composite !== true) return [];
  // What ends deployments has no word in what wakes people.
  const watched = resources.flatMap((each) =>
    each.kind === "Alarm" && !each.id.includes("/alarm-rollback-") ? [each] : [],
  );
  if (watched.length === 0) return [];
  const anyOf = watched.map(({ alarmName }) => alarmName).sort();
  const length = anyOf.reduce((sum, name) => sum + `ALARM("${name}") OR `.length, 0);
  if (anyOf.length > limits.alarms || length > limits.ruleLength) reportTooMany(context, anyOf.length);
  return [
    {
      id: "alarms/composite",
      kind: "CompositeAlarm",
      origin: "alarms.composite",
      dependsOn: watched.map(({ id }) => id).sort(),
      alarmName: context.name("alarm", "application", "alarms.composite"),
      description: `${context.prefix}: one of its ${anyOf.length} alarms tells of something`,
      anyOf,
      actions,
      tags: context.tags(),
    },
  ];
}

function reportTooMany(context: ResolveContext, count: number): void {
  context.report({
    code: "limit",
    severity: "error",
    path: "alarms.composite",
    message: `one alarm cannot stand over all ${count}`,
    reason: `CloudWatch takes ${limits.alarms} alarms and ${limits.ruleLength} characters in its rule`,
    hint: "remove alarms.composite, or set alarms: off on services that need none",
  });
}
