import { appendPath } from "../../diagnostics/index.js";
import type { DeployParameter } from "../manifest.js";
import type { WrittenParameter } from "../written.generated.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

type Scalar = string | number | boolean;

/** Numbers and true/false become text exactly as written. */
export function parameters(
  reading: Reading,
  written: Readonly<Record<string, WrittenParameter>>,
): Record<string, DeployParameter> {
  const entries = Object.entries(written).map(([name, each]) => {
    const path = appendPath("parameters", name);
    return [name, parameter(reading, path, each)] as const;
  });
  return Object.fromEntries(entries);
}

function parameter(reading: Reading, path: string, written: WrittenParameter): DeployParameter {
  if (written === null) return {};
  if (typeof written !== "object") return { default: textOf(reading, path, written) };
  return present({
    description: written.description,
    default: ifWritten(written.default, (scalar) => textOf(reading, `${path}.default`, scalar)),
  });
}

function textOf(reading: Reading, path: string, written: Scalar): string {
  return typeof written === "string" ? written : (reading.written(path) ?? String(written));
}
