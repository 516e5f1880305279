import { appendPath } from "../../diagnostics/index.js";
import type { ProcessSettings } from "../container-settings.js";
import type { WrittenCapabilities, WrittenRestart, WrittenTmpfs } from "../written.generated.js";
import { seconds } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { amount, memory } from "./size.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html */
export function restart(
  reading: Reading,
  path: string,
  written: WrittenRestart | undefined,
): ProcessSettings["restart"] {
  if (written === undefined || written === false) return undefined;
  if (written === true) return {};
  return present({
    ignoredExitCodes: written.ignoredExitCodes,
    attemptPeriodSeconds: seconds(reading, `${path}.attemptPeriod`, written.attemptPeriod, 60, 1800),
  });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html */
export function capabilities(
  reading: Reading,
  path: string,
  written: WrittenCapabilities | undefined,
): ProcessSettings["capabilities"] {
  if (written === undefined) return undefined;
  (written.add ?? []).forEach((name, index) => {
    if (name === "SYS_PTRACE") return;
    reading.fail("invalid-value", `${path}.add[${index}]`, `Fargate does not add the capability ${name}`, {
      reason: "the only capability that it adds is SYS_PTRACE",
      hint: "find a way without it, or run this container on EC2",
    });
  });
  return present({ add: written.add, drop: written.drop });
}

/**
 * Of the network namespace alone: Fargate shares no IPC namespace that others could be set in.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
 */
export function sysctls(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, string | number | boolean>> | undefined,
): ProcessSettings["sysctls"] {
  if (written === undefined) return undefined;
  const entries = Object.entries(written).flatMap(([name, value]): [string, string][] => {
    const at = appendPath(path, name);
    if (name.startsWith("net."))
      return [[name, typeof value === "string" ? value : (reading.written(at) ?? String(value))]];
    reading.fail("invalid-value", at, `${name} cannot be set for a task`, {
      reason:
        "a task has its own network, and shares the rest of the kernel's parameters with nobody it could name",
      hint: "set parameters that begin with net., or none",
    });
    return [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

export function tmpfs(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, WrittenTmpfs>> | undefined,
): ProcessSettings["tmpfs"] {
  if (written === undefined) return undefined;
  const entries = Object.entries(written).flatMap(([at, each]) => {
    const place = appendPath(path, at);
    const { size, options } = typeof each === "object" ? each : { size: each, options: undefined };
    const sizeMiB = amount(reading, typeof each === "object" ? `${place}.size` : place, size, memory);
    return sizeMiB === undefined ? [] : [[at, present({ sizeMiB, options })] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
