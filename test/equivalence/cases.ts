import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import { decodePlan, type Plan, type Resource } from "../../src/plan/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { everyKindPlan } from "../judges/every-kind/plan.js";
import { factsOfCloudFormation } from "./cloudformation/cloudformation-facts.js";
import { EquivalenceError, type Facts } from "./facts.js";
import { applyModules } from "./terraform/apply.js";
import type { AppliedModule } from "./terraform/state.js";
import { factsOfTerraform } from "./terraform/terraform-facts.js";

const samplesFolder = join(import.meta.dirname, "../samples");

/** One plan whose two outputs must say the same. */
export interface Case {
  readonly name: string;
  readonly plan: Plan;
}

/**
 * The plan of every sample in every environment, as its expected artefact has it, and the plan made by hand that holds
 * every kind of resource, also with all that it keeps deleted and all that it deletes kept.
 */
export function listCases(): readonly Case[] {
  const samples = readdirSync(samplesFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.split(sep).length === 3 && path.endsWith(`${sep}plan.json`))
    .sort();
  return [
    ...samples.map(sampleCase),
    { name: "every kind", plan: everyKindPlan },
    { name: "every kind, removed otherwise", plan: removedOtherwise(everyKindPlan) },
  ];
}

function sampleCase(path: string): Case {
  const [sample = "", environment = ""] = path.split(sep);
  const decoded = decodePlan(readFileSync(join(samplesFolder, path), "utf8"));
  if (!decoded.ok) throw new EquivalenceError(`${path} is no plan`);
  const name = environment === "default" ? sample : `${sample} in ${environment}`;
  return { name, plan: decoded.value };
}

function removedOtherwise(plan: Plan): Plan {
  const otherwise = (resource: Resource): Resource => {
    if (!("removal" in resource)) return resource;
    return resource.kind === "DbCluster" ||
      resource.kind === "DbInstance" ||
      resource.kind === "ReplicationGroup"
      ? { ...resource, removal: resource.removal === "snapshot" ? "delete" : "snapshot" }
      : { ...resource, removal: resource.removal === "retain" ? "delete" : "retain" };
  };
  const stacks = plan.stacks.map((stack) => ({ ...stack, resources: stack.resources.map(otherwise) }));
  return { ...plan, stacks };
}

export interface BothSides {
  readonly cloudFormation: Facts;
  readonly terraform: Facts;
  /** That the facts of Terraform are of. */
  readonly module: AppliedModule;
}

/** The facts of each case by its name, or why there are none. */
export async function factsOf(
  cases: readonly Case[],
): Promise<ReadonlyMap<string, BothSides | EquivalenceError>> {
  const modules = new Map(cases.map(({ name, plan }) => [name, renderTerraform(plan)]));
  const applied = await applyModules(modules);
  return new Map(cases.map(({ name, plan }) => [name, sidesOf(plan, applied.get(name))]));
}

function sidesOf(
  plan: Plan,
  module: AppliedModule | EquivalenceError | undefined,
): BothSides | EquivalenceError {
  if (module === undefined || module instanceof EquivalenceError)
    return module ?? new EquivalenceError("not applied");
  try {
    const cloudFormation = factsOfCloudFormation(renderCloudFormation(plan));
    return { cloudFormation, terraform: factsOfTerraform(module), module };
  } catch (error) {
    if (error instanceof EquivalenceError) return error;
    throw error;
  }
}
