import { type Diagnostic, hasErrors, locateAll } from "../diagnostics/index.js";
import type { Manifest } from "../manifest/index.js";
import { type Plan, resolve } from "../plan/index.js";
import { LongshoreError, type TextOf } from "./error.js";
import { layerOf } from "./layer.js";
import type { ManifestProps } from "./props.js";
import { loadManifest, namesIn } from "./read-manifest.js";

/** What a construct hosts, and what there is to say of it. */
export interface PlannedApp {
  readonly manifest: Manifest;
  readonly plan: Plan;
  /** Values of parameters of the templates. */
  readonly fillings: ReadonlyMap<string, string>;
  readonly warnings: readonly Diagnostic[];
  readonly textOf: TextOf;
  /** Gives diagnostics their places in the manifest. */
  readonly place: (found: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** @throws LongshoreError with everything that is wrong with the manifest and with what the app brings. */
export function planOf(props: ManifestProps, stacks: "single" | "layered"): PlannedApp {
  const loaded = loadManifest(props);
  const { file, document, textOf } = loaded;
  const names = namesIn(document, props.environment);
  const layer = layerOf(props, stacks, names);
  const parsed = loaded.parse({
    ...(props.environment !== undefined && { environment: props.environment }),
    over: layer.tree,
  });
  const planned = parsed.manifest === undefined ? undefined : resolve(parsed.manifest);
  const place = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
    locateAll(found, (path) => (path === "" ? undefined : parsed.locate(path))).map((each) =>
      each.span === undefined ? { ...each, file: each.file ?? file } : each,
    );
  // Of a text that cannot be read, names are not to be missed.
  const own = parsed.diagnostics.some(({ code }) => code.startsWith("yaml")) ? [] : layer.diagnostics;
  const diagnostics = place([...own, ...parsed.diagnostics, ...(planned?.diagnostics ?? [])]);
  if (planned?.ok !== true || parsed.manifest === undefined || hasErrors(diagnostics)) {
    throw new LongshoreError(diagnostics, textOf);
  }
  return {
    manifest: parsed.manifest,
    plan: planned.value,
    fillings: layer.fillings,
    warnings: diagnostics.filter(({ severity }) => severity === "warning"),
    textOf,
    place,
  };
}
