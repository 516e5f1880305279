import type { JobFanOut, S3Location } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { planText, type Surroundings } from "../service/text.js";
import { arn, join, type Value } from "../value.js";
import type { JobFacts } from "./facts.js";

/** The list of a job with `parallel`, and where its results go. */
export interface FanOutPart {
  readonly settings: JobFanOut;
  readonly list?: PlacedObject & { readonly format: "json" | "csv" | "jsonl" };
  readonly results?: PlacedObject;
}

export interface PlacedObject {
  readonly bucket: Value<string>;
  readonly key: string;
  /** ARN of the object, or of everything under the prefix. */
  readonly arn: Value<string>;
  /** ARN of the KMS key that encrypts it. */
  readonly encryptionKey?: Value<string>;
}

/** Undefined for a job that runs one task. */
export function planFanOut(
  context: ResolveContext,
  around: Surroundings,
  facts: JobFacts,
): FanOutPart | undefined {
  const settings = facts.job.parallel;
  if (settings === undefined) return undefined;
  const { over, results } = settings;
  const path = `${facts.origin}.parallel`;
  return {
    settings,
    ...(over && {
      list: { ...place(context, around, facts, `${path}.over`, over, over.key), format: over.format },
    }),
    ...(results && {
      results: place(
        context,
        around,
        facts,
        `${path}.results`,
        results,
        results.key === "" ? "*" : `${results.key}/*`,
      ),
    }),
  };
}

function place(
  context: ResolveContext,
  around: Surroundings,
  facts: JobFacts,
  path: string,
  { bucket, key }: S3Location,
  objects: string,
): PlacedObject {
  const name = planText(context, around, facts, path, bucket);
  const resource = resourceOf(bucket);
  const handle = resource === undefined ? undefined : around.data.handles.get(resource);
  if (handle !== undefined && handle.type !== "s3") {
    context.report({
      code: "invalid-value",
      severity: "error",
      path,
      message: `${path} is in ${resource}, which is no bucket`,
      hint: "name a resource of type s3",
    });
  }
  const known = handle?.type === "s3" ? handle : undefined;
  const bucketArn = known?.arn ?? arn("s3", name, { region: "", account: "" });
  return {
    bucket: name,
    key,
    arn: join(bucketArn, `/${objects}`),
    ...(known?.key !== undefined && { encryptionKey: known.key }),
  };
}

/** `Work` of `${resources.Work.name}` when the bucket is that and nothing else. */
function resourceOf(bucket: S3Location["bucket"]): string | undefined {
  if (typeof bucket === "string" || bucket.template.length !== 1) return undefined;
  const [only] = bucket.template;
  return typeof only === "object" ? /^resources\.([^.]+)\.name$/.exec(only.reference)?.[1] : undefined;
}
