import { set } from "./converters.js";
import { EquivalenceError, type Json } from "./facts.js";
import { subjectOf } from "./kind.js";
import { type Field, type Fields, items, read, uniqueEntries } from "./read.js";

/** Conditions of a rule by what they look at; those of a header or a part of the query by its name, too. */
export function conditions(fields: Fields): Field {
  return (value, at) => {
    const entries = items(value, at).map((item, index) => {
      const { field = "", name = "", ...rest } = read(item, fields, `${at}[${index}]`);
      return [`${String(field)} ${String(name)}`.trim(), rest] as const;
    });
    return { conditions: uniqueEntries(entries, at) };
  };
}

/** `[{ key, value }]` of one key. */
export function queryValues(fields: Fields): Field {
  return (value, at) => {
    const pairs = items(value, at).map((item, index) => read(item, fields, `${at}[${index}]`));
    const keys = new Set(pairs.map(({ key }) => String(key)));
    if (keys.size !== 1) throw new EquivalenceError(`${at} has several keys: ${[...keys].join(", ")}`);
    return {
      name: [...keys][0] ?? "",
      values: set(
        pairs.map(({ value: said }) => said ?? ""),
        at,
      ),
    };
  };
}

/** A listener has several beside its own. */
export function extraCertificate(listener: Json | undefined, certificate: Json | undefined): string {
  return `certificate ${subjectOf(certificate, "kept elsewhere")} of ${subjectOf(listener, "listener")}`;
}
