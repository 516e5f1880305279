import type { KeyRow } from "./key-row.js";
import { buildRows, deployRows, healthcheckRows } from "./nested-rows.js";
import { serviceRows } from "./service-rows.js";
import { topRows } from "./top-rows.js";

/** The published table: every key of the Compose Specification and what becomes of it. */
export const composeKeys: readonly KeyRow[] = [
  ...topRows,
  ...serviceRows,
  ...buildRows,
  ...deployRows,
  ...healthcheckRows,
];
