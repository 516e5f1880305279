import { appendPath } from "../../diagnostics/index.js";
import type { ProcessSettings, Sidecar } from "../container-settings.js";
import type { WrittenSidecar, WrittenUlimits } from "../written.generated.js";
import { command } from "./command.js";
import { seconds } from "./duration.js";
import { capabilities, restart, sysctls, tmpfs } from "./linux.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { plainPath } from "./volume.js";

type WrittenProcess = Pick<
  WrittenSidecar,
  | "command"
  | "entrypoint"
  | "user"
  | "workingDirectory"
  | "init"
  | "readOnly"
  | "stopTimeout"
  | "startTimeout"
  | "restart"
  | "capabilities"
  | "sysctls"
  | "tmpfs"
  | "volumes"
  | "labels"
  | "ulimits"
>;

/** What a service's own container and its sidecars say alike of how they run. */
export function processOf(
  reading: Reading,
  path: string,
  written: WrittenProcess,
): Pick<Sidecar, "command" | "entrypoint" | "process"> {
  const process: ProcessSettings = present({
    user: ifWritten(written.user, String),
    workingDirectory: written.workingDirectory,
    init: written.init,
    readOnly: written.readOnly,
    stopTimeoutSeconds: seconds(reading, `${path}.stopTimeout`, written.stopTimeout, 2, 120),
    startTimeoutSeconds: seconds(reading, `${path}.startTimeout`, written.startTimeout, 2, 120),
    restart: restart(reading, `${path}.restart`, written.restart),
    capabilities: unlessEmpty(capabilities(reading, `${path}.capabilities`, written.capabilities)),
    sysctls: sysctls(reading, `${path}.sysctls`, written.sysctls),
    tmpfs: tmpfs(reading, `${path}.tmpfs`, written.tmpfs),
    labels: unlessEmpty(written.labels),
    openFiles: openFiles(reading, `${path}.ulimits.nofile`, written.ulimits?.nofile),
  });
  reportCovered(reading, path, written);
  return present({
    command: ifWritten(written.command, (line) => command(reading, `${path}.command`, line)),
    entrypoint: ifWritten(written.entrypoint, (line) => command(reading, `${path}.entrypoint`, line)),
    process: unlessEmpty(process),
  });
}

/** A folder is either in memory or a volume. */
function reportCovered(reading: Reading, path: string, { tmpfs, volumes }: WrittenProcess): void {
  const mounted = Object.entries(volumes ?? {}).map(
    ([name, volume]) => [name, plainPath(typeof volume === "string" ? volume : volume.path)] as const,
  );
  for (const at of Object.keys(tmpfs ?? {})) {
    const [name] = mounted.find(([, place]) => place === plainPath(at)) ?? [];
    if (name === undefined) continue;
    reading.fail(
      "invalid-value",
      appendPath(`${path}.tmpfs`, at),
      `${at} is in memory, and volume ${name} is mounted there`,
      {
        reason: "one of the two would hide the other",
        hint: "choose another path for one of them",
      },
    );
  }
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
