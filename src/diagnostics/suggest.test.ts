import { describe, expect, it } from "vitest";
import { editDistance, suggest } from "./suggest.js";

describe("suggest", () => {
  it.each([
    ["sevices", ["services", "secrets"], "services"],
    ["SERVICES", ["services"], "services"],
    ["imgae", ["image", "imports"], "image"],
    ["env", ["environment", "secrets"], "environment"],
    ["en", ["environment", "endpoints"], undefined],
    ["apii", ["api", "app"], "api"],
    ["xyz", ["application", "region"], undefined],
    ["a", ["b"], undefined],
    ["", ["api"], undefined],
    ["ab", ["ba"], "ba"],
  ])("%s among %j is %s", (written, candidates, meant) => {
    expect(suggest(written, candidates)).toBe(meant);
  });

  it("takes the nearest of several, the first of equals", () => {
    expect(suggest("worke", ["workers", "worker"])).toBe("worker");
    expect(suggest("cat", ["bat", "hat"])).toBe("bat");
  });
});

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["abc", "", 3],
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("%s to %s is %i", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });
});
