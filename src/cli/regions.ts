import { join } from "node:path";
import { type Diagnostic, error } from "../diagnostics/index.js";
import type { Plan } from "../plan/index.js";

/** Where one of several regions is written: a folder of its own within the one that was asked for. */
export function regionFolder(out: string, { region }: Plan, all: readonly Plan[]): string {
  return all.length === 1 || region === undefined ? out : join(out, region);
}

export function severalRegions(plans: readonly Plan[]): Diagnostic {
  const regions = plans.flatMap(({ region }) => region ?? []);
  return error("usage", "", `the manifest is for ${regions.length} regions, and only one can be printed`, {
    hint: `write them all with --out <folder> and without --json, or choose one: --region ${regions[0] ?? ""}`,
  });
}
