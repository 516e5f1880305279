import { appendPath } from "../../diagnostics/index.js";
import type { SecretSource, SecretVersion } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { arn, join, type Value } from "../value.js";
import { type KeptSecret, secretOfResource } from "./resource-secret.js";

/** What the execution role must read so that a task can start. */
export interface SecretGrants {
  readonly secretArns: readonly Value<string>[];
  readonly parameterArns: readonly Value<string>[];
  /** KMS keys of secrets that are encrypted with a key of the manifest. */
  readonly keyArns: readonly Value<string>[];
  /** Files of variables in S3, their buckets and the KMS keys of those. */
  readonly objectArns: readonly Value<string>[];
  readonly bucketArns: readonly Value<string>[];
  readonly bucketKeyArns: readonly Value<string>[];
}

export const noGrants: SecretGrants = {
  secretArns: [],
  parameterArns: [],
  keyArns: [],
  objectArns: [],
  bucketArns: [],
  bucketKeyArns: [],
};

export interface SecretsPart {
  readonly grants: SecretGrants;
  readonly variables: readonly { readonly name: string; readonly valueFrom: Value<string> }[];
}

/**
 * The secrets of a service's own container, or of a sidecar at the path; the execution role reads all of them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
 */
export function planSecrets(
  context: ResolveContext,
  data: DataPart,
  secrets: Readonly<Record<string, SecretSource>>,
  path: string,
): SecretsPart {
  const entries = Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1));
  const described = entries.flatMap(([name, source]) => {
    const secret = describe(context, data, source, appendPath(path, name));
    return secret === undefined ? [] : [{ name, source, ...secret }];
  });
  const isParameter = ({ from }: SecretSource): boolean => from === "ssm" || from === "ssm-arn";
  return {
    grants: {
      ...noGrants,
      secretArns: unique(described.flatMap(({ source, grant }) => (isParameter(source) ? [] : [grant]))),
      parameterArns: unique(described.flatMap(({ source, grant }) => (isParameter(source) ? [grant] : []))),
      keyArns: unique(described.flatMap(({ key }) => (key === undefined ? [] : [key]))),
    },
    variables: described.map(({ name, valueFrom }) => ({ name, valueFrom })),
  };
}

/** Joins what several containers of a task need. */
export function mergeGrants(parts: readonly { readonly grants: SecretGrants }[]): SecretGrants {
  const merge = (kind: keyof SecretGrants): readonly Value<string>[] =>
    unique(parts.flatMap(({ grants }) => grants[kind]));
  return {
    secretArns: merge("secretArns"),
    parameterArns: merge("parameterArns"),
    keyArns: merge("keyArns"),
    objectArns: merge("objectArns"),
    bucketArns: merge("bucketArns"),
    bucketKeyArns: merge("bucketKeyArns"),
  };
}

function unique(values: readonly Value<string>[]): readonly Value<string>[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

interface DescribedSecret {
  readonly valueFrom: Value<string>;
  readonly grant: Value<string>;
  readonly key?: Value<string>;
}

function describe(
  context: ResolveContext,
  data: DataPart,
  source: SecretSource,
  path: string,
): DescribedSecret | undefined {
  switch (source.from) {
    case "ssm": {
      const parameterArn = arn("ssm", `parameter${source.path}`);
      return { valueFrom: parameterArn, grant: parameterArn };
    }
    case "ssm-arn":
      return { valueFrom: source.arn, grant: source.arn };
    case "secrets-manager": {
      const made = data.handles.get(source.name);
      return made?.type === "secret"
        ? withKey(made, source)
        : {
            valueFrom: arn("secretsmanager", `secret:${source.name}${selector(source)}`),
            // A secret's ARN ends in a hyphen and six random characters that nobody knows before it exists.
            grant: arn("secretsmanager", `secret:${source.name}-??????`),
          };
    }
    case "secrets-manager-arn":
      return { valueFrom: `${source.arn}${selector(source)}`, grant: source.arn };
    case "resource": {
      const secret = secretOfResource(context, data, source, path);
      return secret && withKey(secret, source);
    }
  }
}

function withKey(
  { arn: secretArn, arnPattern, key }: KeptSecret,
  source: SecretVersion & { readonly jsonKey?: string },
): DescribedSecret {
  const valueFrom = join(secretArn, selector(source));
  return { valueFrom, grant: arnPattern ?? secretArn, ...(key !== undefined && { key }) };
}

/**
 * `:<json key>:<version stage>:<version id>`: where one is written, the colons of all are.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
function selector({
  jsonKey = "",
  stage = "",
  versionId = "",
}: SecretVersion & { readonly jsonKey?: string }): string {
  return jsonKey === "" && stage === "" && versionId === "" ? "" : `:${jsonKey}:${stage}:${versionId}`;
}
