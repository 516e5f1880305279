import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../diagnostics/index.js";
import { defineManifest } from "./define.js";
import { readManifest } from "./parse.js";

const source = { file: "longshore.config.ts" };
const valid = { application: "shop", services: { api: { image: "nginx" } } };

describe("readManifest", () => {
  it("reads what defineManifest returns", () => {
    const written = defineManifest({
      ...valid,
      environments: { dev: { profile: "economy", services: { api: { port: null } } } },
    });
    const { manifest, diagnostics } = readManifest(written, source, { environment: "dev" });
    expect(diagnostics).toEqual([]);
    expect(manifest).toMatchObject({ application: "shop", profile: "economy", environment: "dev" });
  });

  it("leaves out keys that are undefined, and takes objects without a prototype", () => {
    const services = Object.assign(Object.create(null), { api: { image: "nginx", port: undefined } });
    expect(readManifest({ ...valid, services }, source).diagnostics).toEqual([]);
  });

  it("names the path, because there is no text", () => {
    const { diagnostics, locate, manifest } = readManifest(
      { ...valid, services: { api: { image: "nginx", port: "x" } } },
      source,
    );
    expect(manifest).toBeUndefined();
    expect(locate("services.api.port")).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(formatDiagnostic(diagnostics[0] as never, undefined)).toContain(
      "longshore.config.ts (services.api.port)",
    );
  });

  class Custom {
    application = "x";
  }
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  let deep: unknown = "x";
  for (let depth = 0; depth < 5000; depth++) deep = [deep];

  it.each([
    ["a function", () => 1, "is a function"],
    ["a class instance", new Custom(), "is a class instance"],
    ["a date", new Date(0), "is a class instance"],
    ["a map", new Map(), "is a class instance"],
    ["not a number", Number.NaN, "is NaN"],
    ["infinity", Number.POSITIVE_INFINITY, "is Infinity"],
    ["a big integer", 1n, "is a bigint"],
    ["a symbol", Symbol("x"), "is a symbol"],
    ["a cycle", cyclic, "holds itself"],
    ["depth", deep, "nested more than"],
  ])("refuses %s", (_, value, message) => {
    const { diagnostics, manifest } = readManifest({ ...valid, tags: { a: value } }, source);
    expect(manifest).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(message);
    expect(readManifest(value, source).manifest).toBeUndefined();
  });

  it("refuses __proto__ and holes", () => {
    expect(readManifest(JSON.parse('{"__proto__": {"application": "x"}}'), source).diagnostics).toMatchObject(
      [{ code: "not-plain-data" }],
    );
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested.
    expect(readManifest({ ...valid, alarms: { notify: [, "a@b.co"] } }, source).diagnostics).toMatchObject([
      { code: "not-plain-data", path: "alarms.notify[0]" },
    ]);
  });

  it.each([null, undefined, 3, "x", true, []])("refuses %j as a whole", (value) => {
    expect(readManifest(value, source).diagnostics).toHaveLength(1);
  });
});
