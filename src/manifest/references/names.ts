import type { Diagnostic } from "../../diagnostics/index.js";
import { error, suggest } from "../../diagnostics/index.js";
import type { RawMap } from "../raw.js";
import { isRawMap, own } from "../raw.js";

const attributes = {
  services: ["url", "host", "name"],
  jobs: ["arn", "name"],
  resources: ["name", "arn", "host", "port", "database", "url"],
} as const;
const roots = [
  ...["application", "environment", "region", "accountId"],
  ...["variables", "parameters", "services", "jobs", "resources"],
];

/** True for what only the plan knows: `accountId`, `parameters.LEVEL`, `services.api.url`, `resources.Files.arn`. */
export function isDeferred(reference: string, document: RawMap): boolean {
  if (reference === "accountId") return true;
  const [root = "", name] = nameIn(reference);
  if (root === "parameters" && name !== undefined) return isName(document, root, name);
  const parts = owned(reference);
  return parts !== undefined && isName(document, parts.group, parts.name) && parts.known;
}

/** Says what is wrong with a reference that is neither a value of the document nor deferred. */
export function unknownReference(reference: string, path: string, document: RawMap): Diagnostic {
  const shown = reference.length > 60 ? `${reference.slice(0, 57)}...` : reference;
  const about = (what: string, hint: string): Diagnostic =>
    error("unknown-reference", path, `\${${shown}}: ${what}`, { hint });
  if (reference === "environment") {
    return about("no environment was asked for", "ask for one, such as -e dev");
  }
  if (reference === "region") return about("the manifest names no region", "add region: eu-west-1");
  const parts = owned(reference);
  if (parts !== undefined) return about(...unknownPart(parts, document));
  const [root = "", name] = nameIn(reference);
  const kind = root === "variables" ? "variable" : "parameter";
  if ((root === "variables" || root === "parameters") && name !== undefined) {
    const known = namesIn(document, root);
    return about(`there is no ${kind} "${name}"`, meant(name, known, `declare it under ${root}:`));
  }
  const write =
    "references are ${application}, ${environment}, ${region}, ${variables.NAME}, ${parameters.NAME}, ${services.NAME.url} and the like; $${ is a literal ${";
  return about("there is no such reference", meant(root, roots, write));
}

type Group = keyof typeof attributes;
interface Owned {
  readonly group: Group;
  readonly name: string;
  readonly attribute: string;
  readonly known: boolean;
}

function owned(reference: string): Owned | undefined {
  const [group = "", name, attribute, ...rest] = reference.split(".");
  if (!isGroup(group) || name === undefined) return undefined;
  const known = rest.length === 0 && (attributes[group] as readonly string[]).includes(attribute ?? "");
  return { group, name, attribute: [attribute ?? "", ...rest].join("."), known };
}

function isGroup(text: string): text is Group {
  return Object.hasOwn(attributes, text);
}

function unknownPart({ group, name, attribute }: Owned, document: RawMap): [what: string, hint: string] {
  const kind = group.slice(0, -1);
  const known = namesIn(document, group);
  if (!known.includes(name)) {
    return [`there is no ${kind} "${name}"`, meant(name, known, `declare it under ${group}:`)];
  }
  const offered = `a ${kind} has ${attributes[group].join(", ")}`;
  return [`a ${kind} has no "${attribute}"`, meant(attribute, attributes[group], offered)];
}

/** `variables.LEVEL` to its root and all that follows. */
function nameIn(reference: string): [root: string, name?: string] {
  const dot = reference.indexOf(".");
  return dot === -1 ? [reference] : [reference.slice(0, dot), reference.slice(dot + 1)];
}

function meant(written: string, candidates: readonly string[], otherwise: string): string {
  const candidate = suggest(written, candidates);
  return candidate === undefined ? otherwise : `did you mean "${candidate}"?`;
}

function namesIn(document: RawMap, group: string): readonly string[] {
  const map = own(document, group);
  return isRawMap(map) ? Object.keys(map) : [];
}

function isName(document: RawMap, group: string, name: string): boolean {
  const map = own(document, group);
  return isRawMap(map) && own(map, name) !== undefined;
}
