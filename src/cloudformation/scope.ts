import type { ImportedParameters } from "./imported-parameters.js";
import type { PlanIndex } from "./plan-index.js";

/** What a renderer sees besides its resource; both collections grow as values are rendered. */
export interface Scope {
  readonly index: PlanIndex;
  /** Name of the stack whose template is being rendered. */
  readonly stack: string;
  readonly imports: ImportedParameters;
  /** Ids of the resources of this stack that the resource at hand refers to. */
  readonly referred: Set<string>;
}
