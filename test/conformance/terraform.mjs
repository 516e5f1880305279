// node test/conformance/terraform.mjs [folders of modules]
// proves IOT-8
// Lets the real terraform binary judge every rendered module: fmt, init, validate, plan, apply, and a second plan that
// must find nothing to do. The AWS provider is a stand-in with its schema, so no network and no account are needed.
// Where there is no terraform it says so and succeeds, since nothing else of the tests needs it.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareModule, startTerraform, terraformVersion } from "./terraform-module.mjs";
import { plantErrors } from "./terraform-planted.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parallel = 2;

/** True unless a module is refused. */
export async function judgeTerraform(folders = renderedModules()) {
  if (folders.length === 0) return say("SKIPPED: there are no modules below test/samples", true);
  const version = await terraformVersion();
  if (version === undefined) return say("SKIPPED: there is no terraform on this machine", true);
  const terraform = await startTerraform();
  try {
    const unseen = await plantErrors(terraform, folders[0]);
    if (unseen.length > 0) return say(`FAILED: planted and not found: ${unseen.join(", ")}`, false);
    const rows = await inParallel(folders, (folder) => judgeModule(terraform, folder));
    printTable(rows);
    const refused = rows.filter(({ failure }) => failure !== undefined).length;
    const summary = `${rows.length} modules, ${refused} refused (terraform ${version})`;
    return say(`${refused === 0 ? "PASSED" : "FAILED"}: ${summary}`, refused === 0);
  } finally {
    terraform.close();
  }
}

async function judgeModule(terraform, source) {
  const start = performance.now();
  const name = relative(root, source);
  const folder = await prepareModule(terraform, name, source);
  for (const [step, expected, ...args] of steps) {
    const { code, stdout, stderr } = await terraform.run(folder, ...args);
    if (code !== expected) return { name, step, failure: shorten(stderr || stdout) };
  }
  const { stdout } = await terraform.run(folder, "state", "list");
  return { name, resources: stdout.trim().split("\n").length, seconds: (performance.now() - start) / 1000 };
}

/** With `-detailed-exitcode` a plan that has changes ends with 2. */
const steps = [
  ["fmt", 0, "fmt", "-check", "-diff", "-no-color"],
  ["init", 0, "init", "-input=false", "-no-color"],
  ["validate", 0, "validate", "-no-color"],
  ["plan", 2, "plan", "-input=false", "-no-color", "-detailed-exitcode", "-out=plan.bin"],
  ["apply", 0, "apply", "-input=false", "-no-color", "plan.bin"],
  ["second plan", 0, "plan", "-input=false", "-no-color", "-detailed-exitcode"],
];

function shorten(output) {
  const lines = output.trim().split("\n");
  return lines.length > 40
    ? [...lines.slice(0, 40), `and ${lines.length - 40} more lines`].join("\n")
    : lines.join("\n");
}

async function inParallel(items, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

/** The modules of every sample and environment. */
function renderedModules() {
  const samples = join(root, "test/samples");
  if (!existsSync(samples)) return [];
  const files = readdirSync(samples, { recursive: true }).filter((path) =>
    /[\\/]terraform[\\/][^\\/]+[.]tf$/.test(path),
  );
  return [...new Set(files.map((path) => dirname(join(samples, path))))].sort();
}

function printTable(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, resources, seconds, step, failure } of rows) {
    const verdict =
      failure === undefined ? `${resources} resources, ${seconds.toFixed(1)} s` : `${step}: ${failure}`;
    console.log(`${name.padEnd(width)}  ${verdict}`);
  }
}

function say(text, verdict) {
  console.log(`conformance: terraform ${text}`);
  return verdict;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2).map((folder) => resolve(folder));
  process.exitCode = (await judgeTerraform(given.length > 0 ? given : undefined)) ? 0 : 1;
}
