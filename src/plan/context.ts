import type { Diagnostic } from "../diagnostics/index.js";
import type { External, ExternalList, Manifest, ProfileName } from "../manifest/index.js";
import { createDeciding, type Deciding, type FieldDecision } from "./decisions.js";
import { checkName, type NamedThing, parameterName } from "./names.js";
import { defaultProfile, type ProfileDefaults, profiles } from "./profiles.js";
import type { Tags } from "./resources/base.js";
import type { Value, ValueList } from "./value.js";

/** What every part of the planner reads, and where it reports. */
export interface ResolveContext extends Deciding {
  readonly manifest: Manifest;
  readonly defaults: ProfileDefaults;
  /** Start of every name, such as `shop-dev`. */
  readonly prefix: string;
  readonly report: (diagnostic: Diagnostic) => void;
  /** `<prefix>-<suffix>`, checked against the limit of the thing it names. */
  readonly name: (thing: NamedThing, suffix: string, origin: string) => string;
  /** Tags of the application and of the manifest, with a `Name`, a service or a job where there are such. */
  readonly tags: (more?: {
    readonly name?: string;
    readonly service?: string;
    readonly job?: string;
  }) => Tags;
}

export function createContext(
  manifest: Manifest,
  report: (diagnostic: Diagnostic) => void,
  onDecision?: (decision: FieldDecision) => void,
): ResolveContext {
  const environmentSuffix = manifest.environment === undefined ? "" : `-${manifest.environment}`;
  const prefix = manifest.naming?.prefix ?? `${manifest.application}${environmentSuffix}`;
  const shared: Tags = {
    ...manifest.tags,
    "longshore:application": manifest.application,
    ...(manifest.environment === undefined ? {} : { "longshore:environment": manifest.environment }),
    ...(manifest.ttl !== undefined && { "longshore:ttl": manifest.ttl }),
  };
  const byOwner = new Map<string, Tags>();
  const profile = manifest.profile ?? usualProfile(manifest);
  return {
    manifest,
    defaults: profiles[profile],
    ...createDeciding(profile, onDecision),
    prefix,
    report,
    name: (thing, suffix, origin) => {
      const apart = manifest.regions !== undefined && globalThings.has(thing) ? (manifest.region ?? "") : "";
      const name = [prefix, suffix, apart].filter((part) => part !== "").join("-");
      const problem = checkName(thing, name, origin);
      if (problem !== undefined) report(problem);
      return name;
    },
    // A certificate may be for *.example.com, and no tag may hold a *.
    tags: ({ name, service, job } = {}) => {
      // Services and jobs share one name space.
      const owner = service ?? job ?? "";
      const known = byOwner.get(owner);
      const tags = known ?? {
        ...shared,
        ...(service !== undefined && { "longshore:service": service }),
        ...(job !== undefined && { "longshore:job": job }),
      };
      if (known === undefined) byOwner.set(owner, tags);
      return name === undefined ? tags : { ...tags, Name: name.replaceAll("*", "wildcard") };
    },
  };
}

/** Named once in an account, whatever the region: with several regions the name says which. */
const globalThings: ReadonlySet<NamedThing> = new Set(["IAM role", "dashboard"]);

/** What a pattern makes comes and goes with a branch: it is cheap and leaves nothing behind. */
function usualProfile({ pattern }: Manifest): ProfileName {
  return pattern === undefined ? defaultProfile : "economy";
}

/** A value that another owner keeps. */
export function external(source: External): Value<string> {
  if (source.from === "ssm") return { import: { ssm: source.path } };
  if (source.from === "export") return { import: { export: source.name } };
  if (source.from === "parameter") return { parameter: parameterName(source.name) };
  return source.value;
}

export function externalList(source: ExternalList): ValueList {
  return source.from === "ssm-list" ? { importList: { ssm: source.path } } : source.items.map(external);
}
