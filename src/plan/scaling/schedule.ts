import type { ScaleMoment } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { hashOf } from "../names.js";
import type { ScheduledAction } from "../resources/scaling.js";
import type { ServiceFacts } from "../service/facts.js";

/** In the order of their names, which rest on the time alone, so that a new one leaves the others where they are. */
export function planScheduledActions(
  context: ResolveContext,
  facts: ServiceFacts,
): readonly ScheduledAction[] {
  const { schedule = [] } = facts.service.scale;
  const origin = `${facts.origin}.scale.schedule`;
  return schedule
    .map((moment): ScheduledAction => {
      const { expression, timezone, start, end, min, max } = moment;
      return {
        name: context.name("scheduled action", `${facts.name}-${nameOf(moment)}`, origin),
        schedule: expression,
        ...(timezone !== undefined && { timezone }),
        ...(start !== undefined && { start }),
        ...(end !== undefined && { end }),
        ...(min !== undefined && { minCapacity: min }),
        ...(max !== undefined && { maxCapacity: max }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf({ expression, timezone = "UTC" }: ScaleMoment): string {
  return `at-${hashOf(`${expression} ${timezone}`).toString(36)}`;
}
