import { appendPath } from "../../diagnostics/index.js";
import type { EnvironmentFile } from "../container-settings.js";
import { DeferredText } from "../references/deferred-text.js";
import type { Reading } from "./reading.js";

/**
 * Objects of S3 that ECS reads when a task starts. A file beside the manifest is refused: a template cannot upload it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function environmentFiles(
  reading: Reading,
  path: string,
  written: readonly string[],
): readonly EnvironmentFile[] {
  return (written as readonly (string | DeferredText)[]).flatMap((each, index) => {
    const file = each instanceof DeferredText ? inResource(each) : inBucket(each);
    if (file !== undefined) return [file];
    refuse(reading, appendPath(path, index), each);
    return [];
  });
}

const objectKey = /^\/((?:[^\s/]+\/)*[^\s/]*\.env)$/;

/** `s3://bucket/key.env`, or its ARN. */
function inBucket(written: string): EnvironmentFile | undefined {
  const [, name, rest = ""] =
    /^(?:s3:\/\/|arn:aws[a-z-]*:s3:::)([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(\/.*)$/.exec(written) ?? [];
  const key = objectKey.exec(rest)?.[1];
  return name === undefined || key === undefined ? undefined : { bucket: { name }, key };
}

/** `s3://${resources.Files.name}/key.env`, or `${resources.Files.arn}/key.env`. */
function inResource({ template }: DeferredText): EnvironmentFile | undefined {
  const pieces = template[0] === "s3://" ? template.slice(1) : template;
  const [bucket, rest] = pieces;
  if (pieces.length !== 2 || typeof bucket !== "object" || typeof rest !== "string") return undefined;
  const wanted = template[0] === "s3://" ? "name" : "arn";
  const [area, resource, attribute] = bucket.reference.split(".");
  const key = objectKey.exec(rest)?.[1];
  const isBucket = area === "resources" && resource !== undefined && attribute === wanted;
  return isBucket && key !== undefined ? { bucket: { resource }, key } : undefined;
}

function refuse(reading: Reading, path: string, written: string | DeferredText): void {
  const isLocal = typeof written === "string" && !/^(?:s3:|arn:)/.test(written);
  reading.fail("invalid-value", path, `${path} is no object of S3 whose name ends in .env`, {
    reason: isLocal
      ? "ECS reads the file from S3 when a task starts, and a template cannot bring a file of this computer there"
      : "ECS reads files of variables from S3 alone",
    hint: isLocal
      ? "upload it and write s3://bucket/api.env, or write its lines under environment and secrets"
      : "write s3://bucket/api.env or s3://${resources.Files.name}/api.env",
  });
}
