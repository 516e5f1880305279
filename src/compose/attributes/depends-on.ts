import type { SourceSpan } from "../../diagnostics/index.js";
import { mapOfNames } from "../source/keyed-list.js";
import { childOf, isScalar, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import { parseFlag } from "./quantities.js";

export type DependencyCondition = "service_started" | "service_healthy" | "service_completed_successfully";

export interface Dependency {
  readonly service: string;
  readonly condition: DependencyCondition;
  readonly isRequired: boolean;
  readonly span: SourceSpan;
}

const conditions: readonly string[] = [
  "service_started",
  "service_healthy",
  "service_completed_successfully",
];

/** `depends_on` as a list of names or a map with conditions; `links` and `volumes_from` depend too. */
export function readDependencies(reader: AttributeReader): readonly Dependency[] {
  const map = mapOfNames(reader.entry("depends_on")?.value);
  return [...(map?.entries ?? [])].map(([service, { key, value }]) => {
    const span = spanAt(key);
    const written = childOf(value, "condition");
    const condition = isScalar(written) ? written.text : "service_started";
    if (!conditions.includes(condition))
      reader.fail(
        "invalid-value",
        `depends_on.${service}`,
        `the condition must be one of ${conditions.join(", ")}`,
        span,
      );
    const required = childOf(value, "required");
    return {
      service,
      condition: conditions.includes(condition) ? (condition as DependencyCondition) : "service_started",
      isRequired: !isScalar(required) || parseFlag(required.text) !== false,
      span,
    };
  });
}
