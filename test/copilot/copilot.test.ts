import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Json, renderCloudFormation } from "../../src/cloudformation/index.js";
import { type RawMap, readManifest } from "../../src/manifest/index.js";
import { type Plan, resolve } from "../../src/plan/index.js";
import { imageRows, scaleRows } from "./container-rows.js";
import { dataRows } from "./data-rows.js";
import { balancerRows, deployRows } from "./deploy-rows.js";
import { environmentRows } from "./environment-rows.js";
import { httpRows } from "./http-rows.js";
import { printCopilotTable } from "./print-table.js";
import type { CopilotRow, PlacedRow } from "./row.js";

const workloads: readonly CopilotRow[] = [
  ...imageRows,
  ...scaleRows,
  ...deployRows,
  ...dataRows,
  ...httpRows,
  ...balancerRows,
];
const all = [...workloads, ...environmentRows];
const placed = all.filter((row): row is PlacedRow => "ours" in row);

const base: RawMap = {
  application: "shop",
  region: "eu-west-1",
  services: { api: { image: "nginx:1.27", port: 8080, route: "/*" } },
};

describe("each field of Copilot that has a place here prints what Copilot printed", () => {
  test.each(placed)("$field ($types)", ({ ours, becomes: [type, property, value] }) => {
    const found = valuesAt(planOf(laidOver(base, parse(ours) as RawMap)), type, property);
    expect(found, `${type} ${property}`).not.toEqual([]);
    if (value !== undefined) expect(found.join("\n")).toContain(value);
    // A row that any manifest proves proves nothing.
    if (!sameWithout.has(ours)) expect(found).not.toEqual(valuesAt(planOf(base), type, property));
  });
});

/** What the base says already. */
const sameWithout = new Set(placed.slice(0, 2).map(({ ours }) => ours));

test("fields without a place say why, and what to do instead", () => {
  for (const row of all) {
    if ("ours" in row) continue;
    expect(row.because.length, row.field).toBeGreaterThan(10);
    expect(row.instead.length, row.field).toBeGreaterThan(5);
  }
});

test("no field is listed twice", () => {
  const names = all.map(({ field, types }) => `${field} ${types}`);
  expect(names).toEqual([...new Set(names)]);
});

test("docs/copilot.md is the table (npx vitest run test/copilot -u writes it)", async () => {
  await expect(printCopilotTable(workloads, environmentRows)).toMatchFileSnapshot("../../docs/copilot.md");
});

function planOf(manifest: RawMap): Plan {
  const environment = manifest["environments"] === undefined ? {} : { environment: "prod" };
  const parsed = readManifest(manifest, { file: "longshore.yaml" }, environment);
  const resolved = parsed.manifest && resolve(parsed.manifest);
  if (resolved?.ok) return resolved.value;
  const errors = [...parsed.diagnostics, ...(resolved?.diagnostics ?? [])];
  throw new TypeError(errors.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}

function laidOver(under: RawMap, over: RawMap): RawMap {
  const merged: Record<string, RawMap[string]> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isMap(value) && isMap(below) ? laidOver(below, value) : value;
  }
  return merged;
}

function isMap(value: unknown): value is RawMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Everything at a path of all resources of a type; `[]` goes into lists, and a name into JSON in a text. */
function valuesAt(plan: Plan, type: string, property: string): readonly string[] {
  const path = property.replaceAll("[]", ".[]").split(".");
  const templates = renderCloudFormation(plan).map(({ template }) => template);
  if (type === "Parameters") {
    const parameters = templates.flatMap(({ Parameters = {} }) => Object.values(Parameters));
    return parameters.flatMap((each) => atPath({ ...each }, path)).sort();
  }
  return templates
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter((resource) => resource.Type === type)
    .flatMap((resource) => atPath(resource.Properties ?? {}, path))
    .sort();
}

function atPath(value: Json, path: readonly string[]): readonly string[] {
  const [step, ...rest] = path;
  if (step === undefined) return [JSON.stringify(value)];
  if (step === "[]") return Array.isArray(value) ? value.flatMap((each: Json) => atPath(each, rest)) : [];
  if (!isMap(value)) return [];
  const next = (value as Readonly<Record<string, Json>>)[step];
  return next === undefined ? [] : atPath(next, rest);
}
