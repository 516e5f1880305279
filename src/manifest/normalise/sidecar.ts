import { appendPath } from "../../diagnostics/index.js";
import type { Sidecar } from "../manifest.js";
import type { WrittenSidecar } from "../written.generated.js";
import { environment } from "./environment.js";
import type { Faulty } from "./faulty.js";
import { soundFields } from "./faulty.js";
import { containerHealth } from "./health.js";
import { pulledImage } from "./image.js";
import { present } from "./present.js";
import { processOf } from "./process.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { secrets } from "./secrets.js";
import { mounts } from "./volume.js";

export interface Surroundings {
  /** Name of the service, and of its own container. */
  readonly service: string;
  /** Manifest path of `containers`. */
  readonly path: string;
  /** Names of the service's volumes; absent where they have a fault in their form. */
  readonly volumes: readonly string[] | undefined;
}

type WrittenInPart = Omit<WrittenSidecar, "image"> & Partial<Pick<WrittenSidecar, "image">>;

export function sidecars(
  reading: Reading,
  around: Surroundings,
  written: Readonly<Record<string, WrittenSidecar>>,
  isFaulty: Faulty,
): Record<string, Sidecar> {
  const read: Record<string, Sidecar> = {};
  for (const [name, each] of Object.entries(written)) {
    const path = appendPath(around.path, name);
    if (name === around.service) {
      reading.fail("name-collision", path, `a sidecar of ${name} cannot be called ${name}, too`, {
        reason: "the service's own container has the name of the service",
        hint: "rename the sidecar",
      });
    }
    const value = isFaulty(path)
      ? undefined
      : sidecar(reading, path, around, soundFields(each, path, isFaulty));
    if (value !== undefined) read[name] = value;
  }
  return read;
}

/** Undefined when there is no usable image. */
function sidecar(
  reading: Reading,
  path: string,
  around: Surroundings,
  written: WrittenInPart,
): Sidecar | undefined {
  const rest = present({
    essential: written.essential,
    dependsOn: written.dependsOn,
    port: written.port,
    environment: environment(reading, `${path}.environment`, written.environment ?? {}),
    secrets: secrets(reading, `${path}.secrets`, written),
    health: ifWritten(written.health, (check) => containerHealth(reading, `${path}.health`, check)),
    ...processOf(reading, path, written),
    volumes: ifWritten(written.volumes, (each) => mounts(reading, `${path}.volumes`, each, around.volumes)),
  });
  const image = ifWritten(written.image, (source) => pulledImage(reading, `${path}.image`, source));
  return image === undefined ? undefined : { image, ...rest };
}
