import type { CfnResource } from "aws-cdk-lib";
import { CfnTable, type ITable, Table } from "aws-cdk-lib/aws-dynamodb";
import { CfnKey, type IKey, Key } from "aws-cdk-lib/aws-kms";
import { Bucket, CfnBucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { CfnSecret, type ISecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import { CfnTopic, type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { CfnQueue, type IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { error, suggest } from "../../diagnostics/index.js";
import { LongshoreError } from "../error.js";
import type { Hosted, L1Class } from "../hosted.js";
import type { ImportedResource, LongshoreImports } from "../imports.js";

/** L2 constructs for the resources of a manifest: those that the app brought, else over those that Longshore made. */
export class ResourceHandles {
  private readonly hosted: Hosted;
  private readonly brought: NonNullable<LongshoreImports["resources"]>;
  private readonly made = new Map<string, unknown>();

  constructor(hosted: Hosted, brought: NonNullable<LongshoreImports["resources"]> = {}) {
    this.hosted = hosted;
    this.brought = brought;
  }

  bucket(name: string): IBucket {
    return this.handle(name, "bucketName", CfnBucket, (scope, bucket, encryptionKey) =>
      // Not fromCfnBucket, which adds a policy beside the one that the bucket has; S3 keeps one of them.
      Bucket.fromBucketAttributes(scope, "Bucket", {
        bucketArn: bucket.attrArn,
        bucketName: bucket.ref,
        ...encryptionKey,
      }),
    );
  }

  table(name: string): ITable {
    return this.handle(name, "tableName", CfnTable, (scope, table, encryptionKey) =>
      Table.fromTableAttributes(scope, "Table", {
        tableArn: table.attrArn,
        ...(hasIndexes(table) && { grantIndexPermissions: true }),
        ...(table.streamSpecification !== undefined && { tableStreamArn: table.attrStreamArn }),
        ...encryptionKey,
      }),
    );
  }

  secret(name: string): ISecret {
    return this.handle(name, "secretArn", CfnSecret, (scope, secret, encryptionKey) =>
      Secret.fromSecretAttributes(scope, "Secret", { secretCompleteArn: secret.ref, ...encryptionKey }),
    );
  }

  queue(name: string): IQueue {
    return this.handle(name, "queueArn", CfnQueue, (scope, queue, { encryptionKey } = {}) =>
      Queue.fromQueueAttributes(scope, "Queue", {
        queueArn: queue.attrArn,
        queueUrl: queue.ref,
        ...(queue.fifoQueue === true && { fifo: true }),
        ...(encryptionKey !== undefined && { keyArn: encryptionKey.keyArn }),
      }),
    );
  }

  topic(name: string): ITopic {
    return this.handle(name, "topicArn", CfnTopic, (scope, topic, { encryptionKey } = {}) =>
      Topic.fromTopicAttributes(scope, "Topic", {
        topicArn: topic.ref,
        ...(topic.fifoTopic === true && {
          contentBasedDeduplication: topic.contentBasedDeduplication === true,
        }),
        ...(encryptionKey !== undefined && { keyArn: encryptionKey.keyArn }),
      }),
    );
  }

  /** `property` is one that only constructs of this kind have. */
  private handle<L1 extends CfnResource, L2>(
    name: string,
    property: string,
    type: L1Class<L1>,
    make: (scope: Construct, resource: L1, key: { readonly encryptionKey?: IKey }) => L2,
  ): L2 {
    const brought: ImportedResource | undefined = this.brought[name];
    if (brought !== undefined && property in brought) return brought as L2;
    const known = this.made.get(`${property} ${name}`);
    if (known !== undefined) return known as L2;
    const resource = this.hosted.find(`data/${name}`, type);
    if (resource === undefined) throw this.unknown(name, type);
    const scope = new Construct(this.hosted.homeOf(`data/${name}`), `data-${name}`);
    const handle = make(scope, resource, this.keyOf(name));
    this.made.set(`${property} ${name}`, handle);
    return handle;
  }

  /** The key of the plan that encrypts it. */
  private keyOf(name: string): { readonly encryptionKey?: IKey } {
    const id = this.hosted.keyOf(`data/${name}`);
    const key = id === undefined ? undefined : this.hosted.find(id, CfnKey);
    return key === undefined ? {} : { encryptionKey: Key.fromCfnKey(key) };
  }

  private unknown(name: string, type: L1Class<CfnResource>): LongshoreError {
    const names = this.hosted
      .idsLike(/^data\/[^/]+$/)
      .filter((id) => this.hosted.find(id, type) !== undefined);
    const made = names.map((id) => id.slice("data/".length));
    const meant = suggest(name, made);
    const kind = type.name.replace(/^Cfn/, "").toLowerCase();
    return new LongshoreError([
      error("unknown-service", "", `Longshore makes no ${kind} "${name}"`, {
        hint:
          meant === undefined
            ? `it makes ${made.join(", ") || "none"}; one that is imported by name is had with ${type.name.replace(/^Cfn/, "")}.from...`
            : `did you mean "${meant}"?`,
      }),
    ]);
  }
}

function hasIndexes({ globalSecondaryIndexes }: CfnTable): boolean {
  return Array.isArray(globalSecondaryIndexes) && globalSecondaryIndexes.length > 0;
}
