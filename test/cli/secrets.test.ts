import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";
import { envFile, plantedSecrets, shopCompose } from "./shop-compose.js";

const faulty = `${shopCompose}bogus: 1\n`.replace("image: postgres:16", "image: postgres:16\n    bogus: 1");
const inFile = shopCompose
  .replace(`\${SESSION_SECRET}`, plantedSecrets["SESSION_SECRET"] ?? "")
  .replaceAll(`\${DB_PASSWORD}`, plantedSecrets["DB_PASSWORD"] ?? "")
  .replace("- STRIPE_KEY", `- STRIPE_KEY=${plantedSecrets["STRIPE_KEY"]}`);

const commands: readonly (readonly string[])[] = [
  ["validate", "--explain"],
  ["validate", "--json"],
  ["plan", "--explain", "--out", "plan.json"],
  ["plan", "--json"],
  ["render", "cloudformation", "--out", "infra"],
  ["render", "cloudformation", "--json"],
  ["render", "terraform", "--out", "infra"],
  ["render", "terraform", "--json"],
];

test.each([
  ["in .env", shopCompose, envFile, {}],
  ["in the environment", shopCompose, "", plantedSecrets],
  ["in the compose file", inFile, "", {}],
  ["in .env, beside faults", faulty, `${envFile}what is this\n`, {}],
  ["in a compose file that is no YAML", `${inFile}   bad: [`, envFile, {}],
])("secrets %s are in no output and in no file", async (_, compose, env, variables) => {
  const workspace = createWorkspace({ "compose.yaml": compose, ".env": env });
  const over = "application: shop\ncompose: compose.yaml\n";
  workspace.write("over.yaml", over);
  workspace.write("faulty.yaml", `${over}services: { web: { connects: [nowhere] }, db: { prt: 1 } }\n`);
  const inputs = ["compose.yaml", "over.yaml", "faulty.yaml"].map((file) => ["-f", file]);
  const calls = [
    ...inputs.flatMap((input) => commands.map((command) => [...command, ...input])),
    ["import", "compose", "compose.yaml", "--explain", "--out", "written.yaml"],
  ];
  for (const args of calls) {
    const { code, stdout, stderr } = await workspace.run(args, { env: variables });
    expect(code, args.join(" ")).toBeLessThan(2);
    for (const secret of Object.values(plantedSecrets)) {
      expect(stdout, args.join(" ")).not.toContain(secret);
      expect(stderr, args.join(" ")).not.toContain(secret);
    }
  }
  for (const file of writtenFiles(workspace.path)) {
    const text = readFileSync(file, "utf8");
    for (const secret of Object.values(plantedSecrets)) expect(text, file).not.toContain(secret);
  }
});

function writtenFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ![".env", "compose.yaml"].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
