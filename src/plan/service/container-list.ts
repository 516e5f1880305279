import type { ProcessSettings, Sidecar } from "../../manifest/index.js";
import type { Workload } from "./workload.js";

export interface ContainerProcess {
  readonly name: string;
  /** Manifest path, `services.api` or `services.api.containers.otel`. */
  readonly origin: string;
  readonly process?: ProcessSettings | undefined;
  /** Absent for the own container. */
  readonly sidecar?: Sidecar;
}

/** The own container first, then the sidecars by name. */
export function containersOf({ name, origin, settings }: Workload): readonly ContainerProcess[] {
  const sidecars = Object.entries(settings.containers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    { name, origin, process: settings.process },
    ...sidecars.map(([each, sidecar]) => ({
      name: each,
      origin: `${origin}.containers.${each}`,
      process: sidecar.process,
      sidecar,
    })),
  ];
}
