import { existsSync } from "node:fs";
import { join } from "node:path";

/** Looked for in the current folder, in this order, when no file is named. */
export const defaultFiles: readonly string[] = ["longshore.yaml", "longshore.yml", "longshore.config.ts"];

/** Looked for when there is no manifest, in the order of Compose itself. */
export const defaultComposeFiles: readonly string[] = [
  "compose.yaml",
  "compose.yml",
  "docker-compose.yaml",
  "docker-compose.yml",
];

/** The manifest of a folder, or its compose file with the override that Compose would take; none where it has neither. */
export function findDefaultFiles(folder: string): readonly string[] {
  const isThere = (name: string): boolean => existsSync(join(folder, name));
  const manifest = defaultFiles.find(isThere);
  return manifest === undefined ? findComposeFiles(folder) : [manifest];
}

export function findComposeFiles(folder: string): readonly string[] {
  const isThere = (name: string): boolean => existsSync(join(folder, name));
  const compose = defaultComposeFiles.find(isThere);
  if (compose === undefined) return [];
  const override = overrideFiles.find(isThere);
  return override === undefined ? [compose] : [compose, override];
}

/** https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/ */
const overrideFiles: readonly string[] = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml",
];
