import { flag, number, set, text } from "../../converters.js";
import { type Kinds, nameTag, onlyOne, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, inSubject, keyed, pairs, under, within } from "../../read.js";
import { logicalIdProperty } from "../logical-id.js";
import { nameOfLogicalId } from "../made-names.js";

const tags = { Tags: pairs("tags", "Key", "Value") };

export const storage: Kinds = {
  "AWS::S3::Bucket": {
    subject: (get) => `bucket ${nameOfLogicalId(String(get(logicalIdProperty)))}`,
    fields: {
      ...tags,
      BucketEncryption: within({
        ServerSideEncryptionConfiguration: within({
          BucketKeyEnabled: as("bucket key", flag),
          ServerSideEncryptionByDefault: within({
            SSEAlgorithm: as("encryption"),
            KMSMasterKeyID: as("key"),
          }),
        }),
      }),
      PublicAccessBlockConfiguration: under("closed to the public", {
        BlockPublicAcls: as("block acls", flag),
        BlockPublicPolicy: as("block policy", flag),
        IgnorePublicAcls: as("ignore acls", flag),
        RestrictPublicBuckets: as("restrict buckets", flag),
      }),
      OwnershipControls: within({ Rules: within({ ObjectOwnership: as("ownership") }) }),
      VersioningConfiguration: within({ Status: as("versioning", flag) }),
      LifecycleConfiguration: within({
        Rules: keyed("lifecycle", "id", {
          Id: as("id"),
          Status: as("enabled", flag),
          Prefix: as("prefix"),
          Transitions: keyed("transitions", "class", {
            StorageClass: as("class"),
            TransitionInDays: as("days", number),
          }),
          ExpirationInDays: as("expire after days", number),
          NoncurrentVersionExpiration: within({ NoncurrentDays: as("expire versions after days", number) }),
          AbortIncompleteMultipartUpload: within({
            DaysAfterInitiation: as("abort uploads after days", number),
          }),
        }),
      }),
    },
    // A bucket that is not empty is not deleted: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
    assumed: { "emptied when deleted": false },
  },
  "AWS::S3::BucketPolicy": {
    subject: (get) => subjectOf(get("Bucket"), "bucket"),
    fields: { Bucket: inSubject("name"), PolicyDocument: as("policy", policy) },
  },
  "AWS::SecretsManager::Secret": {
    subject: (get) => `secret ${get("Name")}`,
    fields: { ...tags, Name: as("name"), Description: as("description"), KmsKeyId: as("key") },
  },
  "AWS::EFS::FileSystem": {
    subject: (get) => `file system ${nameTag(get("FileSystemTags")) ?? onlyOne}`,
    fields: {
      FileSystemTags: pairs("tags", "Key", "Value"),
      Encrypted: as("encrypted", flag),
      KmsKeyId: as("key"),
      PerformanceMode: as("performance mode"),
      ThroughputMode: as("throughput mode"),
      BackupPolicy: within({ Status: as("backup", flag) }),
    },
  },
  "AWS::EFS::MountTarget": {
    subject: (get) =>
      `mount target of ${subjectOf(get("FileSystemId"), "file system")} in ${subjectOf(get("SubnetId"), "subnet")}`,
    fields: {
      FileSystemId: as("file system"),
      SubnetId: as("subnet"),
      SecurityGroups: as("security groups", set),
    },
  },
  "AWS::EFS::AccessPoint": {
    subject: (get) => `access point ${nameTag(get("AccessPointTags")) ?? onlyOne}`,
    fields: {
      AccessPointTags: pairs("tags", "Key", "Value"),
      FileSystemId: as("file system"),
      PosixUser: under("user", { Uid: as("uid", text), Gid: as("gid", text) }),
      RootDirectory: under("directory", {
        Path: as("path"),
        CreationInfo: within({
          OwnerUid: as("uid", text),
          OwnerGid: as("gid", text),
          Permissions: as("permissions"),
        }),
      }),
    },
  },
};
