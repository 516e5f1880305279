import { describe, expect, it } from "vitest";
import { renderCloudFormation } from "../src/cloudformation/index.js";
import { validateTemplate } from "./judges/cloudformation-validate.js";
import { withoutExplained } from "./judges/explained.js";
import { checkAgainstServiceSpec } from "./judges/service-spec.js";
import { listSamples, planOfSample } from "./support/samples.js";

// proves NPC-15
describe.each(listSamples())("templates of sample $name", (sample) => {
  it.each(sample.environments)(
    "satisfy AWS's validator and the service specification in environment %s",
    (environment) => {
      const plan = planOfSample(sample, environment);
      for (const { area, template } of renderCloudFormation(plan)) {
        expect(withoutExplained(validateTemplate(template, plan.region)), area).toEqual([]);
        expect(checkAgainstServiceSpec(template), area).toEqual([]);
      }
    },
  );
});
