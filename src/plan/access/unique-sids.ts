import type { PolicyStatement } from "../resources/iam.js";

/** The names of the statements of a policy must differ; those of `a-b` and `ab` would not. */
export function uniqueSids(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const taken = new Set<string>();
  return statements.map((statement) => {
    let sid = statement.sid;
    for (let count = 2; taken.has(sid); count++) sid = `${statement.sid}${count}`;
    taken.add(sid);
    return sid === statement.sid ? statement : { ...statement, sid };
  });
}
