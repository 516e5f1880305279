import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { shortNamePattern } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import { note } from "../warnings.js";

export interface ServiceNames {
  /** Names in the manifest by names in the compose file. */
  readonly byCompose: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A name that the manifest allows for each service: `provision_api` becomes `provision-api`. */
export function nameServices(services: readonly Pick<ComposeService, "name" | "span">[]): ServiceNames {
  const renamed: Renamed[] = [];
  const byCompose = new Map<string, string>();
  const taken = new Set(services.map(({ name }) => name).filter((name) => shortNamePattern.test(name)));
  for (const { name, span } of [...services].sort(byName)) {
    if (taken.has(name) && shortNamePattern.test(name)) {
      byCompose.set(name, name);
      continue;
    }
    const valid = freeName(validName(name, "service"), taken);
    taken.add(valid);
    byCompose.set(name, valid);
    renamed.push({ name, valid, span });
  }
  return { byCompose, diagnostics: sayRenamed(renamed) };
}

interface Renamed {
  readonly name: string;
  readonly valid: string;
  readonly span: SourceSpan;
}

function sayRenamed(renamed: readonly Renamed[]): readonly Diagnostic[] {
  const [first, ...others] = [...renamed].sort(
    (one, other) => one.span.start.offset - other.span.start.offset,
  );
  if (first === undefined) return [];
  const list = [first, ...others].map(({ name, valid }) => `${name} is ${valid}`).join(", ");
  const reason =
    "names in AWS take lower-case letters, digits and hyphens, starting with a letter, at most 40";
  return [
    note("compose-choice", `services.${first.valid}`, `services are renamed: ${list}`, {
      span: first.span,
      reason,
    }),
  ];
}

/** Lower-case words joined by hyphens, at most 40 characters, starting with a letter. */
export function validName(text: string, otherwise: string): string {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const joined = words.join("-");
  const named = joined === "" ? otherwise : /^[a-z]/.test(joined) ? joined : `${otherwise}-${joined}`;
  return named.slice(0, 40).replace(/-+$/, "");
}

/** `TIMESCALE_URL` and `timescale-url` both are `TIMESCALE_URL`. */
export function variableNameOf(text: string): string {
  const name = text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[A-Z]/.test(name) ? name : `V_${name}`;
}

export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted.slice(0, 37)}-${count}`;
  return name;
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}
