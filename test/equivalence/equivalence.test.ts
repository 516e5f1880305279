import { beforeAll, describe, expect, it } from "vitest";
import { type BothSides, factsOf, listCases } from "./cases.js";
import { blindSpots, plant, stateOf, templatesOfEveryKind } from "./errors.js";
import { EquivalenceError } from "./facts.js";
import { judgeFacts } from "./judge.js";
import { planted } from "./planted.js";
import { hasTerraform } from "./terraform/apply.js";

// All samples in all environments take half a minute, which is for `npm run conformance`; these show everything at once.
const everyday: readonly string[] = ["every kind", "every kind, removed otherwise", "nonprod-cluster"];
const cases = listCases().filter(({ name }) => everyday.includes(name));

const isHere = await hasTerraform();
const skipped = isHere ? "" : " (SKIPPED: there is no terraform on this machine)";

describe.skipIf(!isHere)(`CloudFormation and Terraform of one plan${skipped}`, () => {
  let facts: ReadonlyMap<string, BothSides | EquivalenceError>;
  beforeAll(async () => {
    facts = await factsOf(cases);
  }, 60_000 * everyday.length);

  it.each(everyday)("say the same for %s", (name) => {
    const verdict = judgeFacts(new Map([[name, sidesOf(name)]]));
    expect(verdict.cases.map(({ unexplained }) => unexplained)).toEqual([[]]);
    expect(verdict.cases[0]?.subjects).toBeGreaterThan(70);
  });

  it("differ in every way that the table of known differences lists", () => {
    expect(judgeFacts(facts).unused.map(({ what }) => what)).toEqual([]);
  });

  it.each(planted)("differ by $what in the templates", ({ cloudFormation: { path, change }, found }) => {
    const sides = sidesOf("every kind");
    const cloudFormation = plant(templatesOfEveryKind(), path, change);
    expect(unexplained({ ...sides, cloudFormation })).toContainEqual(expect.stringContaining(`${found}: `));
  });

  it.each(planted)("differ by $what in the module", ({ terraform: { path, change }, found }) => {
    const sides = sidesOf("every kind");
    const terraform = plant(stateOf(sides.module), path, change);
    expect(unexplained({ ...sides, terraform })).toContainEqual(expect.stringContaining(`${found}: `));
  });

  it("leave no value of the module unseen", () => {
    const state = stateOf(sidesOf("every kind").module);
    expect(state.leaves.length).toBeGreaterThan(400);
    expect(blindSpots(state)).toEqual([]);
  }, 120_000);

  function sidesOf(name: string): BothSides {
    const sides = facts.get(name);
    if (sides === undefined || sides instanceof EquivalenceError)
      throw sides ?? new EquivalenceError(`there is no case ${name}`);
    return sides;
  }
});

function unexplained(sides: BothSides): readonly string[] {
  return judgeFacts(new Map([["planted", sides]])).cases.flatMap((each) => each.unexplained);
}
