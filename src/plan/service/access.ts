import { suggest } from "../../diagnostics/index.js";
import type { AccessVerb } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import type { PolicyStatement } from "../resources/iam.js";
import { join } from "../value.js";
import type { ServiceFacts } from "./facts.js";

/** Writing to a bucket does not include deleting from it. */
const bucketActions: Readonly<Record<"object" | "bucket", Readonly<Record<AccessVerb, readonly string[]>>>> =
  {
    bucket: { read: ["s3:ListBucket"], write: [], "read-write": ["s3:ListBucket"] },
    object: {
      read: ["s3:GetObject"],
      write: ["s3:AbortMultipartUpload", "s3:PutObject"],
      "read-write": ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
    },
  };

/** The statements behind `access: { <resource>: <verb> }`. */
export function resourceStatements(
  context: ResolveContext,
  facts: ServiceFacts,
  data: DataPart,
  name: string,
  verb: AccessVerb,
): readonly PolicyStatement[] {
  const handle = data.handles.get(name);
  const path = `${facts.origin}.access.${name}`;
  if (handle === undefined) {
    const suggestion = suggest(name, ["bedrock", "logs", "parameters", "policy", ...data.handles.keys()]);
    context.report({
      code: "access-unknown",
      severity: "error",
      path,
      message: `${facts.origin} asks for access to "${name}", which is not a resource of the manifest`,
      hint: suggestion === undefined ? `add resources.${name}` : `did you mean "${suggestion}"?`,
    });
    return [];
  }
  if (handle.arn === undefined) {
    context.report({
      code: "access-unknown",
      severity: "error",
      path,
      message: `access to ${name}, a ${handle.type} database, is not given by IAM`,
      hint: `use connects: [${name}], and a secret for its password`,
    });
    return [];
  }
  const onBucket = bucketActions.bucket[verb];
  const sid = `${verb === "read" ? "Read" : verb === "write" ? "Write" : "ReadWrite"}${name.replaceAll("-", "")}`;
  return [
    ...(onBucket.length === 0
      ? []
      : [{ sid: `${sid}List`, effect: "Allow", actions: onBucket, resources: [handle.arn] } as const]),
    { sid, effect: "Allow", actions: bucketActions.object[verb], resources: [join(handle.arn, "/*")] },
  ];
}
