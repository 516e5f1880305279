import type { JsonObject } from "./facts.js";
import { uniqueEntries } from "./read.js";

/**
 * Rules of a security group by what they let through: `tcp 8080 to 8080, [id of security group shop-api]`. Whether a rule
 * stands in its group or alone is no difference to EC2.
 */
export function ruleFacts(direction: string, rules: readonly JsonObject[]): JsonObject {
  const entries = rules.map(({ protocol = "", from, to, peer = "", ...rest }) => {
    const ports = from === undefined && to === undefined ? "" : ` ${String(from)} to ${String(to)}`;
    return [`${String(protocol)}${ports}, ${String(peer)}`, rest] as const;
  });
  return { [direction]: uniqueEntries(entries, direction) };
}

/** So that a group without rules says that it has none. */
export const noRules: JsonObject = { ingress: {}, egress: {} };
