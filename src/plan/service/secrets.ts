import type { SecretSource } from "../../manifest/index.js";
import { arn, type Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";

/** What the execution role must read so that a task can start. */
export interface SecretGrants {
  readonly secretArns: readonly Value<string>[];
  readonly parameterArns: readonly Value<string>[];
}

export interface SecretsPart {
  readonly grants: SecretGrants;
  readonly variables: readonly { readonly name: string; readonly valueFrom: Value<string> }[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html */
export function planSecrets(facts: ServiceFacts): SecretsPart {
  const entries = Object.entries(facts.service.secrets).sort(([a], [b]) => (a < b ? -1 : 1));
  const secretArns = new Map<string, Value<string>>();
  const parameterArns = new Map<string, Value<string>>();
  const variables = entries.map(([name, source]) => {
    const { valueFrom, grant } = describe(source);
    const grants = source.from === "ssm" || source.from === "ssm-arn" ? parameterArns : secretArns;
    grants.set(JSON.stringify(grant), grant);
    return { name, valueFrom };
  });
  return {
    grants: { secretArns: [...secretArns.values()], parameterArns: [...parameterArns.values()] },
    variables,
  };
}

function describe(source: SecretSource): {
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
    case "secrets-manager":
      return {
        valueFrom: arn("secretsmanager", `secret:${source.name}${selector(source.jsonKey)}`),
        // A secret's ARN ends in a hyphen and six random characters that nobody knows before it exists.
        grant: arn("secretsmanager", `secret:${source.name}-??????`),
      };
    case "secrets-manager-arn":
      return { valueFrom: `${source.arn}${selector(source.jsonKey)}`, grant: source.arn };
  }
}

/** `:<json key>:<version stage>:<version id>`; the last two stay empty. */
function selector(jsonKey: string | undefined): string {
  return jsonKey === undefined ? "" : `:${jsonKey}::`;
}
