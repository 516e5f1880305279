/** A text whose `${services...}` and `${resources...}` only the plan can resolve. */
export type Text = string | Template;

export interface Template {
  readonly template: readonly (string | { readonly reference: string })[];
}
