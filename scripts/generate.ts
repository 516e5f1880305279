// Writes schema.json and src/manifest/written.generated.ts from the schema. Run with `npx jiti scripts/generate.ts`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generated-files.js";

const root = new URL("..", import.meta.url);
for (const [path, text] of Object.entries(await generatedFiles())) {
  writeFileSync(fileURLToPath(new URL(path, root)), text);
  console.error(`wrote ${path}`);
}
