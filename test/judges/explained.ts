import explained from "./explained.json" with { type: "json" };
import type { Finding } from "./finding.js";

/** Rules whose warnings are accepted, with the reason; the conformance run reads the same list. */
const reasons: Readonly<Record<string, string>> = explained;

/** Errors, and the warnings that nobody has given a reason for. */
export function withoutExplained(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, rule }) => severity === "error" || !Object.hasOwn(reasons, rule));
}
