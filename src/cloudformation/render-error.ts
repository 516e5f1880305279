/** A plan that cannot be rendered: a fault of the planner, never of the user. */
export class RenderError extends Error {
  override readonly name: string = "RenderError";
  readonly code: RenderErrorCode;

  constructor(code: RenderErrorCode, subject: string) {
    super(`${explanations[code]}: ${subject}`);
    this.code = code;
  }
}

const explanations = {
  "name-taken": "two parts of one template have the same logical name",
  "name-invalid": "a logical name is empty or longer than 255 characters",
  "unknown-resource": "a reference to a resource that the plan does not hold",
  "unknown-attribute": "a reference to an attribute that the resource does not have",
  "not-exported": "a reference into another stack to a value which that stack does not export",
} as const;

export type RenderErrorCode = keyof typeof explanations;
