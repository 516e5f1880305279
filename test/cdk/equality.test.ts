import { describe, expect, it } from "vitest";
import { Longshore, LongshoreStacks, type ManifestProps } from "../../src/cdk/index.js";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import type { Plan } from "../../src/plan/index.js";
import { listSamples, planOfSample, type Sample } from "../support/samples.js";
import { asRead, emptyApp, emptyStack, synthesized } from "./synthesized.js";

describe.each(listSamples())("sample $name", (sample) => {
  it.each(sample.environments)("is in one stack what is rendered, in environment %s", (environment) => {
    const stack = emptyStack();
    const host = new Longshore(stack, "App", propsOf(sample, environment));
    const [rendered] = renderCloudFormation(host.plan);
    expect(host.plan).toEqual(planWith(sample, environment, "single"));
    expect(asRead(synthesized(stack))).toEqual(asRead(rendered?.template));
  });

  it.each(sample.environments)("is in its stacks what is rendered, in environment %s", (environment) => {
    const app = emptyApp();
    const host = new LongshoreStacks(app, "App", propsOf(sample, environment));
    const plan = planWith(sample, environment, "layered");
    expect(host.plan).toEqual(plan);
    expect(host.stacks.map(({ stackName }) => stackName)).toEqual(plan.stacks.map(({ name }) => name));
    for (const { stack, area, template } of renderCloudFormation(plan)) {
      expect(asRead(synthesized(host.stack(area))), stack).toEqual(asRead(template));
    }
  });
});

function propsOf({ manifestFile }: Sample, environment: string | undefined): ManifestProps {
  return { manifest: manifestFile, ...(environment !== undefined && { environment }) };
}

/** The plan of the command line, from the manifest with another line in it. */
function planWith(sample: Sample, environment: string | undefined, stacks: "single" | "layered"): Plan {
  const text = `${sample.text.replaceAll(/^(\s*)stacks: .*$/gm, "")}\nstacks: ${stacks}\n`;
  return planOfSample({ ...sample, text }, environment);
}
