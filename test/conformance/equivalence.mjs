// node test/conformance/equivalence.mjs [part of a case's name]
// Renders every sample in every environment to CloudFormation and to Terraform, turns both into the same neutral facts and
// lets no difference pass that `test/equivalence/known-differences.ts` does not explain. Terraform's side is what the real
// binary makes of the module, so where there is none it says so and succeeds.
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { terraformVersion } from "./terraform-module.mjs";

/** True unless the two sides differ. */
export async function judgeEquivalence(part = "") {
  if ((await terraformVersion()) === undefined)
    return say("SKIPPED: there is no terraform on this machine", true);
  const jiti = createJiti(import.meta.url);
  const { factsOf, listCases } = await jiti.import("../equivalence/cases.ts");
  const { judgeFacts } = await jiti.import("../equivalence/judge.ts");
  const start = performance.now();
  const { cases, unused } = judgeFacts(await factsOf(listCases().filter(({ name }) => name.includes(part))));
  for (const { name, subjects, explained, unexplained } of cases) {
    console.log(
      `${name}: ${subjects} subjects, ${explained} explained differences, ${unexplained.length} others`,
    );
    for (const difference of unexplained) console.log(`  ${difference}`);
  }
  // One case alone does not show every difference.
  const idle = part === "" ? unused : [];
  for (const { what } of idle) console.log(`known difference that no case shows: ${what}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const equal = idle.length === 0 && cases.every(({ unexplained }) => unexplained.length === 0);
  return say(`${equal ? "PASSED" : "FAILED"}: ${cases.length} cases in ${seconds} s`, equal);
}

function say(text, verdict) {
  console.log(`conformance: equivalence ${text}`);
  return verdict;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = (await judgeEquivalence(process.argv[2])) ? 0 : 1;
}
