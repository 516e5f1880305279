// What templates hold: the number of stacks, of resources by type, and of exports.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Of every JSON template below a folder. */
export function countTemplates(folder) {
  const counts = { stacks: 0, resources: 0, exports: 0, bytes: 0, byType: {} };
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!path.endsWith(".json")) continue;
    const text = readFileSync(join(folder, path), "utf8");
    const { Resources, Outputs = {} } = JSON.parse(text);
    if (Resources === undefined) continue;
    counts.stacks += 1;
    counts.bytes += text.length;
    counts.exports += Object.values(Outputs).filter((output) => output.Export !== undefined).length;
    for (const { Type } of Object.values(Resources)) {
      counts.resources += 1;
      counts.byType[Type] = (counts.byType[Type] ?? 0) + 1;
    }
  }
  return counts;
}
