import type { Decision } from "../../../compose/index.js";
import { splitPath } from "../../../diagnostics/index.js";

/** Decisions as they are told: what becomes of variables, of services, and the rest. */
export interface DecisionGroups {
  readonly variables: readonly DecidedVariable[];
  readonly services: readonly DecidedService[];
  readonly others: readonly OtherDecision[];
}

export interface DecidedVariable {
  /** `api`, or `api/otel` for a container beside it. */
  readonly owner: string;
  readonly name: string;
  readonly becomes: "environment" | "secret" | "parameter";
  readonly reason: string;
}

export interface DecidedService {
  readonly name: string;
  readonly becomes: "runs" | "given from outside" | "left out";
  readonly reason: string;
}

export interface OtherDecision {
  /** What it is about: `size`, `route`, `kind`. */
  readonly about: string;
  readonly path: string;
  readonly reason: string;
}

export function groupDecisions(decisions: readonly Decision[]): DecisionGroups {
  const variables: DecidedVariable[] = [];
  const services: DecidedService[] = [];
  const others: OtherDecision[] = [];
  for (const { what, path, reason } of decisions) {
    const segments = splitPath(path).map(String);
    const [area, name = ""] = segments;
    const fate = area === "services" && segments.length === 2 ? fates[what] : undefined;
    if (what === "environment" || what === "secret" || what === "parameter") {
      variables.push({ owner: ownerOf(segments), name: segments.at(-1) ?? path, becomes: what, reason });
    } else if (fate !== undefined) services.push({ name, becomes: fate, reason });
    else others.push({ about: what === "service" ? (segments.at(-1) ?? what) : what, path, reason });
  }
  return { variables, services, others };
}

const fates: Readonly<Partial<Record<Decision["what"], DecidedService["becomes"]>>> = {
  service: "runs",
  backing: "given from outside",
  "left-out": "left out",
};

/** `services.api.containers.otel.environment.A` belongs to `api/otel`. */
function ownerOf(segments: readonly string[]): string {
  const [, service = "", area, container] = segments;
  return area === "containers" && container !== undefined ? `${service}/${container}` : service;
}
