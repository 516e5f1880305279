import type { Json, JsonObject } from "./facts.js";
import { isArray, isObject } from "./facts.js";
import { type Convert, items, uniqueEntries } from "./read.js";

/**
 * Container definitions by name, in the words of the ECS API, each field as it is: nothing is left out. Lists whose order
 * means nothing are objects. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const containers: Convert = (value, at) => {
  const entries = items(value, at).map((container): readonly [string, Json] => {
    const { name = null, ...fields } = isObject(container) ? container : {};
    return [String(name), byKeys(fields, at)];
  });
  return uniqueEntries(entries, at);
};

/** The names of CloudFormation are those of the API with a capital letter; maps of the user keep their keys. */
export function inApiWords(value: Json): Json {
  if (isArray(value)) return value.map(inApiWords);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [
    key.charAt(0).toLowerCase() + key.slice(1),
    userMaps.has(key) ? item : inApiWords(item),
  ]);
  return Object.fromEntries(entries);
}

const userMaps: ReadonlySet<string> = new Set(["DockerLabels", "Options"]);

/** The field that tells the items of each list apart. */
const keys: Readonly<Record<string, string>> = {
  dependsOn: "containerName",
  environment: "name",
  environmentFiles: "value",
  mountPoints: "containerPath",
  portMappings: "name",
  secrets: "name",
  systemControls: "namespace",
  ulimits: "name",
};

function byKeys(fields: JsonObject, at: string): JsonObject {
  const entries = Object.entries(fields).map(([name, value]): [string, Json] => {
    const key = keys[name];
    if (key === undefined) return [name, value];
    const found = items(value, at).map((item): readonly [string, Json] => {
      const { [key]: own = null, ...rest } = isObject(item) ? item : {};
      return [String(own), rest];
    });
    return [name, uniqueEntries(found, `${at}.${name}`)];
  });
  return Object.fromEntries(entries);
}
