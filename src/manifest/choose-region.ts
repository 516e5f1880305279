import type { Diagnostic } from "../diagnostics/index.js";
import { error } from "../diagnostics/index.js";
import type { Raw, RawMap } from "./raw.js";
import { own } from "./raw.js";
import { regionPattern } from "./schema/patterns.js";

export interface ChosenRegion {
  /** With the one region in place of the list; absent when it cannot be chosen. */
  readonly document?: RawMap;
  /** All that are named; absent where what is written is not a region or a list of them. */
  readonly regions?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A plan is for one region. Of a list the wanted one is taken, or the first; what is malformed is left to the schema. */
export function chooseRegion(document: RawMap, wanted: string | undefined): ChosenRegion {
  const regions = [own(document, "region") ?? []].flat() as readonly Raw[];
  if (!regions.every((each) => typeof each === "string" && regionPattern.test(each))) {
    return { document, diagnostics: [] };
  }
  const names = regions as readonly string[];
  const [first] = names;
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice !== -1) {
    return {
      document,
      diagnostics: [error("invalid-value", `region[${twice}]`, `${names[twice]} is named twice`)],
    };
  }
  if (wanted !== undefined && !names.includes(wanted)) return { diagnostics: [notNamed(wanted, names)] };
  const chosen = wanted ?? first;
  if (chosen === undefined) return { document, regions: names, diagnostics: [] };
  return { document: { ...document, region: chosen }, regions: names, diagnostics: [] };
}

function notNamed(wanted: string, names: readonly string[]): Diagnostic {
  const hint = names.length === 0 ? `add region: ${wanted}` : `the manifest names ${names.join(", ")}`;
  return error("other-region", "region", `the manifest does not name the region ${wanted}`, { hint });
}
