/** A plan that cannot be rendered: a fault of the planner, never of the user. */
export class TerraformRenderError extends Error {
  override readonly name: string = "TerraformRenderError";
  readonly code: TerraformRenderErrorCode;

  constructor(code: TerraformRenderErrorCode, subject: string) {
    super(`${explanations[code]}: ${subject}`);
    this.code = code;
  }
}

const explanations = {
  "unknown-resource": "a reference to a resource that the plan does not hold",
  "unknown-attribute": "a reference to an attribute that the resource does not have",
  "unknown-parameter": "a parameter that no stack of the plan declares",
  "address-taken": "two resources of the module at one address",
  "not-a-reference": "a value that must be a reference to a resource of the plan",
  "uneven-group": "resources that stand under one for_each have different blocks",
} as const;

export type TerraformRenderErrorCode = keyof typeof explanations;
