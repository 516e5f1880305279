import { describe, expect, it } from "vitest";
import type { ManifestBase } from "./base.js";
import { composeFilesIn, composeFilesOf } from "./compose-files.js";
import { parseManifest, readManifest } from "./parse.js";
import type { RawMap } from "./raw.js";
import { nowhere } from "./source.js";
import { readYaml } from "./yaml/read-yaml.js";

const baseText = `application: shop
services:
  web: { image: "nginx:1.27", port: 80, route: /*, environment: { A: 1.10, B: two }, connects: [worker] }
  worker: { image: worker, stopTimeout: 3m }
`;
/** As a compose file gives it: here a YAML text in the words of a manifest stands for it. */
function baseOf(text: string): ManifestBase {
  const { root, places } = readYaml({ file: "docker-compose.yml", text });
  return { tree: root as RawMap, places };
}
const base = baseOf(baseText.replace(", stopTimeout: 3m", ""));
const parse = (text: string, environment?: string, over = base) =>
  parseManifest(
    { file: "longshore.yaml", text: `compose: docker-compose.yml\n${text}` },
    { base: over, ...(environment === undefined ? {} : { environment }) },
  );
const shown = (text: string, environment?: string, over = base) =>
  parse(text, environment, over).diagnostics.map(({ code, path, span }) => {
    const source = span?.file === "longshore.yaml" ? `compose: docker-compose.yml\n${text}` : baseText;
    return [code, path, span?.file, source.slice(span?.start.offset, span?.end.offset)];
  });

