import type { ITopic } from "aws-cdk-lib/aws-sns";
import { type Diagnostic, error, suggest } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import type { Given } from "../given.js";
import type { ImportedResource, LongshoreImports } from "../imports.js";

/** A resource as the manifest writes it. */
export interface WrittenResource {
  readonly type: string;
  /** Every field of it, in the document or in the environment. */
  readonly fields: readonly string[];
}

export function layResources(
  { resources = {} }: LongshoreImports,
  given: Given,
  written: ReadonlyMap<string, WrittenResource>,
  diagnostics: Diagnostic[],
): RawMap | undefined {
  const laid: Record<string, Raw> = {};
  for (const [name, construct] of Object.entries(resources)) {
    const resource = written.get(name);
    const { types, fields } = describe(name, construct, given);
    if (resource === undefined) diagnostics.push(unknownResource(name, [...written.keys()]));
    else if (!types.includes(resource.type)) diagnostics.push(wrongType(name, resource.type, types));
    else laid[name] = { ...makingOf(resource), ...fields };
  }
  return Object.keys(laid).length === 0 ? undefined : laid;
}

/** What the manifest says of making the resource, laid aside. */
function makingOf({ fields }: WrittenResource): RawMap {
  const others = fields.filter((field) => !["type", "import", "subscribers"].includes(field));
  return Object.fromEntries(others.map((field) => [field, null]));
}

interface Described {
  /** Types of the manifest that the construct can stand for. */
  readonly types: readonly string[];
  readonly fields: RawMap;
}

function describe(name: string, construct: ImportedResource, given: Given): Described {
  const refer = (what: string, value: string): string =>
    given.refer(`Import-${name}-${what}`, value, `${what} of ${name}`);
  const encrypted = (type: string, what: string, value: string, key: KeyOf | undefined): Described => ({
    types: [type],
    fields: { import: refer(what, value), ...(key && { key: refer("Key", key.keyArn) }) },
  });
  if ("bucketName" in construct)
    return encrypted("s3", "Bucket", construct.bucketName, construct.encryptionKey);
  if ("tableName" in construct)
    return encrypted("dynamodb", "Table", construct.tableName, construct.encryptionKey);
  if ("secretArn" in construct)
    return encrypted("secret", "Secret", construct.secretArn, construct.encryptionKey);
  if ("queueArn" in construct)
    return encrypted("sqs", "Queue", construct.queueArn, construct.encryptionMasterKey);
  if ("topicArn" in construct) return encrypted("sns", "Topic", construct.topicArn, topicKey(construct));
  if ("keyArn" in construct) return encrypted("kms", "Key", construct.keyArn, undefined);
  const { securityGroup, addRules = true } = construct;
  const behind = { securityGroup: refer("SecurityGroup", securityGroup.securityGroupId), addRules };
  if ("fileSystem" in construct) {
    const fileSystem = refer("FileSystem", construct.fileSystem.fileSystemId);
    return { types: ["efs"], fields: { import: { ...behind, fileSystem } } };
  }
  const { host, port } = construct;
  const address = {
    ...(host !== undefined && { host: refer("Host", host) }),
    ...(port !== undefined && { port }),
  };
  return { types: ["postgres", "redis"], fields: { import: { ...behind, ...address } } };
}

interface KeyOf {
  readonly keyArn: string;
}

/** Known of a topic that is made in the app alone. */
function topicKey(topic: ITopic): KeyOf | undefined {
  return "masterKey" in topic ? (topic.masterKey as KeyOf | undefined) : undefined;
}

function unknownResource(name: string, known: readonly string[]): Diagnostic {
  const meant = suggest(name, known);
  const hint = `declare it in the manifest, under resources, with its type`;
  return error(
    "unknown-service",
    "",
    `imports.resources.${name} names a resource that the manifest does not declare`,
    {
      hint: meant === undefined ? hint : `did you mean "${meant}"?`,
    },
  );
}

function wrongType(name: string, type: string, types: readonly string[]): Diagnostic {
  return error(
    "wrong-type",
    `resources.${name}`,
    `imports.resources.${name} is of type ${types.join(" or ")}, and the manifest says ${type}`,
    {
      hint: `give a construct of type ${type}, or change resources.${name}.type`,
    },
  );
}
