import { describe, expect, it } from "vitest";
import { spanMaker } from "../../diagnostics/index.js";
import { readSource } from "../source/read-source.js";
import type { Tree } from "../source/tree.js";
import { mergeServices, withoutResets } from "./merge-trees.js";

function treeOf(text: string): Tree {
  const { trees, diagnostics } = readSource({ file: "c", folder: "", text, spanOf: spanMaker("c", text) });
  expect(diagnostics).toEqual([]);
  return trees[0] as Tree;
}

function plain(tree: Tree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]));
}

function merged(base: string, over: string): unknown {
  return plain(withoutResets(mergeServices(treeOf(base), treeOf(over))));
}

describe("merging a service, by attribute", () => {
  it.each([
    [
      "maps merge",
      "{a: 1, deploy: {replicas: 1, mode: x}}",
      "{b: 2, deploy: {replicas: 3}}",
      { a: 1, b: 2, deploy: { replicas: 3, mode: "x" } },
    ],
    ["lists append", "{cap_add: [A]}", "{cap_add: [B]}", { cap_add: ["A", "B"] }],
    ["a scalar replaces", "{image: a}", "{image: b}", { image: "b" }],
    ["nothing replaces nothing", "{image: a}", "{image: }", { image: "a" }],
    ["command replaces", "{command: [a, b]}", "{command: [c]}", { command: ["c"] }],
    ["entrypoint replaces", "{entrypoint: a}", "{entrypoint: [c]}", { entrypoint: ["c"] }],
    [
      "a test replaces",
      "{healthcheck: {test: [CMD, a], retries: 2}}",
      "{healthcheck: {test: b}}",
      { healthcheck: { test: "b", retries: 2 } },
    ],
    [
      "environment merges by name",
      "{environment: [A=1, B=2]}",
      "{environment: {B: 3, C: 4}}",
      { environment: { A: "1", B: 3, C: 4 } },
    ],
    ["labels merge by name", "{labels: {a: x}}", "{labels: [a=y, b=z]}", { labels: { a: "y", b: "z" } }],
    [
      "build arguments merge by name",
      "{build: {context: ., args: [A=1]}}",
      "{build: {args: {A: 2}}}",
      { build: { context: ".", args: { A: 2 } } },
    ],
    [
      "a short build is its context",
      "{build: .}",
      "{build: {target: run}}",
      { build: { context: ".", target: "run" } },
    ],
    [
      "ports are unique",
      "{ports: ['80:80', '443:443']}",
      "{ports: ['80:80', '81:80']}",
      { ports: ["80:80", "443:443", "81:80"] },
    ],
    [
      "ports of both forms are compared",
      "{ports: ['8080:80']}",
      "{ports: [{target: 80, published: 8080, app_protocol: http}]}",
      { ports: [{ target: 80, published: 8080, app_protocol: "http" }] },
    ],
    [
      "volumes are unique by target",
      "{volumes: ['foo:/work', a:/a]}",
      "{volumes: ['bar:/work:ro']}",
      { volumes: ["bar:/work:ro", "a:/a"] },
    ],
    [
      "secrets are unique by target",
      "{secrets: [a, b]}",
      "{secrets: [{source: c, target: a}]}",
      { secrets: [{ source: "c", target: "a" }, "b"] },
    ],
    [
      "configs are unique by target",
      "{configs: [a]}",
      "{configs: [{source: c, target: /a}]}",
      { configs: [{ source: "c", target: "/a" }] },
    ],
    ["expose is unique", "{expose: [80]}", "{expose: ['80', 81]}", { expose: ["80", 81] }],
    [
      "depends_on merges by name",
      "{depends_on: [a]}",
      "{depends_on: {b: {condition: service_healthy}}}",
      { depends_on: { a: null, b: { condition: "service_healthy" } } },
    ],
    [
      "networks merge by name",
      "{networks: [a]}",
      "{networks: {a: {aliases: [x]}}}",
      { networks: { a: { aliases: ["x"] } } },
    ],
    [
      "env files append",
      "{env_file: a}",
      "{env_file: [b, {path: c}]}",
      { env_file: ["a", "b", { path: "c" }] },
    ],
    ["dns appends", "{dns: 1.1.1.1}", "{dns: [8.8.8.8]}", { dns: ["1.1.1.1", "8.8.8.8"] }],
    [
      "logging of one driver merges",
      "{logging: {driver: a, options: {x: 1}}}",
      "{logging: {driver: a, options: {y: 2}}}",
      { logging: { driver: "a", options: { x: 1, y: 2 } } },
    ],
    [
      "logging of another driver replaces",
      "{logging: {driver: a, options: {x: 1}}}",
      "{logging: {driver: b}}",
      { logging: { driver: "b" } },
    ],
    ["x- keys replace", "{x-a: {b: 1}}", "{x-a: {c: 2}}", { "x-a": { c: 2 } }],
    [
      "!reset removes",
      "{ports: ['80:80'], environment: {A: 1, B: 2}}",
      "{ports: !reset [], environment: {A: !reset null}}",
      { environment: { B: 2 } },
    ],
    ["!reset of an unset key does nothing", "{image: a}", "{ports: !reset []}", { image: "a" }],
    [
      "!override replaces a list",
      "{ports: ['8080:80']}",
      "{ports: !override ['8443:443']}",
      { ports: ["8443:443"] },
    ],
    [
      "!override replaces a map",
      "{environment: {A: 1}}",
      "{environment: !override {B: 2}}",
      { environment: { B: 2 } },
    ],
  ])("%s", (_rule, base, over, expected) => {
    expect(merged(base, over)).toEqual(expected);
  });

  it("keeps the place of what is laid over", () => {
    const base = treeOf("{environment: {A: 1}}");
    const over = treeOf("{environment: {B: 2}}");
    const environment = mergeServices(base, over);
    expect(environment.kind === "map" && environment.entries.get("environment")?.key.source).toBe(
      over.place.source,
    );
  });
});
