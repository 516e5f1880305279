import type { Template } from "../manifest.js";

/**
 * A text of which some `${...}` is left for the plan, in the tree between reading and normalising. A class, so that
 * a map that an author writes in the same shape is never taken for one.
 */
export class DeferredText implements Template {
  readonly template: Template["template"];

  constructor(template: Template["template"]) {
    this.template = template;
  }
}
