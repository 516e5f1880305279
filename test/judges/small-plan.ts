import {
  renderCloudFormation,
  type Template,
  type TemplateResource,
} from "../../src/cloudformation/index.js";
import type { Plan, Stack } from "../../src/plan/plan.js";
import type { Resource } from "../../src/plan/resource.js";

/** What a stack of a test says; the rest is empty. */
export type SmallStack = Partial<Stack> & { readonly name: string };

export function planWith(...stacks: readonly SmallStack[]): Plan {
  return {
    formatVersion: 1,
    application: "shop",
    prefix: "shop",
    images: [],
    stacks: stacks.map((stack) => ({
      area: stack.name,
      description: `The stack ${stack.name}`,
      dependsOn: [],
      parameters: [],
      resources: [],
      exports: [],
      outputs: [],
      ...stack,
    })),
  };
}

/** The template of the last of the stacks. */
export function templateOf(...stacks: readonly SmallStack[]): Template {
  const last = renderCloudFormation(planWith(...stacks)).at(-1);
  if (last === undefined) throw new TypeError("there is no stack");
  return last.template;
}

/** The first of the resources as it is rendered in a stack with the others. */
export function renderWith(resource: Resource, ...others: readonly Resource[]): TemplateResource {
  const [rendered] = Object.values(templateOf({ name: "one", resources: [resource, ...others] }).Resources);
  if (rendered === undefined) throw new TypeError("nothing was rendered");
  return rendered;
}
