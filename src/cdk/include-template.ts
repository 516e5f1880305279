import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import type { Construct } from "constructs";
import { printJson, type Template } from "../cloudformation/index.js";

/** Makes the resources of a rendered template constructs of a stack, each of its own L1 type. */
export function includeTemplate(
  scope: Construct,
  template: Template,
  fillings: ReadonlyMap<string, string>,
  preserveLogicalIds: boolean,
): CfnInclude {
  const declared = Object.keys(template.Parameters ?? {});
  const parameters = Object.fromEntries([...fillings].filter(([name]) => declared.includes(name)));
  // CfnInclude takes nothing but a file, which it reads at once.
  const folder = mkdtempSync(join(tmpdir(), "longshore-"));
  try {
    const templateFile = join(folder, "template.json");
    writeFileSync(templateFile, printJson(template));
    return new CfnInclude(scope, "Template", { templateFile, preserveLogicalIds, parameters });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
