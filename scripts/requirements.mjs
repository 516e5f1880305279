// Prints the table of requirement ids: proven by which test or sample, or open.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const searched = ["src", "test", "examples"];
const proof = /proves\s+((?:[A-Z]+-T?\d+)(?:\s*,\s*[A-Z]+-T?\d+)*)/g;

/** Rows of the list, in order: `{ id, what, where }`. */
export function readRequirements() {
  const text = readFileSync(join(root, "test/requirements/requirements.tsv"), "utf8");
  const [, ...lines] = text.trimEnd().split("\n");
  return lines.map((line) => {
    const [id, what, where] = line.split("\t");
    return { id, what, where };
  });
}

/** Id to the places that say `proves <id>`, as `file:line`. */
export function findProofs() {
  const proofs = new Map();
  for (const folder of searched) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(test\.ts|ya?ml|mjs)$/.test(entry.name)) continue;
      const file = join(entry.parentPath ?? entry.path, entry.name);
      if (!file.includes("node_modules")) collect(file, proofs);
    }
  }
  return proofs;
}

function collect(file, proofs) {
  const text = readFileSync(file, "utf8");
  for (const match of text.matchAll(proof)) {
    const line = text.slice(0, match.index).split("\n").length;
    for (const id of match[1].split(/\s*,\s*/)) {
      proofs.set(id, [...(proofs.get(id) ?? []), `${relative(root, file)}:${line}`]);
    }
  }
}

function main() {
  const proofs = findProofs();
  let open = 0;
  for (const { id, what } of readRequirements()) {
    const places = proofs.get(id) ?? [];
    if (places.length === 0) open++;
    const short = what.length > 60 ? `${what.slice(0, 59)}…` : what;
    console.log(`${id.padEnd(9)} ${short.padEnd(60)}  ${places.join(", ") || "open"}`);
  }
  console.log(`\n${readRequirements().length - open} proven, ${open} open`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
