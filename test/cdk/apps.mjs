// npm run cdk-apps: the CDK apps of examples/ as their users have them, without an account. Needs the built package.
//   proves BFF-T058, RET-8: `cdk synth`; each app checks itself with cdk-nag, whose unexplained findings make it fail
//   proves BFF-T059: types; proves BFF-T060, BFF-T061: format and code quality
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const apps = [
  { name: "retrospector-cdk", environments: ["dev"] },
  { name: "bff-agentcore-cdk", environments: ["dev", "test", "prod"] },
  { name: "patterns-cdk", environments: ["dev", "prod"] },
];

// No credentials, no account: what is synthesized must not depend on either.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_")),
);
Object.assign(environment, { AWS_EC2_METADATA_DISABLED: "true", CDK_DISABLE_CLI_TELEMETRY: "true" });

let failures = 0;
for (const { name, environments } of apps) {
  const folder = join(root, "examples", name);
  report(`tsc --noEmit, ${name}`, run(folder, "ts7/bin/tsc", ["--noEmit", "-p", "."]));
  report(`biome check, ${name}`, run(root, "@biomejs/biome/bin/biome", ["check", folder]));
  for (const each of environments) synthesize(folder, name, each);
}
process.exitCode = failures === 0 ? 0 : 1;

function synthesize(folder, name, environment) {
  const output = mkdtempSync(join(tmpdir(), "longshore-cdk-"));
  const options = ["--quiet", "--no-notices", "--no-version-reporting", "--output", output];
  const result = run(folder, "aws-cdk/bin/cdk", ["synth", ...options, "-c", `environment=${environment}`]);
  const templates = readdirSync(output).filter((file) => file.endsWith(".template.json"));
  const what = `cdk synth, ${name}, ${environment}: ${templates.length} templates`;
  report(what, templates.length > 0 ? result : { ...result, status: 1 });
  rmSync(output, { recursive: true });
}

function run(cwd, binary, args) {
  const command = [join(root, "node_modules", binary), ...args];
  return spawnSync(process.execPath, command, { cwd, env: environment, encoding: "utf8" });
}

function report(what, { status, stdout, stderr }) {
  console.log(`${status === 0 ? "PASSED" : "FAILED"} ${what}`);
  if (status === 0) return;
  failures += 1;
  console.error(stdout + stderr);
}
