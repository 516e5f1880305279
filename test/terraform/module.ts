import { parse } from "@cdktn/hcl2json";
import type { Plan } from "../../src/plan/plan.js";
import type { Resource } from "../../src/plan/resource.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { planWith } from "../judges/small-plan.js";

/** A block as hcl2json gives it: arguments as they are, expressions as `${...}`, blocks in lists. */
export type Body = Readonly<Record<string, unknown>>;

export interface Module {
  readonly files: readonly string[];
  /** The text of all files. */
  readonly text: string;
  readonly resources: Readonly<Record<string, Body>>;
  readonly data: Readonly<Record<string, Body>>;
  readonly variables: Readonly<Record<string, Body>>;
  readonly outputs: Readonly<Record<string, Body>>;
  readonly locals: Body;
  readonly provider: Body;
}

/** The module of a plan, read back by HashiCorp's own parser. */
export async function moduleOf(plan: Plan): Promise<Module> {
  const files = renderTerraform(plan);
  const text = files.map((each) => each.text).join("\n");
  const parsed = (await parse("module.tf", text)) as Readonly<Record<string, unknown>>;
  return {
    files: files.map(({ file }) => file),
    text,
    resources: byAddress(parsed["resource"]),
    data: byAddress(parsed["data"]),
    variables: onlyOnes(parsed["variable"]),
    outputs: onlyOnes(parsed["output"]),
    locals: Object.assign({}, ...((parsed["locals"] ?? []) as Body[])) as Body,
    provider: onlyOnes(parsed["provider"])["aws"] ?? {},
  };
}

/** The module of a plan of one stack with these resources. */
export async function moduleWith(...resources: readonly Resource[]): Promise<Module> {
  return moduleOf(planWith({ name: "one", resources }));
}

function byAddress(types: unknown): Record<string, Body> {
  const found: Record<string, Body> = {};
  for (const [type, labels] of Object.entries((types ?? {}) as Record<string, Record<string, Body[]>>)) {
    for (const [label, bodies] of Object.entries(labels)) {
      if (bodies.length !== 1) throw new TypeError(`${type}.${label} is there ${bodies.length} times`);
      found[`${type}.${label}`] = bodies[0] ?? {};
    }
  }
  return found;
}

function onlyOnes(labels: unknown): Record<string, Body> {
  const entries = Object.entries((labels ?? {}) as Record<string, Body[]>);
  return Object.fromEntries(entries.map(([label, [body = {}]]) => [label, body]));
}
