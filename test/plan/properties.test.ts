import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import { readManifest } from "../../src/manifest/index.js";
import { decodePlan, encodePlan, type Plan, resolve } from "../../src/plan/index.js";
import { checkAgainstServiceSpec } from "../judges/service-spec.js";
import { tryPlan } from "../support/plan-of.js";
import { plannableArbitrary } from "../support/plannable.js";

type Written = Parameters<typeof readManifest>[0];

function plan(written: Written): Plan | undefined {
  const { manifest } = readManifest(written, { file: "longshore.config.ts" });
  if (manifest === undefined) return undefined;
  const resolved = resolve(manifest);
  return resolved.ok ? resolved.value : undefined;
}

function reversed<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).reverse());
}

describe("any manifest of the schema", () => {
  it("plans, or tells why with a place in the text", () => {
    let planned = 0;
    fc.assert(
      fc.property(plannableArbitrary(), (written) => {
        const result = tryPlan(stringify(written));
        if (result.plan !== undefined) planned++;
        else expect(result.diagnostics.filter((each) => each.severity === "error").length).toBeGreaterThan(0);
        for (const diagnostic of result.diagnostics) expect(diagnostic.span?.start.line).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    // The property says little when most drawn manifests are refused.
    expect(planned).toBeGreaterThan(20);
  }, 60_000);

  it("gives the same bytes in any order of its services and resources", () => {
    fc.assert(
      fc.property(plannableArbitrary(), (written) => {
        const other = {
          ...written,
          services: reversed(written.services),
          resources: reversed(written.resources ?? {}),
        };
        const [one, two] = [plan(written), plan(other)];
        expect(two === undefined ? undefined : encodePlan(two)).toBe(
          one === undefined ? undefined : encodePlan(one),
        );
      }),
    );
  });

  it("comes back from a plan file unchanged", () => {
    fc.assert(
      fc.property(plannableArbitrary(), (written) => {
        const made = plan(written);
        if (made !== undefined) expect(decodePlan(encodePlan(made))).toMatchObject({ ok: true, value: made });
      }),
    );
  });

  it("renders to templates that the service specification knows, within CloudFormation's limits", () => {
    fc.assert(
      fc.property(plannableArbitrary(), (written) => {
        const made = plan(written);
        if (made === undefined) return;
        for (const { template } of renderCloudFormation(made)) {
          expect(checkAgainstServiceSpec(template)).toEqual([]);
          expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps one service's resources when another is added", () => {
    fc.assert(
      fc.property(plannableArbitrary(), (written) => {
        const added = { ...written, services: { ...written.services, "zz-added": { image: "nginx" } } };
        const [before, after] = [plan(written), plan(added)];
        if (before === undefined || after === undefined) return;
        // Endpoints that follow what the services use change with them, by intent.
        if (JSON.stringify(written.network ?? {}).includes('"auto"')) return;
        const own = (made: Plan): string =>
          JSON.stringify(
            made.stacks
              .flatMap((stack) => stack.resources)
              // What watches every alarm of the application is there to change with them.
              .filter(({ id, kind }) => !id.includes("zz-added") && kind !== "CompositeAlarm"),
          );
        expect(own(after)).toBe(own(before));
      }),
    );
  });
});
