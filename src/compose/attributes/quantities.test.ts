import { describe, expect, it } from "vitest";
import { parseDecimal, parseDuration, parseFlag, parseMiB, parseWhole } from "./quantities.js";

describe("durations", () => {
  it.each([
    ["10s", 10],
    ["1m30s", 90],
    ["2h32m", 9120],
    ["5h34m56s", 20096],
    ["2.5s", 2.5],
    ["500ms", 0.5],
    ["10us", 0.00001],
    ["0", 0],
    ["0s", 0],
    ["1s500ms", 1.5],
    ["30", undefined],
    ["1 m", undefined],
    ["", undefined],
    ["-1s", undefined],
    ["1d", undefined],
  ])("%s", (text, seconds) => {
    const parsed = parseDuration(text);
    if (seconds === undefined) expect(parsed).toBeUndefined();
    else expect(parsed).toBeCloseTo(seconds, 9);
  });
});

describe("amounts of memory in MiB, rounded up", () => {
  it.each([
    ["512m", 512],
    ["512mb", 512],
    ["512MiB", 512],
    ["1g", 1024],
    ["1.5gb", 1536],
    ["2048k", 2],
    ["1", 1],
    ["1073741824", 1024],
    ["100b", 1],
    ["", undefined],
    ["much", undefined],
    ["1x", undefined],
  ])("%s", (text, mebibytes) => {
    expect(parseMiB(text)).toBe(mebibytes);
  });
});

describe("flags and numbers", () => {
  it.each([
    ["true", true],
    ["yes", true],
    ["1", true],
    ["False", false],
    ["off", false],
    ["maybe", undefined],
  ])("%s", (text, flag) => {
    expect(parseFlag(text)).toBe(flag);
  });

  it.each([
    ["3", 3, 3],
    ["0.5", undefined, 0.5],
    [".5", undefined, 0.5],
    ["x", undefined, undefined],
    ["1e3", undefined, undefined],
  ])("%s", (text, whole, decimal) => {
    expect([parseWhole(text), parseDecimal(text)]).toEqual([whole, decimal]);
  });
});
