import { type Facts, isObject, type Json } from "./facts.js";

/** One place in which the two sides do not say the same; a side that says nothing has no value. */
export interface Difference {
  readonly subject: string;
  /** Names from the subject down, such as `containers`, `api`, `image`; none when a side lacks the subject. */
  readonly path: readonly string[];
  readonly cloudFormation?: Json;
  readonly terraform?: Json;
}

export function compareFacts(cloudFormation: Facts, terraform: Facts): readonly Difference[] {
  const subjects = [...new Set([...Object.keys(cloudFormation), ...Object.keys(terraform)])].sort();
  return subjects.flatMap((subject) => compare(subject, [], cloudFormation[subject], terraform[subject]));
}

function compare(
  subject: string,
  path: readonly string[],
  one: Json | undefined,
  other: Json | undefined,
): readonly Difference[] {
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
    return keys.flatMap((key) => compare(subject, [...path, key], one[key], other[key]));
  }
  if (isSame(one, other)) return [];
  return [
    {
      subject,
      path,
      ...(one !== undefined && { cloudFormation: one }),
      ...(other !== undefined && { terraform: other }),
    },
  ];
}

/** As JSON, whose objects have no order. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_: string, value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
