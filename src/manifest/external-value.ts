/**
 * A value that another owner keeps, written `ssm:/path`, `export:Name`, `${parameters.NAME}`, or plainly as an ARN, id or
 * name. `literal` holds the text as written.
 */
export type External =
  | { readonly from: "parameter"; readonly name: string }
  | { readonly from: "ssm"; readonly path: string }
  | { readonly from: "export"; readonly name: string }
  | { readonly from: "literal"; readonly value: string };

/** A list of externals, or one SSM parameter that holds a comma-separated list. */
export type ExternalList =
  | { readonly from: "list"; readonly items: readonly External[] }
  | { readonly from: "ssm-list"; readonly path: string };
