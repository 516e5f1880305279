import { appendPath } from "../../diagnostics/index.js";
import type { Service } from "../manifest.js";
import type { WrittenService } from "../written.generated.js";
import { deploy } from "./deploy.js";
import type { Faulty } from "./faulty.js";
import { health } from "./health.js";
import { image } from "./image.js";
import { listeners, networkBalancer } from "./listener.js";
import { ports } from "./ports.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { routes } from "./route.js";
import { scale } from "./scale.js";
import { serviceConnect } from "./service-connect.js";
import { taskSettings } from "./task.js";

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
  const rest = present({
    kind: written.kind,
    ...taskSettings(reading, path, name, written, isFaulty),
    ...ports(reading, `${path}.ports`, written),
    serviceConnect: serviceConnect(reading, `${path}.serviceConnect`, written.serviceConnect),
    routes: routes(reading, path, written),
    listeners: ifWritten(written.listeners, (each) => listeners(reading, `${path}.listeners`, each)),
    loadBalancer: ifWritten(written.loadBalancer, (each) =>
      networkBalancer(reading, `${path}.loadBalancer`, each),
    ),
    publicIp: written.publicIp,
    health: health(reading, `${path}.health`, written.health),
    scale: scale(reading, `${path}.scale`, written.scale),
    deploy: deploy(reading, `${path}.deploy`, written.deploy),
    exec: written.exec,
  });
  const read = ifWritten(written.image, (source) => image(reading, `${path}.image`, source));
  return read === undefined ? undefined : { image: read, ...rest };
}
