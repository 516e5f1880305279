import { hasErrors } from "../../diagnostics/index.js";
import { type Raw, type RawMap, readManifest } from "../../manifest/index.js";
import { encodePlan, type Plan, resolve } from "../../plan/index.js";
import { baseManifests } from "./base-manifests.js";
import { differencesOf, type TypeDifference } from "./differences.js";
import { isWritten, placeExample } from "./place-example.js";
import { cloudFormationFacts, type RenderedFacts, terraformFacts } from "./rendered-facts.js";
import type { ReferenceField, ReferenceSection, SchemaPath } from "./schema-fields.js";

/** What became of an example on the base that suits it best. */
export type ExampleOutcome =
  | {
      readonly planned: true;
      readonly example: unknown;
      /** What was written instead, where the example itself changes nothing: it is the default. */
      readonly tried?: unknown;
      readonly cloudFormation: readonly TypeDifference[];
      readonly terraform: readonly TypeDifference[];
    }
  | { readonly planned: false; readonly example: unknown; readonly reason: string };

interface Rendered {
  readonly cloudFormation: RenderedFacts;
  readonly terraform: RenderedFacts;
}

/** Tries examples on one base after the other until one changes what is printed. */
export type TryField = (section: ReferenceSection, field: ReferenceField) => ExampleOutcome | undefined;

export function createTryField(): TryField {
  const planOnce = plannerOf();
  const best = (section: ReferenceSection, field: ReferenceField): ExampleOutcome | undefined => {
    let found: ExampleOutcome | undefined;
    let silent = 0;
    for (const trial of trialsOf(section, field)) {
      const outcome = tryOne(trial, planOnce);
      if (outcome.planned && isVisible(outcome)) return outcome;
      if (found === undefined || (outcome.planned && !found.planned)) found = outcome;
      if (outcome.planned) silent += 1;
      if (silent === enough) break;
    }
    return found;
  };
  return (section, field) => {
    const outcome = best(section, field);
    if (outcome === undefined || !outcome.planned || isVisible(outcome)) return outcome;
    const others = field.examples.flatMap(otherValues);
    const varied = others.length === 0 ? undefined : best(section, { ...field, examples: others });
    if (varied === undefined || !varied.planned || !isVisible(varied)) return outcome;
    return { ...varied, example: outcome.example, tried: varied.example };
  };
}

/** An example that changes nothing on as many bases changes nothing. */
const enough = 5;
const mostPlaces = 3;

function isVisible({ cloudFormation, terraform }: Extract<ExampleOutcome, { planned: true }>): boolean {
  return cloudFormation.length > 0 || terraform.length > 0;
}

interface Trial {
  readonly before: RawMap;
  readonly after: RawMap;
  readonly example: unknown;
}

/** Bases in which the field has a place come first; a base that lacks what is required beside it is given that. */
function trialsOf(section: ReferenceSection, field: ReferenceField): readonly Trial[] {
  const places = section.places.slice(0, mostPlaces);
  const trials = field.examples.flatMap((example) =>
    baseManifests.flatMap((base) =>
      places.flatMap((place) => {
        const completed = complete(section, field, place, base);
        return placeExample(completed, [...place, ...field.path], example as Raw).map(
          ({ manifest, path }): Trial & { readonly fits: boolean } => ({
            before: completed,
            after: manifest,
            example,
            fits: isWritten(base, path.slice(0, -1)),
          }),
        );
      }),
    ),
  );
  return [...trials.filter(({ fits }) => fits), ...trials.filter(({ fits }) => !fits)];
}

function complete(section: ReferenceSection, field: ReferenceField, place: SchemaPath, base: RawMap): RawMap {
  const needed = section.fields.filter(
    (each) => each.required && each !== field && each.examples.length > 0 && isBeside(each.path, field.path),
  );
  return needed.reduce<RawMap>((manifest, each) => {
    const [placed] = placeExample(manifest, [...place, ...each.path], each.examples[0] as Raw);
    return placed === undefined || isWritten(manifest, placed.path) ? manifest : placed.manifest;
  }, base);
}

function isBeside(path: SchemaPath, field: SchemaPath): boolean {
  return path.slice(0, -1).every((step, index) => field[index] === step) && path.length <= field.length;
}

/** Values beside an example that is the default: twice as much of it, and a little more. */
function otherValues(example: unknown): readonly unknown[] {
  if (typeof example === "number") return [example + 1, example * 2];
  const [, number, unit] = typeof example === "string" ? (/^(\d+)( ?[a-zA-Z%]+)$/.exec(example) ?? []) : [];
  return number === undefined ? [] : [2, 3, 0.5].map((factor) => `${Number(number) * factor}${unit}`);
}

/** Rendering takes most of the time, and a plan that is the same prints the same. */
function tryOne(
  { before, after, example }: Trial,
  planOnce: (manifest: RawMap) => Plan | string,
): ExampleOutcome {
  const later = planOnce(after);
  if (typeof later === "string") return { planned: false, example, reason: later };
  const earlier = planOnce(before);
  const same = typeof earlier !== "string" && encodePlan(earlier) === encodePlan(later);
  if (same) return { planned: true, example, cloudFormation: [], terraform: [] };
  // What is required is missing without the field: all that is printed is its doing.
  const base: Rendered =
    typeof earlier === "string" ? { cloudFormation: new Map(), terraform: new Map() } : renderedOf(earlier);
  const { cloudFormation, terraform } = renderedOf(later);
  return {
    planned: true,
    example,
    cloudFormation: differencesOf(base.cloudFormation, cloudFormation),
    terraform: differencesOf(base.terraform, terraform),
  };
}

const renderedByPlan = new WeakMap<Plan, Rendered>();

function renderedOf(plan: Plan): Rendered {
  const known = renderedByPlan.get(plan);
  if (known !== undefined) return known;
  const rendered = { cloudFormation: cloudFormationFacts(plan), terraform: terraformFacts(plan) };
  renderedByPlan.set(plan, rendered);
  return rendered;
}

/** Bases come again and again. */
function plannerOf(): (manifest: RawMap) => Plan | string {
  const known = new WeakMap<RawMap, Plan | string>();
  return (manifest) => {
    const found = known.get(manifest) ?? planOf(manifest);
    known.set(manifest, found);
    return found;
  };
}

/** The plan, or the first error. */
function planOf(manifest: RawMap): Plan | string {
  const environments = manifest["environments"];
  const environment = typeof environments === "object" ? Object.keys(environments ?? {})[0] : undefined;
  const parsed = readManifest(
    manifest,
    { file: "example" },
    environment === undefined ? {} : { environment: environment.replaceAll("*", "1") },
  );
  if (parsed.manifest === undefined) return firstError(parsed.diagnostics);
  const resolved = resolve(parsed.manifest);
  return resolved.ok && !hasErrors(resolved.diagnostics) ? resolved.value : firstError(resolved.diagnostics);
}

function firstError(diagnostics: readonly { readonly severity: string; readonly message: string }[]): string {
  return diagnostics.find(({ severity }) => severity === "error")?.message ?? "it cannot be planned";
}
