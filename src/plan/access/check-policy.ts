import { appendPath } from "../../diagnostics/index.js";
import type { AccessStatement } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";

/** A statement in the words of IAM may be wider than what it names, if it says why. */
export function checkPolicy(
  context: ResolveContext,
  path: string,
  { actions, resources, reason }: AccessStatement,
): void {
  if (reason !== undefined) return;
  const wide = [
    ...actions.filter((action) => /[*?]/.test(action)),
    ...resources.filter((resource) => resource === "*"),
  ];
  if (wide.length === 0) return;
  context.report({
    code: "access-wide",
    severity: "error",
    path: appendPath(path, wide[0] === "*" ? "resources" : "actions"),
    message: `${path} allows ${wide.join(", ")} and does not say why`,
    reason: "a wildcard grants what AWS adds tomorrow, and what others make tomorrow",
    hint: "name what the code needs, or add reason:",
  });
}
