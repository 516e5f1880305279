import type { Service } from "../manifest.js";
import type { WrittenService } from "../written.generated.js";
import { retentionDays } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

export function logs(reading: Reading, path: string, written: WrittenService["logs"]): Service["logs"] {
  const isMap = typeof written === "object";
  const retention = isMap ? written.retention : written;
  return present({ retentionDays: retentionDays(reading, isMap ? `${path}.retention` : path, retention) });
}
