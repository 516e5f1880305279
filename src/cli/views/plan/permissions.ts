import type { ResourceOf, Value } from "../../../plan/index.js";
import type { Catalogue } from "./catalogue.js";
import { describeValue } from "./value.js";

/** What a role may do, one line for each statement: the actions, and on what. */
export function describePermissions(catalogue: Catalogue, role: Value<string>): readonly string[] {
  const id = describeValue(role);
  const found = catalogue.get(id, "IamRole");
  if (found === undefined) return [id];
  const statements = found.policies.flatMap((policy) => policy.statements);
  return statements.length === 0 ? ["nothing"] : statements.map(describeStatement);
}

type Statement = ResourceOf<"IamRole">["policies"][number]["statements"][number];

function describeStatement({ effect, actions, resources = [], reason }: Statement): string {
  const what = `${effect === "Deny" ? "never " : ""}${actions.join(", ")}`;
  const why = reason === undefined ? "" : ` (${reason})`;
  return `${what} on ${resources.map(describeValue).join(", ")}${why}`;
}
