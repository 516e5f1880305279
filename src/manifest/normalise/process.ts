import type { ProcessSettings, Service } from "../manifest.js";
import type { WrittenSidecar, WrittenUlimits } from "../written.generated.js";
import { command } from "./command.js";
import { seconds } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

type WrittenProcess = Pick<
  WrittenSidecar,
  | "command"
  | "entrypoint"
  | "user"
  | "workingDirectory"
  | "init"
  | "readOnly"
  | "stopTimeout"
  | "labels"
  | "ulimits"
>;

/** What a service's own container and its sidecars say alike of how they run. */
export function processOf(
  reading: Reading,
  path: string,
  written: WrittenProcess,
): Pick<Service, "command" | "entrypoint" | "process"> {
  const process: ProcessSettings = present({
    user: ifWritten(written.user, String),
    workingDirectory: written.workingDirectory,
    init: written.init,
    readOnly: written.readOnly,
    stopTimeoutSeconds: seconds(reading, `${path}.stopTimeout`, written.stopTimeout, 2, 120),
    labels: unlessEmpty(written.labels),
    openFiles: openFiles(reading, `${path}.ulimits.nofile`, written.ulimits?.nofile),
  });
  return present({
    command: ifWritten(written.command, (line) => command(reading, `${path}.command`, line)),
    entrypoint: ifWritten(written.entrypoint, (line) => command(reading, `${path}.entrypoint`, line)),
    process: unlessEmpty(process),
  });
}

/** One number stands for both bounds. */
function openFiles(
  reading: Reading,
  path: string,
  written: WrittenUlimits["nofile"],
): ProcessSettings["openFiles"] {
  if (written === undefined) return undefined;
  if (typeof written === "number") return { soft: written, hard: written };
  const { soft, hard } = written;
  if (soft <= hard) return { soft, hard };
  return reading.fail("invalid-value", `${path}.soft`, `${path}.soft (${soft}) is above hard (${hard})`, {
    reason: "a process may raise the soft limit as far as the hard one",
    hint: "swap the two, or write one number for both",
  });
}

function unlessEmpty<T extends object>(map: T | undefined): T | undefined {
  return map === undefined || Object.keys(map).length === 0 ? undefined : map;
}
