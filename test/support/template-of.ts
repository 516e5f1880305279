import { type JsonObject, renderCloudFormation, type Template } from "../../src/cloudformation/index.js";
import { listSamples, planOfSample } from "./samples.js";

/** The templates of a sample by area. */
export function templatesOf(sampleName: string, environment?: string): ReadonlyMap<string, Template> {
  const sample = listSamples().find((each) => each.name === sampleName);
  if (sample === undefined) throw new TypeError(`there is no sample ${sampleName}`);
  const plan = planOfSample(sample, environment);
  return new Map(renderCloudFormation(plan).map(({ area, template }) => [area, template]));
}

/** Properties of the resource with this logical id; throws when it is missing or of another type. */
export function properties(template: Template, type: string, id: string): JsonObject {
  const resource = template.Resources[id];
  if (resource?.Type !== type) throw new TypeError(`${id} is ${resource?.Type ?? "missing"}, not ${type}`);
  return resource.Properties ?? {};
}

/** Properties of every resource of a type, by logical id. */
export function allOfType(template: Template, type: string): Readonly<Record<string, JsonObject>> {
  const found = Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
  return Object.fromEntries(found.map(([id, resource]) => [id, resource.Properties ?? {}]));
}

/** The SSM parameter behind a template parameter. */
export function ssmPath(template: Template, reference: unknown): string | undefined {
  if (typeof reference !== "object" || reference === null || !("Ref" in reference)) return undefined;
  return template.Parameters?.[String(reference.Ref)]?.Default;
}
