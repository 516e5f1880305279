import type { TaskSettings } from "../manifest.js";
import type { WrittenJob, WrittenService } from "../written.generated.js";
import { access } from "./access.js";
import { alarms } from "./alarms.js";
import { capacity } from "./capacity.js";
import { connections } from "./connections.js";
import { egress } from "./egress.js";
import { environment } from "./environment.js";
import { environmentFiles } from "./environment-files.js";
import { externals, maybeExternal } from "./external.js";
import type { Faulty } from "./faulty.js";
import { logs } from "./logs.js";
import { present } from "./present.js";
import { processOf } from "./process.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { secrets } from "./secrets.js";
import { sidecars } from "./sidecar.js";
import { size } from "./size.js";
import { volumes } from "./volume.js";

/** What services and jobs write alike. */
type WrittenTask = Pick<WrittenService, "alarms"> &
  Omit<WrittenJob, "image" | "alarms" | "timeout" | "retries" | "schedule" | "parallel">;

/** What services and jobs say alike, but the image. `name` is that of the own container, too. */
export function taskSettings(
  reading: Reading,
  path: string,
  name: string,
  written: WrittenTask,
  isFaulty: Faulty,
): Omit<TaskSettings, "image"> {
  const declared = isFaulty(`${path}.volumes`) ? undefined : Object.keys(written.volumes ?? {});
  const around = { service: name, path: `${path}.containers`, volumes: declared };
  const own = present({
    size: size(reading, `${path}.size`, written.size),
    capacity: capacity(reading, `${path}.capacity`, written.capacity),
    ...processOf(reading, path, written),
    environment: environment(reading, `${path}.environment`, written.environment ?? {}),
    environmentFiles: ifWritten(written.environmentFiles, (files) =>
      environmentFiles(reading, `${path}.environmentFiles`, files),
    ),
    secrets: secrets(reading, `${path}.secrets`, written),
    dependsOn: written.dependsOn,
    containers: ifWritten(written.containers, (each) => sidecars(reading, around, each, isFaulty)),
    volumes: ifWritten(written.volumes, (each) => volumes(reading, `${path}.volumes`, each)),
    egress: egress(reading, `${path}.egress`, written.egress),
    access: access(written.access),
    taskRole: maybeExternal(reading, `${path}.taskRole`, written.taskRole, "role"),
    logs: logs(reading, `${path}.logs`, written.logs),
    alarms: alarms(reading, `${path}.alarms`, written.alarms),
    tracing: written.tracing,
    subnets: ifWritten(written.subnets, (subnets) =>
      typeof subnets === "string" ? subnets : externals(reading, `${path}.subnets`, subnets, "subnet"),
    ),
    securityGroups: ifWritten(written.securityGroups, (groups) =>
      externals(reading, `${path}.securityGroups`, groups, "securityGroup"),
    ),
  });
  return { ...own, ...connections(`${path}.connects`, written.connects ?? []) };
}
