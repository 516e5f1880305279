import type { Plan } from "../plan/plan.js";
import { attributes, type BodyItem } from "./hcl/tree.js";
import { createTaken, identifier } from "./identifier.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** `outputs.tf` */
export function renderOutputs(plan: Plan, scope: Scope): readonly BodyItem[] {
  const taken = createTaken();
  return plan.stacks
    .flatMap((stack) => stack.outputs)
    .map(({ name, description, value }) => ({
      type: "output",
      labels: [taken.take(identifier(name))],
      body: attributes({ description, value: renderValue(value, scope) }),
    }))
    .sort((a, b) => (String(a.labels) < String(b.labels) ? -1 : 1));
}
