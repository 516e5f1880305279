import { appendPath } from "../../diagnostics/index.js";
import type { Service } from "../manifest.js";
import type { WrittenService } from "../written.generated.js";
import { access } from "./access.js";
import { capacity } from "./capacity.js";
import { egress } from "./egress.js";
import { environment } from "./environment.js";
import type { Faulty } from "./faulty.js";
import { health } from "./health.js";
import { image } from "./image.js";
import { listeners } from "./listener.js";
import { logs } from "./logs.js";
import { present } from "./present.js";
import { processOf } from "./process.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { routes } from "./route.js";
import { deploy, scale } from "./scale.js";
import { secrets } from "./secrets.js";
import { sidecars } from "./sidecar.js";
import { size } from "./size.js";
import { volumes } from "./volume.js";

/** A service of which the fields with a fault in their form are left out, be it the image. */
type WrittenInPart = Omit<WrittenService, "image"> & Partial<Pick<WrittenService, "image">>;

/** Undefined when there is no usable image; other faults leave out what they concern. */
export function service(
  reading: Reading,
  name: string,
  written: WrittenInPart,
  isFaulty: Faulty,
): Service | undefined {
  const path = appendPath("services", name);
  const declared = isFaulty(`${path}.volumes`) ? undefined : Object.keys(written.volumes ?? {});
  const around = { service: name, path: `${path}.containers`, volumes: declared };
  const rest = present({
    kind: written.kind,
    size: size(reading, `${path}.size`, written.size),
    capacity: capacity(reading, `${path}.capacity`, written.capacity),
    port: written.port,
    routes: routes(reading, path, written),
    listeners: ifWritten(written.listeners, (each) => listeners(reading, `${path}.listeners`, each)),
    publicIp: written.publicIp,
    health: health(reading, `${path}.health`, written.health),
    ...processOf(reading, path, written),
    environment: environment(reading, `${path}.environment`, written.environment ?? {}),
    secrets: secrets(reading, `${path}.secrets`, written),
    dependsOn: written.dependsOn,
    containers: ifWritten(written.containers, (each) => sidecars(reading, around, each, isFaulty)),
    volumes: ifWritten(written.volumes, (each) => volumes(reading, `${path}.volumes`, each)),
    connects: [...new Set(written.connects ?? [])],
    egress: egress(reading, `${path}.egress`, written.egress),
    access: access(written.access),
    scale: scale(reading, `${path}.scale`, written.scale),
    deploy: deploy(reading, `${path}.deploy`, written.deploy),
    logs: logs(reading, `${path}.logs`, written.logs),
    exec: written.exec,
    alarms: written.alarms,
    subnets: written.subnets,
  });
  const read = ifWritten(written.image, (source) => image(reading, `${path}.image`, source));
  return read === undefined ? undefined : { image: read, ...rest };
}