describe("a manifest over a base", () => {
  it("may leave everything to it", () => {
    const { manifest, diagnostics } = parse("");
    expect(diagnostics).toEqual([]);
    expect(manifest).toMatchObject({
      ...{ application: "shop", compose: ["docker-compose.yml"] },
      services: {
        web: { port: 80, environment: { A: "1.10", B: "two" }, connects: ["worker"] },
        worker: { image: { reference: "worker" } },
      },
    });
  });

  it("is laid over it: maps merge, lists replace, null removes", () => {
    const { manifest, diagnostics } = parse(`application: store
region: eu-west-1
services:
  web: { environment: { B: null, C: 2.50 }, connects: [], route: { path: [/a] } }
  worker: null
  extra: { image: extra }
`);
    expect(diagnostics).toEqual([]);
    expect(manifest).toMatchObject({ application: "store", region: "eu-west-1" });
    expect(Object.keys(manifest?.services ?? {})).toEqual(["web", "extra"]);
    expect(manifest?.services["web"]).toMatchObject({
      ...{ port: 80, environment: { A: "1.10", C: "2.50" }, connects: [], routes: [{ paths: ["/a"] }] },
    });
    expect(manifest?.services["web"]?.environment).not.toHaveProperty("B");
  });

  it("lies under its environments", () => {
    const text = `services: { web: { scale: 2 } }
environments:
  dev: { services: { web: { environment: { A: 3.0, B: null }, port: null, route: null } } }
  empty:
`;
    const dev = parse(text, "dev");
    expect(dev.diagnostics).toEqual([]);
    expect(dev.environments).toEqual(["dev", "empty"]);
    expect(dev.manifest?.services["web"]).toMatchObject({ environment: { A: "3.0" }, scale: { min: 2 } });
    expect(dev.manifest?.services["web"]).not.toHaveProperty("port");
    expect(parse(text, "empty").manifest?.services["web"]?.environment).toEqual({ A: "1.10", B: "two" });
    expect(parse(text).diagnostics).toMatchObject([{ code: "environment-required" }]);
  });

  it("keeps a parameter without a default", () => {
    expect(parse("parameters: { HOST: }").manifest?.parameters).toEqual({ HOST: {} });
  });

  it("does not take a null that removes nothing for nothing", () => {
    expect(shown("network:\nservices: { web: { size: } }")).toEqual([
      ["wrong-type", "network", "longshore.yaml", "network"],
      ["wrong-type", "services.web.size", "longshore.yaml", "size"],
    ]);
  });

  it("has its faults where they are written", () => {
    const text = `services:
  web: { port: 0, image: null, prot: 1, scale: { min: 3, max: 2 }, environment: { A: [x] } }
environments: { dev: { services: { worker: { port: x } } }, prod: }
`;
    const inBoth = baseOf(baseText);
    expect(shown(text, "dev", inBoth)).toEqual([
      ["invalid-value", "services.worker.stopTimeout", "docker-compose.yml", "3m"],
      ["invalid-value", "services.web.port", "longshore.yaml", "0"],
      ["missing-key", "services.web.image", "longshore.yaml", "null"],
      ["unknown-key", "services.web.prot", "longshore.yaml", "prot"],
      ["scale-range", "services.web.scale.max", "longshore.yaml", "2"],
      ["wrong-type", "services.web.environment.A", "longshore.yaml", "A"],
      ["wrong-type", "services.worker.port", "longshore.yaml", "x"],
    ]);
    expect(shown(text, "prod", inBoth).map(([, path]) => path)).toContain("services.worker.stopTimeout");
  });

  it("finds a path where most of it is written", () => {
    const { locate } = parse(
      "services: { web: { scale: 2 } }\nenvironments: { dev: { services: { web: { port: 81 } } }, none: }",
      "dev",
    );
    const found = (path: string) => [locate(path)?.file, locate(path)?.start.line];
    expect(found("services.web.port")).toEqual(["longshore.yaml", 3]);
    expect(found("services.web.scale.min")).toEqual(["longshore.yaml", 2]);
    expect(found("services.web.environment.B")).toEqual(["docker-compose.yml", 3]);
    expect(found("services.web.environment.X")).toEqual(["docker-compose.yml", 3]);
    expect(found("services.worker")).toEqual(["docker-compose.yml", 4]);
    expect(found("services.web")).toEqual(["longshore.yaml", 3]);
    expect(found("network.cidr")).toEqual(["longshore.yaml", 1]);
  });

  it("may be an object of a config file, whose faults have the file alone", () => {
    const { diagnostics } = readManifest(
      { compose: "docker-compose.yml", services: { web: { port: "x" } } },
      { file: "longshore.config.ts" },
      { base: baseOf(baseText) },
    );
    expect(diagnostics.map(({ path, file, span }) => [path, file, span?.file])).toEqual([
      ["services.worker.stopTimeout", undefined, "docker-compose.yml"],
      ["services.web.port", "longshore.config.ts", undefined],
    ]);
  });

  it("needs no places in it", () => {
    const { diagnostics } = parse("", undefined, { tree: { application: "A" }, places: nowhere });
    expect(diagnostics.map(({ path }) => path).sort()).toEqual(["application", "services"]);
  });
});

describe("composeFilesOf", () => {
  it.each<[string, readonly string[]]>([
    ["application: shop", []],
    ["compose: docker-compose.yml\nservices: {}", ["docker-compose.yml"]],
    ["compose: [a.yml, b.yml]", ["a.yml", "b.yml"]],
    ["{ 'compose': a.yml }", ["a.yml"]],
    ["x: &files [a.yml]\ncompose: *files", ["a.yml"]],
    ["services: { compose: { image: a } }", []],
    ["compose: [a.yml, 3]", ["a.yml"]],
    ["compose: 3", []],
    ["compose:", []],
    ["compose: a.yml\n  : [", []],
    ["- compose", []],
    ["", []],
  ])("%j", (text, files) => {
    expect(composeFilesOf({ file: "longshore.yaml", text })).toEqual(files);
  });

  it.each([
    [{ compose: "a.yml" }, ["a.yml"]],
    [{ compose: ["a.yml", "b.yml"] }, ["a.yml", "b.yml"]],
    [{}, []],
    ["compose", []],
    [undefined, []],
    [null, []],
  ])("reads the object %j of a config file", (value, files) => {
    expect(composeFilesIn(value)).toEqual(files);
  });
});
