import { renderCloudFormation, type Template } from "../../src/cloudformation/index.js";
import { everyKindPlan } from "../judges/every-kind/plan.js";
import { factsOfCloudFormation } from "./cloudformation/cloudformation-facts.js";
import { compareFacts } from "./compare.js";
import { EquivalenceError, type Facts, isObject, type Json } from "./facts.js";
import { type Change, changeAt, type Leaf, leavesOf, otherThan } from "./leaves.js";
import type { AppliedModule, State } from "./terraform/state.js";
import { factsOfTerraform } from "./terraform/terraform-facts.js";
import { saidOf } from "./terraform/written.js";

/** One rendering as JSON, in which errors can be planted, and the way to its facts. */
export interface Rendering {
  readonly json: Json;
  readonly factsOf: (json: Json | undefined) => Facts;
  /** Every value that the rendering itself gives. */
  readonly leaves: readonly Leaf[];
}

/** The templates of the plan that holds every kind, by area. */
export function templatesOfEveryKind(): Rendering {
  const rendered = renderCloudFormation(everyKindPlan);
  const json: Json = JSON.parse(
    JSON.stringify(Object.fromEntries(rendered.map(({ area, template }) => [area, template]))),
  );
  return {
    json,
    factsOf: (changed) => {
      const byArea: unknown = changed;
      const all = Object.values(byArea as Readonly<Record<string, Template>>);
      return factsOfCloudFormation(all.map((template) => ({ template })));
    },
    leaves: leavesOf(json).filter(({ path }) => !aboutTheTemplate.test(path.join("."))),
  };
}

/** Not about AWS: words for people and the order of creation. */
const aboutTheTemplate =
  /^[\w-]+\.(AWSTemplateFormatVersion|Description|Parameters\.\w+\.Description|Resources\.\w+\.DependsOn\.\d+)$/;

/** The state of a module, its resources by address. */
export function stateOf({ written, state }: AppliedModule): Rendering {
  const { resources } = state.values.root_module;
  const json = {
    outputs: state.values.outputs ?? {},
    resources: Object.fromEntries(resources.map((each) => [each.address, each])),
  };
  const leaves = resources.flatMap(({ mode, type, name, address, values }) => {
    const block = written.resource[type]?.[name]?.[0];
    if (mode === "data" || block === undefined) return [];
    return leavesOf(saidOf(values, block, address), ["resources", address, "values"]);
  });
  return {
    json: JSON.parse(JSON.stringify(json)) as Json,
    factsOf: (changed) => {
      const { outputs = {}, resources: byAddress = {} } = isObject(changed) ? changed : {};
      const values = { outputs, root_module: { resources: Object.values(byAddress ?? {}) } };
      const unknown: unknown = { values };
      return factsOfTerraform({ written, state: unknown as State });
    },
    leaves,
  };
}

/** The facts with one error in the rendering. */
export function plant({ json, factsOf }: Rendering, path: readonly string[], change: Change): Facts {
  return factsOf(changeAt(json, path, change));
}

/** The places whose values could change without anyone noticing; a value that the normaliser refuses is noticed. */
export function blindSpots(rendering: Rendering): readonly string[] {
  const before = rendering.factsOf(rendering.json);
  const unseen = rendering.leaves.filter(({ path, value }) => {
    const change: Change = () => otherThan(value);
    try {
      return compareFacts(before, plant(rendering, path, change)).length === 0;
    } catch (error) {
      if (error instanceof EquivalenceError || error instanceof SyntaxError) return false;
      throw error;
    }
  });
  return unseen.map(({ path }) => path.join("."));
}
