import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licence texts of the packages that the given bundle inputs come from, one block per package. */
export function licencesOf(inputs) {
  const folders = new Set(inputs.map(packageFolderOf).filter((folder) => folder !== undefined));
  const blocks = [...folders].sort().map(licenceBlock);
  return `Longshore contains code of these packages.\n\n${blocks.join("\n")}`;
}

function packageFolderOf(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function licenceBlock(folder) {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const rule = "-".repeat(80);
  return `${rule}\n${about.name} ${about.version} (${about.license})\n${rule}\n${licenceText(folder, about)}\n`;
}

function licenceText(folder, about) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  if (names.length > 0)
    return names.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
  // Some MIT packages declare the licence and ship no text.
  const author = about.author?.name ?? about.author;
  if (about.license === "MIT" && author) return mitText(author);
  throw new Error(`${about.name} is bundled, but no licence text was found in ${folder}`);
}

function mitText(author) {
  return readFileSync(new URL("mit.txt", import.meta.url), "utf8")
    .trim()
    .replace("<author>", author);
}
