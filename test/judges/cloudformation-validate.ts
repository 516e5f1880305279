import { createRequire } from "node:module";
import { printJson, type Template } from "../../src/cloudformation/index.js";
import type { Finding } from "./finding.js";

/**
 * Asks AWS's own validator, in the build that comes inside aws-cdk-lib: the schemas of all resource types and over
 * three hundred rules, cfn-lint's among them. The first call takes a second, as the rules are compiled then.
 * https://github.com/aws-cloudformation/cloudformation-validate
 */
export function validateTemplate(template: Template, region = "eu-west-1"): Finding[] {
  engine ??= new validator.CompositeEngine();
  const { diagnostics } = engine.validateTemplate(new validator.TemplateContent(printJson(template)), {
    detailLevel: "STANDARD",
    severityLevel: "WARN",
    pseudoParameterOverrides: { accountId: "111111111111", region },
  });
  return diagnostics.map((each) => ({
    severity: each.severity === "WARN" ? "warning" : "error",
    rule: each.ruleId,
    path: [each.entity && `${each.entity.entityType}s`, each.entity?.logicalId, each.propertyPath]
      .filter((part) => part !== undefined)
      .join("."),
    message: each.message,
  }));
}

/** The part that is used here; the package cannot be imported by name, as it is bundled inside another. */
interface Validator {
  readonly CompositeEngine: new () => Engine;
  readonly TemplateContent: new (content: string) => object;
}
interface Engine {
  validateTemplate(template: object, config: object): { readonly diagnostics: readonly Diagnostic[] };
}
interface Diagnostic {
  readonly ruleId: string;
  readonly severity: "WARN" | "ERROR" | "FATAL";
  readonly message: string;
  readonly entity?: { readonly logicalId: string; readonly entityType: string };
  readonly propertyPath?: string;
}

const fromHere = createRequire(import.meta.url);
const fromCdk = createRequire(fromHere.resolve("aws-cdk-lib/package.json"));
const validator: Validator = fromCdk("@aws/cloudformation-validate");
let engine: Engine | undefined;
