import type { Template } from "../text-value.js";

/**
 * A text of which some `${...}` is left for the plan, in the tree between reading and normalising. A class, so that
 * a map that an author writes in the same shape is never taken for one.
 */
export class DeferredText implements Template {
  readonly template: Template["template"];

  constructor(template: Template["template"]) {
    this.template = template;
  }

  /** True for `${parameters.NAME}` and nothing else. */
  isParameter(): boolean {
    return this.template.length === 1 && this.isOfParameters();
  }

  /** True when all that is left are parameters. */
  isOfParameters(): boolean {
    return this.template.every(
      (piece) => typeof piece === "string" || piece.reference.startsWith("parameters."),
    );
  }
}
