import type { Diagnostic, Result } from "../diagnostics/index.js";
import { type Plan, planFormatVersion } from "./plan.js";

/** A plan as text: JSON with two spaces and a newline at its end. */
export function encodePlan(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** The plan that {@link encodePlan} wrote; fails on other text and on plans of another format. */
export function decodePlan(text: string): Result<Plan> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("the text is not JSON", "pass a file that longshore plan --json wrote");
  }
  if (!isRecord(value) || !("formatVersion" in value)) {
    return refuse(
      "the JSON has no formatVersion, so it is not a plan",
      "pass a file that longshore plan --json wrote",
    );
  }
  if (value["formatVersion"] !== planFormatVersion) {
    const found = JSON.stringify(value["formatVersion"]);
    return refuse(
      `the plan has format ${found}, and this version reads format ${planFormatVersion}`,
      "plan again from the manifest",
    );
  }
  if (!isPlan(value)) return refuse("the plan is damaged", "plan again from the manifest");
  return { ok: true, value, diagnostics: [] };
}

function isPlan(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Plan {
  const stacks = value["stacks"];
  return (
    typeof value["application"] === "string" &&
    typeof value["prefix"] === "string" &&
    Array.isArray(value["images"]) &&
    Array.isArray(stacks) &&
    stacks.every(
      (stack) =>
        isRecord(stack) &&
        typeof stack["name"] === "string" &&
        ["dependsOn", "parameters", "resources", "exports", "outputs"].every((key) =>
          Array.isArray(stack[key]),
        ),
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(message: string, hint: string): Result<never> {
  const diagnostic: Diagnostic = { code: "plan-unreadable", severity: "error", path: "", message, hint };
  return { ok: false, diagnostics: [diagnostic] };
}
