import { asList, byJson } from "./converters.js";
import type { Json, JsonObject } from "./facts.js";
import { isObject } from "./facts.js";
import { as, type Convert, type Fields, items, read, uniqueEntries } from "./read.js";

/**
 * The statements of a policy by Sid. Neither the order of statements, actions and resources nor whether a single one
 * stands in a list changes what IAM does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const policy: Convert = (value, at) => {
  const { version = null, statements = [] } = read(value, documentFields, at);
  const entries = items(statements, at).map((statement, index) => {
    const { sid = index, ...fact } = read(statement, statementFields, `${at}[${index}]`);
    return [String(sid), fact] as const;
  });
  return { version, statements: uniqueEntries(entries, at) };
};

const documentFields: Fields = { Version: as("version"), Statement: as("statements") };

const anyOrder: Convert = (value) => [...asList(value)].sort(byJson);

const byKind: Convert = (value, at): Json => (isObject(value) ? mapValues(value, at, anyOrder) : value);

const conditions: Convert = (value, at) =>
  mapValues(value, at, (keys, place) => mapValues(keys, place, anyOrder));

const statementFields: Fields = {
  Sid: as("sid"),
  Effect: as("effect"),
  Principal: as("principals", byKind),
  Action: as("actions", anyOrder),
  Resource: as("resources", anyOrder),
  Condition: as("conditions", conditions),
};

function mapValues(value: Json, at: string, convert: Convert): JsonObject {
  const keys = isObject(value) ? Object.keys(value) : [];
  const fields = Object.fromEntries(keys.map((key) => [key, as(key, convert)]));
  return read(value, fields, at);
}
