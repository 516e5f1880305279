import { describe, expect, it } from "vitest";
import { nearestPair } from "./fargate-pair.js";
import { validName, variableNameOf } from "./manifest-names.js";

describe("the nearest size upwards", () => {
  it.each([
    [0, 0, 256, 512],
    [256, 512, 256, 512],
    [256, 513, 256, 1024],
    [256, 1500, 256, 2048],
    [256, 2049, 512, 3072],
    [300, 300, 512, 1024],
    [512, 50, 512, 1024],
    [1024, 8193, 2048, 9216],
    [0, 20_000, 4096, 20_480],
    [8192, 17_000, 8192, 20_480],
    [16_384, 122_880, 16_384, 122_880],
  ])("%i CPU units and %i MiB", (cpuUnits, memoryMiB, cpu, memory) => {
    expect(nearestPair(cpuUnits, memoryMiB)).toEqual({ cpu, memory });
  });

  it("ends where Fargate ends", () => {
    expect(nearestPair(32_769, 0)).toBeUndefined();
    expect(nearestPair(0, 249_857)).toBeUndefined();
  });
});

describe("names", () => {
  it.each([
    ["provision_api", "provision-api"],
    ["Web.UI", "web-ui"],
    ["9lives", "service-9lives"],
    ["__", "service"],
    ["a".repeat(60), "a".repeat(40)],
    ["ünïcode", "n-code"],
  ])("%s", (name, valid) => {
    expect(validName(name, "service")).toBe(valid);
  });

  it.each([
    ["timescale-db", "TIMESCALE_DB"],
    ["9x", "V_9X"],
    ["-", "V_"],
  ])("%s", (name, variable) => {
    expect(variableNameOf(name)).toBe(variable);
  });
});
