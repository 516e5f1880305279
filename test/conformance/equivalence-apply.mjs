// node test/conformance/equivalence-apply.mjs <folder>...
// Applies each rendered module with the real terraform binary against the stand-in provider, whose data sources answer with
// names instead of values, and writes `state.json` beside it, or `failure.txt`. It is a process of its own because what the
// data sources answer is changed for all of it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createJiti } from "jiti";
import { startTerraform } from "./terraform-module.mjs";
import { dataSources } from "./terraform-standin/data-sources.mjs";

const parallel = 2;
const secondsPerModule = 60;

const { world } = await createJiti(import.meta.url).import("../equivalence/world.ts");
Object.assign(dataSources, {
  aws_caller_identity: () => ({ account_id: world.account }),
  aws_partition: () => ({ partition: world.partition, dns_suffix: world.urlSuffix }),
  aws_region: () => ({ region: world.region, name: world.region }),
  aws_availability_zones: () => ({ names: world.zones }),
  aws_ssm_parameter: ({ name }) => ({ value: world.ssm(name), insecure_value: world.ssm(name) }),
  aws_secretsmanager_secret_version: ({ secret_id: id }) => ({ secret_string: world.secret(id) }),
  aws_cloudformation_export: ({ name }) => ({ value: world.stackExport(name) }),
});

const terraform = await startTerraform();
try {
  const waiting = process.argv.slice(2);
  const worker = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift())
      await applyModule(folder);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
} finally {
  terraform.close();
}

/** Providers that are attached need no `init`, and a module without a state has nothing to refresh. */
async function applyModule(folder) {
  const late = setTimeout(() => {
    writeFileSync(join(folder, "failure.txt"), `not applied after ${secondsPerModule} s`);
    process.exit(0);
  }, secondsPerModule * 1000);
  for (const args of [
    ["apply", "-auto-approve", "-input=false", "-refresh=false"],
    ["show", "-json"],
  ]) {
    const { code, stdout, stderr } = await terraform.run(folder, ...args, "-no-color");
    if (code !== 0) writeFileSync(join(folder, "failure.txt"), stderr || stdout);
    else if (args[0] === "show") writeFileSync(join(folder, "state.json"), stdout);
    if (code !== 0) break;
  }
  clearTimeout(late);
}
