import { appendPath } from "../../diagnostics/index.js";
import type { Sidecar, SidecarPort } from "../container-settings.js";
import type { WrittenShare, WrittenSidecar } from "../written.generated.js";
import { environment } from "./environment.js";
import { environmentFiles } from "./environment-files.js";
import type { Faulty } from "./faulty.js";
import { soundFields } from "./faulty.js";
import { containerHealth } from "./health.js";
import { image } from "./image.js";
import { present } from "./present.js";
import { processOf } from "./process.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { secrets } from "./secrets.js";
import { amount, cpu, memory } from "./size.js";
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
    ports: ifWritten(written.ports, (ports) =>
      ports.map((port): SidecarPort => (typeof port === "number" ? { port } : port)),
    ),
    ...share(reading, `${path}.size`, written.size),
    environment: environment(reading, `${path}.environment`, written.environment ?? {}),
    environmentFiles: ifWritten(written.environmentFiles, (files) =>
      environmentFiles(reading, `${path}.environmentFiles`, files),
    ),
    secrets: secrets(reading, `${path}.secrets`, written),
    health: ifWritten(written.health, (check) => containerHealth(reading, `${path}.health`, check)),
    ...processOf(reading, path, written),
    volumes: ifWritten(written.volumes, (each) => mounts(reading, `${path}.volumes`, each, around.volumes)),
  });
  const read = ifWritten(written.image, (source) => image(reading, `${path}.image`, source));
  return read === undefined ? undefined : { image: read, ...rest };
}

/** A container with less than 6 MiB does not start. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const containerMemory = { ...memory, min: 6, example: '128 or "128 MB"' };
const containerCpu = { ...cpu, example: '64 or "0.125 vCPU"' };

function share(
  reading: Reading,
  path: string,
  written: WrittenShare = {},
): Pick<Sidecar, "cpuUnits" | "memoryMiB" | "memoryReservationMiB"> {
  const memoryMiB = amount(reading, `${path}.memory`, written.memory, containerMemory);
  const reserved = amount(reading, `${path}.reserved`, written.reserved, containerMemory);
  if (memoryMiB !== undefined && reserved !== undefined && reserved >= memoryMiB) {
    reading.fail(
      "invalid-value",
      `${path}.reserved`,
      `${path}.reserved (${reserved}) must be below memory (${memoryMiB})`,
      {
        reason: "ECS takes a reservation only where the limit is above it",
        hint: "lower it, or leave it out: memory alone is kept for the container, too",
      },
    );
  }
  return present({
    cpuUnits: amount(reading, `${path}.cpu`, written.cpu, containerCpu),
    memoryMiB,
    memoryReservationMiB: reserved,
  });
}
