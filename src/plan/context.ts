import type { Diagnostic } from "../diagnostics/index.js";
import type { External, ExternalList, Manifest } from "../manifest/index.js";
import { checkName, type NamedThing } from "./names.js";
import { defaultProfile, type ProfileDefaults, profiles } from "./profiles.js";
import type { Tags } from "./resources/base.js";
import type { Value, ValueList } from "./value.js";

/** What every part of the planner reads, and where it reports. */
export interface ResolveContext {
  readonly manifest: Manifest;
  readonly defaults: ProfileDefaults;
  /** Start of every name, such as `shop-dev`. */
  readonly prefix: string;
  readonly report: (diagnostic: Diagnostic) => void;
  /** `<prefix>-<suffix>`, checked against the limit of the thing it names. */
  readonly name: (thing: NamedThing, suffix: string, origin: string) => string;
  /** Tags of the application and of the manifest, with a `Name` and a service where there are such. */
  readonly tags: (more?: { readonly name?: string; readonly service?: string }) => Tags;
}

export function createContext(manifest: Manifest, report: (diagnostic: Diagnostic) => void): ResolveContext {
  const environmentSuffix = manifest.environment === undefined ? "" : `-${manifest.environment}`;
  const prefix = manifest.naming?.prefix ?? `${manifest.application}${environmentSuffix}`;
  const shared: Tags = {
    ...manifest.tags,
    "longshore:application": manifest.application,
    ...(manifest.environment === undefined ? {} : { "longshore:environment": manifest.environment }),
  };
  const byService = new Map<string, Tags>();
  return {
    manifest,
    defaults: profiles[manifest.profile ?? defaultProfile],
    prefix,
    report,
    name: (thing, suffix, origin) => {
      const name = suffix === "" ? prefix : `${prefix}-${suffix}`;
      const problem = checkName(thing, name, origin);
      if (problem !== undefined) report(problem);
      return name;
    },
    tags: ({ name, service } = {}) => {
      const known = byService.get(service ?? "");
      const tags = known ?? (service === undefined ? shared : { ...shared, "longshore:service": service });
      if (known === undefined) byService.set(service ?? "", tags);
      return name === undefined ? tags : { ...tags, Name: name };
    },
  };
}

/** A value that another owner keeps. */
export function external(source: External): Value<string> {
  if (source.from === "ssm") return { import: { ssm: source.path } };
  if (source.from === "export") return { import: { export: source.name } };
  return source.value;
}

export function externalList(source: ExternalList): ValueList {
  return source.from === "ssm-list" ? { importList: { ssm: source.path } } : source.items.map(external);
}
