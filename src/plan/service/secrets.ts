import type { SecretSource } from "../../manifest/index.js";
import type { DataPart } from "../data/plan-data.js";
import { arn, join, type Value } from "../value.js";

/** What the execution role must read so that a task can start. */
export interface SecretGrants {
  readonly secretArns: readonly Value<string>[];
  readonly parameterArns: readonly Value<string>[];
}

export interface SecretsPart {
  readonly grants: SecretGrants;
  readonly variables: readonly { readonly name: string; readonly valueFrom: Value<string> }[];
}

/**
 * The secrets of a service's own container, then those of its sidecars; the execution role reads all of them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
 */
export function planSecrets(data: DataPart, secrets: Readonly<Record<string, SecretSource>>): SecretsPart {
  const entries = Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1));
  const secretArns = new Map<string, Value<string>>();
  const parameterArns = new Map<string, Value<string>>();
  const variables = entries.map(([name, source]) => {
    const { valueFrom, grant } = describe(data, source);
    const grants = source.from === "ssm" || source.from === "ssm-arn" ? parameterArns : secretArns;
    grants.set(JSON.stringify(grant), grant);
    return { name, valueFrom };
  });
  return {
    grants: { secretArns: [...secretArns.values()], parameterArns: [...parameterArns.values()] },
    variables,
  };
}

/** Joins what several containers of a task need. */
export function mergeGrants(parts: readonly SecretsPart[]): SecretGrants {
  const unique = (values: readonly Value<string>[]): readonly Value<string>[] => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
  ];
  return {
    secretArns: unique(parts.flatMap((part) => part.grants.secretArns)),
    parameterArns: unique(parts.flatMap((part) => part.grants.parameterArns)),
  };
}

function describe(
  data: DataPart,
  source: SecretSource,
): {
  readonly valueFrom: Value<string>;
  readonly grant: Value<string>;
} {
  switch (source.from) {
    case "ssm": {
      const parameterArn = arn("ssm", `parameter${source.path}`);
      return { valueFrom: parameterArn, grant: parameterArn };
    }
    case "ssm-arn":
      return { valueFrom: source.arn, grant: source.arn };
    case "secrets-manager": {
      const made = data.handles.get(source.name);
      if (made?.type === "secret" && made.arn !== undefined) {
        return { valueFrom: join(made.arn, selector(source.jsonKey)), grant: made.arn };
      }
      return {
        valueFrom: arn("secretsmanager", `secret:${source.name}${selector(source.jsonKey)}`),
        // A secret's ARN ends in a hyphen and six random characters that nobody knows before it exists.
        grant: arn("secretsmanager", `secret:${source.name}-??????`),
      };
    }
    case "secrets-manager-arn":
      return { valueFrom: `${source.arn}${selector(source.jsonKey)}`, grant: source.arn };
  }
}

/** `:<json key>:<version stage>:<version id>`; the last two stay empty. */
function selector(jsonKey: string | undefined): string {
  return jsonKey === undefined ? "" : `:${jsonKey}::`;
}
