/**
 * What becomes of a key. `used`: read, nothing is lost. `translated`: becomes something else in the manifest. `noted`:
 * does nothing on Fargate and needs to do nothing. `warned`: left out, which may matter. `refused`: Fargate cannot do it,
 * and the service may not work without it.
 */
export type KeyStatus = "used" | "translated" | "noted" | "warned" | "refused";

export interface KeyRow {
  /** Such as `services.*.ports`; `*` stands for any name. */
  readonly key: string;
  readonly status: KeyStatus;
  /** What it becomes; for what is left out, what it would have meant on Fargate. */
  readonly meaning: string;
  /** What to do instead. */
  readonly hint?: string;
}

type Written = readonly [key: string, status: KeyStatus, meaning: string, hint?: string];

/** Rows of one map of the compose file. */
export function rowsBelow(prefix: string, rows: readonly Written[]): readonly KeyRow[] {
  return rows.map(([key, status, meaning, hint]) => ({
    key: prefix === "" ? key : `${prefix}.${key}`,
    status,
    meaning,
    ...(hint === undefined ? {} : { hint }),
  }));
}
