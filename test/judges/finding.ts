/** What a judge objects to. */
export interface Finding {
  readonly severity: "error" | "warning";
  /** Name of the rule that was broken, as the judge calls it. */
  readonly rule: string;
  /** Where in the template, such as `Resources.Api.Properties.Cpu`. */
  readonly path: string;
  readonly message: string;
}
