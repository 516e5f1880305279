import { describe, expect, it } from "vitest";
import { accountId, arn, join, type Value } from "./value.js";

describe("join", () => {
  const ref: Value<string> = { ref: "data/Files", attribute: "name" };

  it.each([
    [[], ""],
    [["a", "b"], "ab"],
    [["", ref, ""], ref],
    [["a", "b", ref, "c", "d"], { join: ["ab", ref, "cd"] }],
    [["a", { join: ["b", ref] }, "c"], { join: ["ab", ref, "c"] }],
    [[ref, { join: [ref, "x"] }, ref], { join: [ref, ref, "x", ref] }],
  ] satisfies [Value<string>[], Value<string>][])("%j", (parts, joined) => {
    expect(join(...parts)).toEqual(joined);
  });

  it("spells ARNs", () => {
    expect(arn("s3", "files", { region: "", account: "" })).toEqual({
      join: ["arn:", { pseudo: "partition" }, ":s3:::files"],
    });
    expect(arn("ssm", "parameter/a")).toEqual({
      join: ["arn:", { pseudo: "partition" }, ":ssm:", { pseudo: "region" }, ":", accountId, ":parameter/a"],
    });
  });
});
