import { appendPath } from "../../diagnostics/index.js";
import type { EnvironmentValue } from "../container-settings.js";
import { DeferredText } from "../references/deferred-text.js";
import { textOf } from "./command.js";
import { ssmPath } from "./external.js";
import type { Reading } from "./reading.js";

type Scalar = string | number | boolean;

/** Numbers and true/false become text exactly as written: `1.10` stays `1.10`. */
export function environment(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, Scalar>>,
): Record<string, EnvironmentValue> {
  const values: Record<string, EnvironmentValue> = {};
  for (const [name, scalar] of Object.entries(written) as [string, Scalar | DeferredText][]) {
    const value = environmentValue(reading, appendPath(path, name), scalar);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function environmentValue(
  reading: Reading,
  path: string,
  written: Scalar | DeferredText,
): EnvironmentValue | undefined {
  if (typeof written === "number" || typeof written === "boolean")
    return reading.written(path) ?? String(written);
  if (written instanceof DeferredText) return deferred(reading, path, written);
  if (!written.startsWith("ssm:/")) return written;
  const name = ssmPath(reading, path, written);
  return name === undefined ? undefined : { from: "ssm", path: name };
}

function deferred(reading: Reading, path: string, written: DeferredText): EnvironmentValue | undefined {
  const [first] = written.template;
  if (typeof first !== "string" || !first.startsWith("ssm:/")) return textOf(written);
  return reading.fail(
    "unknown-reference",
    path,
    `${path}: the name of an SSM parameter cannot hold this reference`,
    {
      reason:
        "the parameter is chosen when the task definition is written, before services and resources exist",
    },
  );
}
