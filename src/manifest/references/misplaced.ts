import type { Diagnostic } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { DeferredText } from "./deferred-text.js";

/** Says where what only the plan can resolve may stand. */
export function misplaced(path: string, text: DeferredText): Diagnostic {
  const reference = text.template.find((piece) => typeof piece === "object")?.reference;
  return error("unknown-reference", path, `\${${reference}} may not stand here`, {
    reason: "it is known only when the resources are planned, or when they are deployed",
    hint: "references to services, resources, parameters and the account may stand in a container's environment, command and entrypoint; a parameter also where the id, name or ARN of what another owner keeps is written",
  });
}
