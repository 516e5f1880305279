import type { Parameter, Plan } from "../../../plan/index.js";
import { type Section, tableSection } from "./section.js";

/** In the order in which they are deployed. */
export function describeStacks({ stacks }: Plan): readonly Section[] {
  const areas = new Map(stacks.map((stack) => [stack.name, stack.area]));
  return tableSection(
    "Stacks, in the order of their deployment",
    [
      { title: "#", align: "right" },
      { title: "stack" },
      { title: "resources", align: "right" },
      { title: "after" },
    ],
    stacks.map((stack, index) => [
      String(index + 1),
      stack.name,
      String(stack.resources.length),
      stack.dependsOn.map((name) => areas.get(name) ?? name).join(", "),
    ]),
  );
}

/** What the person who deploys must or may say. */
export function describeParameters({ stacks }: Plan): readonly Section[] {
  return tableSection(
    "Given when it is deployed",
    [{ title: "stack" }, { title: "parameter" }, { title: "default" }],
    stacks.flatMap(({ area, parameters }) =>
      parameters.map((parameter) => [area, parameter.name, defaultOf(parameter)]),
    ),
  );
}

function defaultOf({ default: preset, keepsRunning }: Parameter): string {
  return preset ?? (keepsRunning === true ? "none: given once, what runs is kept" : "none: it must be given");
}

/** Many stacks show the same outputs for each service, so these are counted and the others named. */
export function describeOutputs({ stacks }: Plan): readonly Section[] {
  return tableSection(
    "Outputs",
    [{ title: "stack" }, { title: "outputs" }],
    stacks.flatMap(({ area, outputs }) =>
      outputs.length === 0 ? [] : [[area, outputs.map((output) => output.name).join(", ")]],
    ),
  );
}
