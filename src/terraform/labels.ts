import type { ResourceKind } from "../plan/resource.js";
import { identifier } from "./identifier.js";
import { kinds } from "./kinds.js";

/** What an id says: `service/api/task-role` is the part `task-role` of `api`, `network/vpc` is part of no service. */
export interface IdParts {
  /** `service/api`, or `network`. */
  readonly scope: string;
  readonly owner?: string;
  readonly part: string;
}

export function partsOfId(id: string): IdParts {
  const area = id.slice(0, lengthUntilSlash(id));
  if (area.length === id.length) return { scope: area, part: area };
  const rest = id.slice(area.length + 1);
  const owner = rest.slice(0, lengthUntilSlash(rest));
  if (owner.length === rest.length || !ownedAreas.has(area)) return { scope: area, part: rest };
  return { scope: `${area}/${owner}`, owner, part: rest.slice(owner.length + 1) };
}

/** As a person would call it: the service, what it is of it, and not again that a role is a role. */
export function labelOf(kind: ResourceKind, id: string): string {
  const { owner, part } = partsOfId(id);
  const words = identifier(part).split("_");
  for (const noun of kinds[kind].nouns) remove(words, noun.split("_"));
  const own = words.join("_");
  if (owner !== undefined) return own === "" ? identifier(owner) : `${identifier(owner)}_${own}`;
  return own === "" ? "main" : identifier(own);
}

const ownedAreas: ReadonlySet<string> = new Set(["service", "job"]);

function lengthUntilSlash(text: string): number {
  const at = text.indexOf("/");
  return at < 0 ? text.length : at;
}

function remove(words: string[], noun: readonly string[]): void {
  const at = words.findIndex((_, start) => noun.every((word, offset) => words[start + offset] === word));
  if (at >= 0) words.splice(at, noun.length);
}
