import { parse } from "@cdktn/hcl2json";
import { describe, expect, test } from "vitest";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { readManifest } from "../../src/manifest/index.js";
import { type Plan, resolve } from "../../src/plan/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { validateTemplate } from "../judges/cloudformation-validate.js";
import { allPairs, type Combination, pairsIn, pairsOf } from "./all-pairs.js";
import { manifestOf, options } from "./service-options.js";

const names = Object.keys(options);
/** A web service of which nothing else is said. */
const plain: Combination = Object.fromEntries(names.map((name) => [name, options[name]?.[0] ?? ""]));

/** Errors of each pair of choices that does not go together. */
const refused = new Map(
  pairsOf(options).flatMap((pair) => {
    const { errors } = planned({ ...plain, ...choicesOf(pair) });
    return errors.length === 0 ? [] : [[pair, errors] as const];
  }),
);

test("what the choices of a pair say against each other names both", () => {
  const unnamed = [...refused].flatMap(([pair, errors]) =>
    Object.entries(choicesOf(pair)).flatMap(([option, choice]) => {
      const said = errors.map(({ path, message, reason = "", hint = "" }) =>
        [path, message, reason, hint].join(" "),
      );
      const word = words[`${option} ${choice}`] ?? words[option];
      return word?.test(said.join("\n")) ? [] : [`${pair}: ${option} ${choice}: ${said.join("\n")}`];
    }),
  );
  expect(unnamed).toEqual([]);
  expect(refused.size).toBeGreaterThan(30);
});

test("an error tells what goes against what: a reason, or what to do", () => {
  for (const errors of refused.values())
    for (const { reason, hint, path } of errors) expect(`${reason ?? ""}${hint ?? ""}`, path).not.toBe("");
});

/** How a message calls an option or one of its choices. */
const words: Readonly<Record<string, RegExp>> = {
  kind: /route|listeners|port|Service Connect|DNS name|public address/,
  "size windows": /Windows/,
  capacity: /capacity|Spot/,
  "scale requests": /requests/,
  "scale response-time": /responseTime/,
  scale: /scale/,
  deploy: /deploy|rolled back|strategy/,
  volumes: /volumes/,
  sidecar: /container|sidecar/,
  shell: /exec/i,
  "files read-only": /read-only/,
  "files tmpfs": /tmpfs/,
  process: /init|restart|capabilities|user|ulimits|startTimeout/,
  connect: /Service Connect|connects/,
  "logs router": /router/,
  logs: /logs/,
  tracing: /tracing|collector/,
  alarms: /errorRate|alarms/,
  place: /subnets|egress/,
  data: /secrets|access/,
};

const combinations = allPairs(options, new Set(refused.keys()));

test("the combinations hold every pair that goes together, and are few", () => {
  const met = new Set(combinations.flatMap((combination) => pairsIn(combination, names)));
  const missing = pairsOf(options).filter((pair) => !refused.has(pair) && !met.has(pair));
  expect(missing).toEqual([]);
  expect(combinations.length).toBeLessThan(120);
});

describe("every combination of choices that go together in pairs plans and prints what is valid", () => {
  test.each(combinations.map((combination) => [nameOf(combination), combination] as const))(
    "%s",
    async (_name, combination) => {
      const { plan, errors } = planned(combination);
      expect(errors.map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
      if (plan === undefined) return;
      const templates = renderCloudFormation(plan).filter(({ area }) => area === "service-api");
      expect(templates).toHaveLength(1);
      const findings = templates.flatMap(({ template }) => validateTemplate(template));
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const { file, text } of renderTerraform(plan))
        await expect(parse(file, text)).resolves.toBeDefined();
    },
  );
});

function planned(combination: Combination): { readonly plan?: Plan; readonly errors: readonly Diagnostic[] } {
  const { manifest, diagnostics } = readManifest(manifestOf(combination), { file: "longshore.yaml" });
  if (manifest === undefined) return { errors: diagnostics };
  const resolved = resolve(manifest);
  const errors = resolved.diagnostics.filter(({ severity }) => severity === "error");
  return resolved.ok ? { plan: resolved.value, errors } : { errors };
}

function choicesOf(pair: string): Combination {
  return Object.fromEntries(JSON.parse(pair) as [string, string][]);
}

function nameOf(combination: Combination): string {
  const said = Object.entries(combination).filter(([, choice]) => choice !== "-");
  return said.map(([name, choice]) => `${name} ${choice}`).join(", ");
}
