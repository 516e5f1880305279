import { appendPath, joinPath, splitPath } from "../../diagnostics/index.js";

/** Areas whose form is wrong, such as `network` or `services.api.health`: they are not read further. */
export type Faulty = (area: string) => boolean;

/** The areas of the paths: a field of a service, job or sidecar, a resource, else a key of the document. */
export function areasOf(paths: readonly string[]): Faulty {
  const areas = new Set<string>();
  for (const path of paths) {
    const segments = splitPath(path);
    areas.add(joinPath(segments.slice(0, depthOf(segments))));
  }
  return (area) => areas.has(area);
}

function depthOf([top, , place]: readonly (string | number)[]): number {
  if (top === "services" || top === "jobs") return place === "containers" ? 5 : 3;
  return top === "resources" ? 2 : 1;
}

/** What is written at a path without the fields that are faulty. */
export function soundFields<Written extends object>(
  written: Written,
  path: string,
  isFaulty: Faulty,
): Written {
  const entries = Object.entries(written);
  const sound = entries.filter(([field]) => !isFaulty(appendPath(path, field)));
  return sound.length === entries.length ? written : (Object.fromEntries(sound) as Written);
}
