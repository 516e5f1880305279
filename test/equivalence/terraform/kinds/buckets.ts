import { flag, number } from "../../converters.js";
import { type Get, type Kind, type Kinds, subjectOf } from "../../kind.js";
import { as, type Fields, inSubject, keyed, within } from "../../read.js";
import { labelProperty } from "../label.js";
import { policyText } from "./security.js";

/** A bucket and what the provider has beside it. */
export const buckets: Kinds = {
  aws_s3_bucket: {
    subject: (get) => `bucket ${String(get(labelProperty)).replaceAll("_", "-")}`,
    fields: {
      tags_all: as("tags"),
      bucket_prefix: as("name prefix"),
      force_destroy: as("emptied when deleted", flag),
    },
    assumed: { removal: "delete" },
  },
  aws_s3_bucket_server_side_encryption_configuration: beside({
    rule: within({
      bucket_key_enabled: as("bucket key", flag),
      apply_server_side_encryption_by_default: within({
        sse_algorithm: as("encryption"),
        kms_master_key_id: as("key"),
      }),
    }),
  }),
  aws_s3_bucket_public_access_block: beside(
    {
      block_public_acls: as("block acls", flag),
      block_public_policy: as("block policy", flag),
      ignore_public_acls: as("ignore acls", flag),
      restrict_public_buckets: as("restrict buckets", flag),
    },
    "closed to the public",
  ),
  aws_s3_bucket_ownership_controls: beside({ rule: within({ object_ownership: as("ownership") }) }),
  aws_s3_bucket_versioning: beside({ versioning_configuration: within({ status: as("versioning", flag) }) }),
  aws_s3_bucket_lifecycle_configuration: beside({
    rule: keyed("lifecycle", "id", {
      id: as("id"),
      status: as("enabled", flag),
      filter: within({ prefix: as("prefix") }),
      transition: keyed("transitions", "class", {
        storage_class: as("class"),
        days: as("days", number),
      }),
      expiration: within({ days: as("expire after days", number) }),
      noncurrent_version_expiration: within({ noncurrent_days: as("expire versions after days", number) }),
      abort_incomplete_multipart_upload: within({
        days_after_initiation: as("abort uploads after days", number),
      }),
    }),
  }),
  aws_s3_bucket_policy: beside({ policy: as("policy", policyText) }),
};

function beside(fields: Fields, name?: string): Kind {
  return {
    subject: (get: Get) => subjectOf(get("bucket"), "bucket"),
    fields: { ...fields, bucket: inSubject("name") },
    ...(name !== undefined && { wrap: (fact) => ({ [name]: fact }) }),
  };
}
