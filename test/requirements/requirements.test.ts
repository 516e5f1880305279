import { describe, expect, it } from "vitest";
import { findProofs, readRequirements } from "../../scripts/requirements.mjs";

describe("requirements", () => {
  const ids = readRequirements().map((requirement) => requirement.id);

  it("have every id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(105);
  });

  it("are named by proofs as they are listed", () => {
    expect([...findProofs().keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
