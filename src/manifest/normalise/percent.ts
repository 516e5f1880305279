import type { Reading } from "./reading.js";

/** `70`, `"70 %"` or `"70%"` to 70, within bounds. Undefined stays undefined. */
export function percent(
  reading: Reading,
  path: string,
  written: number | string | undefined,
  min: number,
  max: number,
): number | undefined {
  if (written === undefined) return undefined;
  const value = typeof written === "number" ? written : Number.parseFloat(written);
  if (value >= min && value <= max) return value;
  return reading.fail("invalid-value", path, `${path} must be from ${min} to ${max} %, not ${written}`);
}
