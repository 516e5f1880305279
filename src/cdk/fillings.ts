import { type Diagnostic, error, suggest } from "../diagnostics/index.js";
import type { Plan } from "../plan/index.js";
import { parameterName } from "../plan/names.js";

/** The values of parameters by their names in the templates, those that an app gives by name checked. */
export function fillParameters(
  plan: Plan,
  fillings: ReadonlyMap<string, string>,
  given: Readonly<Record<string, string>> = {},
): { readonly fillings: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] } {
  const names = plan.stacks.flatMap((stack) => stack.parameters.map(({ name }) => name));
  const open = names.filter((name) => !fillings.has(name));
  const all = new Map(fillings);
  const diagnostics: Diagnostic[] = [];
  for (const [name, value] of Object.entries(given)) {
    const found = [name, parameterName(name)].find((each) => open.includes(each));
    if (found !== undefined) all.set(found, value);
    else diagnostics.push(unknownParameter(name, open));
  }
  return { fillings: all, diagnostics };
}

function unknownParameter(name: string, open: readonly string[]): Diagnostic {
  const meant = suggest(name, open);
  return error(
    "unknown-reference",
    "",
    `parameters.${name} is given by the app, and no template has such a parameter`,
    {
      hint:
        meant === undefined
          ? `the parameters are ${[...new Set(open)].sort().join(", ") || "none"}`
          : `did you mean "${meant}"?`,
    },
  );
}
