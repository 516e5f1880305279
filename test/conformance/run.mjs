// node test/conformance/run.mjs [templates]
// Lets cfn-lint judge every rendered template, the terraform binary every rendered module, and
// both outputs each other. cfn-lint needs Python 3
// and, the first time, the package index; what is missing is said and skipped, since nothing else of the tests needs it.
// It is kept in node_modules/.cache, which git, Biome and the others leave alone.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { installCfnLint, lint } from "./cfn-lint.mjs";
import { judgeEquivalence } from "./equivalence.mjs";
import { judgeTerraform } from "./terraform.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const explained = JSON.parse(readFileSync(join(root, "test/judges/explained.json"), "utf8"));

const given = process.argv.slice(2);
const templates = given.length > 0 ? given : renderedTemplates();
const isLinted = judge(templates) === 0;
const isPlanned = given.length > 0 || (await judgeTerraform());
const isEqual = given.length > 0 || (await judgeEquivalence());
process.exitCode = isLinted && isPlanned && isEqual ? 0 : 1;

function judge(files) {
  if (files.length === 0) return say("SKIPPED: there are no templates below test/samples", 0);
  const tool = installCfnLint(join(root, "node_modules/.cache/conformance"));
  if ("missing" in tool) return say(`SKIPPED: ${tool.missing}`, 0);
  const { findings, failure } = lint(tool.command, files, root);
  if (failure !== undefined) return say(`FAILED: cfn-lint did not finish: ${failure}`, 1);
  const rows = findings.map((finding) => ({ ...finding, verdict: verdictOn(finding) }));
  printTable(rows);
  const refused = rows.filter(({ verdict }) => verdict === "refused").length;
  const summary = `${files.length} templates, ${findings.length} findings, ${refused} refused (cfn-lint ${tool.version})`;
  return say(`${refused === 0 ? "PASSED" : "FAILED"}: ${summary}`, refused === 0 ? 0 : 1);
}

/** The templates of every sample and environment. */
function renderedTemplates() {
  const samples = join(root, "test/samples");
  if (!existsSync(samples)) return [];
  return readdirSync(samples, { recursive: true })
    .filter((path) => /[\\/]cloudformation[\\/][^\\/]+[.](json|yaml)$/.test(path))
    .map((path) => relative(root, join(samples, path)))
    .sort();
}

/** Errors are never explained away; information is only shown. */
function verdictOn({ level, rule }) {
  if (level === "Error") return "refused";
  if (level !== "Warning") return "noted";
  return Object.hasOwn(explained, rule) ? `explained: ${explained[rule]}` : "refused";
}

function printTable(rows) {
  const cells = rows.map(({ rule, file, path, message, verdict }) => [rule, file, path, message, verdict]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column].length), 0));
  for (const [rule, file, path, message, verdict] of cells) {
    const place = [rule, file, path].map((cell, column) => cell.padEnd(widths[column])).join("  ");
    console.log(`${place}  ${message} (${verdict})`);
  }
}

function say(text, code) {
  console.log(`conformance: ${text}`);
  return code;
}
