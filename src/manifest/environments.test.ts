import { describe, expect, it } from "vitest";
import { layOver } from "./overlay.js";
import { parseManifest } from "./parse.js";

const text = `application: shop
region: eu-west-1
environments:
  dev: { profile: economy }
  prod:
    profile: production
    region: null
    services:
      api: { scale: { min: 4 }, route: { host: null }, connects: [db] }
      extra: { image: nginx, port: null }
  empty:
services:
  api:
    image: nginx
    route: { host: a.example.com, path: [/a, /b] }
    scale: { min: 1, max: 40 }
    connects: [worker, db]
`;
const parse = (environment?: string, source = text) =>
  parseManifest({ file: "longshore.yaml", text: source }, environment === undefined ? {} : { environment });

describe("environments", () => {
  it("lay over the document: maps merge, lists replace, null removes", () => {
    const { manifest, diagnostics, environments } = parse("prod");
    expect(diagnostics).toEqual([]);
    expect(environments).toEqual(["dev", "prod", "empty"]);
    expect(manifest).toMatchObject({ environment: "prod", profile: "production" });
    expect(manifest).not.toHaveProperty("region");
    expect(manifest?.services["api"]).toMatchObject({
      scale: { min: 4, max: 40 },
      routes: [{ hosts: [], paths: ["/a", "/b"] }],
      connects: ["db"],
    });
    expect(manifest?.services["extra"]).not.toHaveProperty("port");
  });

  it("leave the document alone where they say nothing", () => {
    expect(parse("empty").manifest).toMatchObject({ environment: "empty", region: "eu-west-1" });
  });

  it("must be asked for when declared; the names are known all the same", () => {
    const { manifest, diagnostics, environments } = parse();
    expect(manifest).toBeUndefined();
    expect(environments).toEqual(["dev", "prod", "empty"]);
    expect(diagnostics).toMatchObject([
      {
        code: "environment-required",
        hint: "ask for one of dev, prod, empty: -e dev",
        span: { start: { line: 3 } },
      },
    ]);
  });

  it("must exist", () => {
    expect(parse("prd").diagnostics).toMatchObject(
      [{ code: "unknown-environment", message: 'there is no environment "prd"', hint: /./ }].map(
        ({ hint: _, ...rest }) => rest,
      ),
    );
    expect(parse("prd").diagnostics[0]?.hint).toContain('did you mean "prod"?');
    expect(parse("constructor").diagnostics).toMatchObject([{ code: "unknown-environment" }]);
    expect(parse("Not A Name").diagnostics).toMatchObject([{ code: "unknown-environment" }]);
  });

  it("are a name only when none is declared", () => {
    const source = "application: a\nservices: { api: { image: nginx } }\n";
    expect(parse("dev", source)).toMatchObject({
      manifest: { environment: "dev" },
      diagnostics: [],
      environments: [],
    });
    expect(parse(undefined, source).manifest).not.toHaveProperty("environment");
  });

  it("are checked for their form, all of them", () => {
    const source =
      "application: a\nenvironments: { Dev: {}, b: 3, c: { environments: {} }, d: {}, e: { compose: a.yml } }\nservices: { api: { image: nginx } }\n";
    expect(parse("d", source).diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ["invalid-key", "environments.Dev"],
      ["wrong-type", "environments.b"],
      ["unknown-key", "environments.c.environments"],
      ["unknown-key", "environments.e.compose"],
    ]);
  });

  it("carry the blame for what they wrote", () => {
    const source = text.replace("scale: { min: 4 }", "scale: { min: 50 }, prot: 1");
    const words = parse("prod", source).diagnostics.map(({ path, span }) => [
      path,
      span?.start.line,
      source.slice(span?.start.offset, span?.end.offset),
    ]);
    expect(words).toEqual([
      ["services.api.prot", 9, "prot"],
      ["services.api.scale.max", 16, "40"],
    ]);
  });
});

describe("layOver that keeps idle nulls", () => {
  it.each([
    [{ a: 1 }, { a: null }, {}],
    [{}, { a: null, b: { c: null } }, { a: null, b: { c: null } }],
    [{ b: { c: 1 } }, { b: { c: null, d: null } }, { b: { d: null } }],
    [{ a: null }, { a: null }, {}],
  ])("%j with %j is %j", (base, overlay, merged) => {
    expect(layOver(base, overlay, "kept")).toEqual(merged);
  });
});

describe("layOver", () => {
  it.each([
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: 1, b: 2 }, { a: null }, { b: 2 }],
    [{}, { a: null, b: { c: null, d: 1 } }, { b: { d: 1 } }],
    [{ a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }],
    [{ a: { b: 2 } }, { a: 1 }, { a: 1 }],
  ])("%j with %j is %j", (base, overlay, merged) => {
    const before = structuredClone(base);
    expect(layOver(base, overlay)).toEqual(merged);
    expect(base).toEqual(before);
  });
});
