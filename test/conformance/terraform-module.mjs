// Runs the real terraform binary on one rendered module, in a folder of its own and against the stand-in provider.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@cdktn/hcl2json";
import { startStandin } from "./terraform-standin/standin.mjs";

/** `{ run, close }` with everything that terraform needs around it; `run(folder, ...args)` never throws. */
export async function startTerraform() {
  const standin = await startStandin();
  const home = mkdtempSync(join(tmpdir(), "longshore-terraform-"));
  // A path that does not exist is a warning on every call, an empty file is not.
  writeFileSync(join(home, "terraform.rc"), "");
  const env = {
    ...process.env,
    ...standin.env,
    TF_CLI_CONFIG_FILE: join(home, "terraform.rc"),
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
  };
  return {
    home,
    run: (cwd, ...args) => runTerraform(cwd, env, args),
    close: () => {
      standin.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The version of the binary, or undefined where there is none. */
export async function terraformVersion() {
  const { code, stdout } = await runTerraform(tmpdir(), { ...process.env, CHECKPOINT_DISABLE: "1" }, [
    "version",
    "-json",
  ]);
  return code === 0 ? JSON.parse(stdout).terraform_version : undefined;
}

/** A copy of the module to work in, with a value for each variable that has none; `extra` files are added. */
export async function prepareModule(terraform, name, source, extra = {}) {
  const folder = join(terraform.home, name.replaceAll(/[^\w.-]/g, "_"));
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(source).filter((file) => file.endsWith(".tf"));
  for (const file of files) cpSync(join(source, file), join(folder, file));
  for (const [file, text] of Object.entries(extra)) writeFileSync(join(folder, file), text);
  const values = {};
  for (const file of files)
    Object.assign(values, await missingValues(readFileSync(join(source, file), "utf8")));
  writeFileSync(join(folder, "conformance.auto.tfvars.json"), JSON.stringify(values));
  return folder;
}

async function missingValues(text) {
  if (!text.includes("variable ")) return {};
  const { variable = {} } = await parse("variables.tf", text);
  const missing = Object.entries(variable).filter(([, [{ default: preset }]]) => preset === undefined);
  return Object.fromEntries(
    missing.map(([name]) => [name, name === "aws_region" ? "eu-west-1" : "conformance"]),
  );
}

function runTerraform(cwd, env, args) {
  return new Promise((resolve) => {
    execFile("terraform", args, { cwd, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? 1), stdout, stderr });
    });
  });
}
