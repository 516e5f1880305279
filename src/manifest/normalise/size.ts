import type { ServiceSize } from "../container-settings.js";
import type { WrittenSize } from "../written.generated.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** CPU units, MiB and GiB. Whether Fargate offers the pair is the plan's question, because profiles fill gaps. */
export function size(reading: Reading, path: string, written: WrittenSize = {}): ServiceSize {
  return present({
    cpuUnits: amount(reading, `${path}.cpu`, written.cpu, cpu),
    memoryMiB: amount(reading, `${path}.memory`, written.memory, memory),
    diskGiB: amount(reading, `${path}.disk`, written.disk, disk),
    architecture: written.architecture,
    os: written.os,
  });
}

export interface Measure {
  readonly pattern: RegExp;
  /** How many of AWS's unit one written unit is. */
  readonly units: Readonly<Record<string, number>>;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly example: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
export const cpu: Measure = {
  pattern: /^(\d+(?:\.\d+)?) ?(vcpus?)$/i,
  units: { vcpu: 1024, vcpus: 1024 },
  min: 1,
  max: 1_000_000,
  unit: "CPU units",
  example: '256 or "0.25 vCPU"',
};
export const memory: Measure = {
  pattern: /^(\d+(?:\.\d+)?) ?([MG]i?B)$/i,
  units: { mb: 1, mib: 1, gb: 1024, gib: 1024 },
  min: 1,
  max: 10_000_000,
  unit: "MiB",
  example: '512 or "0.5 GB"',
};
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html */
const disk: Measure = {
  pattern: /^(\d+) ?(Gi?B)$/i,
  units: { gb: 1, gib: 1 },
  min: 20,
  max: 200,
  unit: "GiB",
  example: '30 or "30 GB"',
};

/** A bare number of the unit that AWS counts in, or a text with a unit, within bounds. */
export function amount(
  reading: Reading,
  path: string,
  written: number | string | undefined,
  measure: Measure,
): number | undefined {
  if (written === undefined) return undefined;
  const value = typeof written === "number" ? written : parsed(written, measure);
  if (value === undefined) {
    const shown = JSON.stringify(String(written).slice(0, 60));
    return reading.fail(
      "invalid-value",
      path,
      `${path} must be a size such as ${measure.example}, not ${shown}`,
    );
  }
  const { min, max, unit } = measure;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  return reading.fail(
    "invalid-value",
    path,
    `${path} must be a whole number of ${unit} from ${min} to ${max}, not ${value}`,
    {
      hint: `write it as ${measure.example}`,
    },
  );
}

function parsed(written: string, { pattern, units }: Measure): number | undefined {
  const [, number, unit = ""] = pattern.exec(written) ?? [];
  const factor = units[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
