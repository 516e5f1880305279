import { appendPath } from "../../../diagnostics/index.js";
import type { BucketLifecycle, BucketResource, StorageClassName } from "../../resource-settings.js";
import type { WrittenBucketLifecycle, WrittenResource } from "../../written.generated.js";
import { wholeDays } from "../duration.js";
import { present } from "../present.js";
import { ifWritten, type Reading } from "../reading.js";
import { encryptionOf, imported, refuseKey } from "./imported.js";

type WrittenBucket = Extract<WrittenResource, { type: "s3" }>;

export function bucket(reading: Reading, path: string, written: WrittenBucket): BucketResource | undefined {
  if (written.import !== undefined) {
    const found = imported(reading, path, { ...written, import: written.import }, "bucket");
    return found && { type: "s3", ...found };
  }
  refuseKey(reading, path, written);
  return present({
    type: "s3" as const,
    versioning: written.versioning,
    encryption: encryptionOf(written.encryption, "s3"),
    lifecycle: ifWritten(written.lifecycle, (rules) => lifecycle(reading, `${path}.lifecycle`, rules)),
  });
}

function lifecycle(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenBucket["lifecycle"]>,
): readonly BucketLifecycle[] {
  return isList(written)
    ? written.map((rule, index) => lifecycleRule(reading, appendPath(path, index), rule))
    : [lifecycleRule(reading, path, written)];
}

function isList(
  written: NonNullable<WrittenBucket["lifecycle"]>,
): written is readonly WrittenBucketLifecycle[] {
  return Array.isArray(written);
}

/** The longest that S3 takes. */
const maxDays = 2_147_483_647;

function lifecycleRule(reading: Reading, path: string, written: WrittenBucketLifecycle): BucketLifecycle {
  const days = (field: string, text: string | undefined, min = 1): number | undefined =>
    wholeDays(reading, `${path}.${field}`, text, min, maxDays);
  const transitions = Object.entries(written.transitions ?? {}).flatMap(([name, after]) => {
    const count = days(`transitions.${name}`, after, infrequent.has(name) ? 30 : 0);
    return count === undefined ? [] : [{ storageClass: name as StorageClassName, days: count }];
  });
  const rule = present({
    prefix: written.prefix,
    transitions: transitions.sort((a, b) => a.days - b.days || rankOf(a) - rankOf(b)),
    expireDays: days("expire", written.expire),
    noncurrentDays: days("noncurrent", written.noncurrent),
    abortUploadDays: days("abortUploads", written.abortUploads),
  });
  checkEmpty(reading, path, written);
  checkOrder(reading, path, rule);
  return rule;
}

/** S3 keeps an object for 30 days before it moves there. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Transition.html */
const infrequent: ReadonlySet<string> = new Set(["STANDARD_IA", "ONEZONE_IA"]);

/** Objects move downwards only. https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
const waterfall: readonly StorageClassName[] = [
  "STANDARD_IA",
  "INTELLIGENT_TIERING",
  "ONEZONE_IA",
  "GLACIER_IR",
  "GLACIER",
  "DEEP_ARCHIVE",
];

function rankOf({ storageClass }: { readonly storageClass: StorageClassName }): number {
  return waterfall.indexOf(storageClass);
}

function mayFollow(from: StorageClassName, to: StorageClassName): boolean {
  return waterfall.indexOf(from) < waterfall.indexOf(to) && !(from === "ONEZONE_IA" && to === "GLACIER_IR");
}

function checkEmpty(reading: Reading, path: string, written: WrittenBucketLifecycle): void {
  const { prefix: _, transitions = {}, ...actions } = written;
  if (Object.keys(actions).length + Object.keys(transitions).length > 0) return;
  reading.fail("invalid-value", path, `${path} does nothing`, {
    hint: "say expire, noncurrent, abortUploads or transitions, or remove it",
  });
}

function checkOrder(reading: Reading, path: string, { transitions, expireDays }: BucketLifecycle): void {
  const last = transitions.at(-1);
  if (last !== undefined && expireDays !== undefined && expireDays <= last.days) {
    reading.fail(
      "invalid-value",
      `${path}.expire`,
      `objects expire after ${expireDays}d and move to ${last.storageClass} after ${last.days}d`,
      {
        reason: "what has expired cannot move",
        hint: `let them expire later, or remove ${last.storageClass}`,
      },
    );
  }
  transitions.forEach((each, index) => {
    const next = transitions[index + 1];
    if (next === undefined || (mayFollow(each.storageClass, next.storageClass) && each.days < next.days))
      return;
    reading.fail(
      "invalid-value",
      `${path}.transitions`,
      `objects cannot move from ${each.storageClass} after ${each.days}d to ${next.storageClass} after ${next.days}d`,
      {
        reason: `S3 moves objects downwards only, each time later, and never from ONEZONE_IA to GLACIER_IR: ${waterfall.join(", ")}`,
      },
    );
  });
}
