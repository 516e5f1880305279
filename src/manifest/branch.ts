import type * as z from "zod/mini";
import type { Raw } from "./raw.js";

type Issue = z.core.$ZodIssue;
type Branch = readonly Issue[];

/**
 * The branch of a union that the author meant: the only one of the value's kind, or among several maps the one with
 * the fewest faults. Undefined when none or several fit alike; then the union's own words say more.
 */
export function bestBranch(branches: readonly Branch[], value: Raw | undefined): Branch | undefined {
  const fitting = branches.filter((branch) => !branch.some((issue) => isOtherKind(issue, value)));
  const [best, next] = fitting
    .map((branch) => ({ branch, faults: faultsOf(branch) }))
    .sort((a, b) => a.faults - b.faults);
  if (best === undefined || best.faults === next?.faults) return undefined;
  return best.branch;
}

export interface CommonlyUnknown {
  readonly keys: readonly string[];
  /** Every key that one of the branches knows. */
  readonly known: readonly string[];
}

/** The keys that none of the branches for maps knows. */
export function unknownToAll(branches: readonly Branch[]): CommonlyUnknown {
  const refusals = branches.flatMap((branch) => branch.filter((issue) => issue.code === "unrecognized_keys"));
  const [first, ...others] = refusals;
  const keys = (first?.keys ?? []).filter((key) => others.every((other) => other.keys.includes(key)));
  return { keys, known: [...new Set(refusals.flatMap(({ message }) => message.split(" ")))] };
}

/** True when the issue says that the value as a whole is of another kind than the branch takes. */
function isOtherKind(issue: Issue, value: Raw | undefined): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_type") return true;
  if (issue.code === "invalid_value") return !issue.values.some((each) => typeof each === typeof value);
  if (issue.code !== "invalid_union") return false;
  return (
    issue.errors.length > 0 && issue.errors.every((inner) => inner.some((each) => isOtherKind(each, value)))
  );
}

/** A missing or unknown key speaks against a branch; a wrong value further below does not. */
function faultsOf(branch: Branch): number {
  return branch.filter(({ path }) => path.length <= 1).length;
}
