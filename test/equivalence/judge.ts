import type { BothSides } from "./cases.js";
import { compareFacts, type Difference } from "./compare.js";
import { EquivalenceError } from "./facts.js";
import { explain, type KnownDifference, knownDifferences } from "./known-differences.js";

export interface Verdict {
  readonly cases: readonly CaseVerdict[];
  /** Known differences that no case shows any more. */
  readonly unused: readonly KnownDifference[];
}

export interface CaseVerdict {
  readonly name: string;
  readonly subjects: number;
  readonly explained: number;
  /** What the two sides do not agree on, in words. */
  readonly unexplained: readonly string[];
}

export function judgeFacts(facts: ReadonlyMap<string, BothSides | EquivalenceError>): Verdict {
  const used = new Set<KnownDifference>();
  const cases = [...facts].map(([name, sides]) => judgeCase(name, sides, used));
  return { cases, unused: knownDifferences.filter((known) => !used.has(known)) };
}

function judgeCase(
  name: string,
  sides: BothSides | EquivalenceError,
  used: Set<KnownDifference>,
): CaseVerdict {
  if (sides instanceof EquivalenceError)
    return { name, subjects: 0, explained: 0, unexplained: [sides.message] };
  const { cloudFormation, terraform } = sides;
  const differences = compareFacts(cloudFormation, terraform);
  const unexplained = differences.filter((difference) => {
    const known = explain(difference);
    if (known !== undefined) used.add(known);
    return known === undefined;
  });
  return {
    name,
    subjects: new Set([...Object.keys(cloudFormation), ...Object.keys(terraform)]).size,
    explained: differences.length - unexplained.length,
    unexplained: unexplained.map(inWords),
  };
}

function inWords({ subject, path, cloudFormation, terraform }: Difference): string {
  const said = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
  const place = [subject, ...path].join(" / ");
  return `${place}: CloudFormation says ${said(cloudFormation)}, Terraform says ${said(terraform)}`;
}
