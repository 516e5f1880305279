import fc from "fast-check";
import type { WrittenResource } from "../../src/manifest/written.generated.js";

const key = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** What is made stands beside what is imported; keys and queues that others name come with {@link linkResources}. */
export const resourceArbitrary: fc.Arbitrary<WrittenResource> = fc.oneof<fc.Arbitrary<WrittenResource>[]>(
  fc.constantFrom<WrittenResource>(
    { type: "s3" },
    { type: "s3", import: "shop-files" },
    { type: "s3", import: "arn:aws:s3:::shop-files", key },
    { type: "s3", versioning: true, lifecycle: { expire: "90d", noncurrent: "30d" } },
    {
      type: "s3",
      lifecycle: [
        { prefix: "in/", expire: "1d", abortUploads: "1d" },
        { transitions: { STANDARD_IA: "30d", GLACIER: "90d" } },
      ],
    },
  ),
  fc.constantFrom<WrittenResource>(
    { type: "dynamodb", partitionKey: "id" },
    { type: "dynamodb", import: "ssm:/shop/orders", key: "ssm:/shop/key" },
    {
      type: "dynamodb",
      partitionKey: { name: "id", type: "number" },
      sortKey: "at",
      indexes: { byOwner: { partitionKey: "owner", sortKey: "at", project: ["state"] } },
      ttl: "expires",
      capacity: { read: 5, write: 1 },
      stream: "new",
      deletionProtection: false,
    },
  ),
  fc.constantFrom<WrittenResource>(
    { type: "sqs" },
    { type: "sqs", fifo: true, visibility: "5m", retries: false },
    { type: "sqs", retention: "14d", delay: "1m", retries: 1 },
    { type: "sqs", import: "arn:aws:sqs:eu-west-1:111111111111:jobs", key },
    { type: "sqs", import: "export:JobsArn" },
  ),
  fc.constantFrom<WrittenResource>(
    { type: "sns" },
    { type: "sns", fifo: true },
    { type: "sns", import: "ssm:/shop/events" },
  ),
  fc.constantFrom<WrittenResource>(
    { type: "secret" },
    { type: "secret", import: "shop/token" },
    { type: "secret", import: "ssm:/shop/token-arn", key },
  ),
  fc.constantFrom<WrittenResource>({ type: "kms" }, { type: "kms", import: key }),
  fc.constantFrom<WrittenResource>(
    { type: "codecommit", import: "models" },
    {
      type: "codeconnection",
      import:
        "arn:aws:codeconnections:eu-west-1:111111111111:connection/1234abcd-12ab-34cd-56ef-1234567890ab",
    },
  ),
);

/** Encrypts what can be with the first key, and lets the first topic deliver to every queue that may receive from it. */
export function linkResources(drawn: Record<string, WrittenResource>): Record<string, WrittenResource> {
  const names = Object.keys(drawn);
  const firstKey = names.find((name) => drawn[name]?.type === "kms");
  const linked = names.map((name): [string, WrittenResource] => {
    const resource = drawn[name] as WrittenResource;
    return [name, subscribed(encrypted(resource, firstKey), drawn)];
  });
  return Object.fromEntries(linked);
}

function encrypted(resource: WrittenResource, name: string | undefined): WrittenResource {
  switch (resource.type) {
    case "s3":
    case "dynamodb":
    case "sqs":
    case "sns":
    case "secret":
      return name === undefined || resource.import !== undefined
        ? resource
        : { ...resource, encryption: name };
    default:
      return resource;
  }
}

function subscribed(resource: WrittenResource, all: Record<string, WrittenResource>): WrittenResource {
  if (resource.type !== "sns") return resource;
  const queues = Object.entries(all).filter(
    ([, each]) => each.type === "sqs" && (resource.fifo === true || each.fifo !== true),
  );
  if (queues.length === 0) return resource;
  const subscribers = queues.map(([name], index) => [
    name,
    index === 0 ? { raw: true } : { filter: { kind: ["a", { prefix: "b" }, { numeric: [">", 5] }] } },
  ]);
  return { ...resource, subscribers: Object.fromEntries(subscribers) };
}
