import { splitPath } from "../../diagnostics/index.js";
import { type ProfileName, type RawMap, readManifest } from "../../manifest/index.js";
import { type FieldDecision, resolve } from "../../plan/index.js";
import { baseManifests } from "./base-manifests.js";
import { anyItem, anyName, type SchemaPath } from "./schema-fields.js";

const names: readonly ProfileName[] = ["economy", "balanced", "production"];

/** A default as the planner told of it, in each profile. */
export interface FieldDefault {
  readonly byProfile: Readonly<Record<ProfileName, string>>;
  readonly reason: string;
}

export type FindDefault = (places: readonly SchemaPath[], path: SchemaPath) => FieldDefault | undefined;

/** Plans the bases in each profile and keeps what was decided where they are silent. */
export function collectDefaults(): FindDefault {
  const found = baseManifests.flatMap((manifest) => {
    const told = names.map((profile) => decisionsOf({ profile, ...manifest }));
    return [...(told[1] ?? [])].flatMap(([path, decision]) => {
      const values = told.map((each) => each.get(path));
      const [economy, balanced, production] = values.map((each) => (each === undefined ? "" : printed(each)));
      if (values.some((each) => each === undefined || each.from === "manifest")) return [];
      const byProfile = { economy: economy ?? "", balanced: balanced ?? "", production: production ?? "" };
      const reason = (decision.reason ?? "").replace(/^profile \w+: /, "");
      return [{ segments: splitPath(path), types: manifest, entry: { byProfile, reason } }];
    });
  });
  return (places, path) => {
    for (const place of places) {
      const wanted = [...place, ...path];
      const match = found.find(({ segments, types }) => matches(wanted, segments, types));
      if (match !== undefined) return match.entry;
    }
    return undefined;
  };
}

function decisionsOf(manifest: RawMap): ReadonlyMap<string, FieldDecision> {
  const parsed = readManifest(manifest, { file: "base" });
  const decisions = new Map<string, FieldDecision>();
  if (parsed.manifest !== undefined)
    resolve(parsed.manifest, { onDecision: (each) => decisions.set(each.path, each) });
  return decisions;
}

function matches(wanted: SchemaPath, segments: readonly (string | number)[], manifest: RawMap): boolean {
  return (
    wanted.length === segments.length &&
    wanted.every((step, index) => {
      const segment = segments[index];
      if (step === anyName || (step === anyItem && typeof segment === "number")) return true;
      if (step.startsWith("<")) {
        const resources = manifest["resources"] as
          | Readonly<Record<string, { readonly type?: string }>>
          | undefined;
        return `<${resources?.[String(segment)]?.type}>` === step;
      }
      return step === segment;
    })
  );
}

function printed({ value, unit }: FieldDecision): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return unit === undefined ? text : `${text} ${unit}`;
}
