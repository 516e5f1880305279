import { join, type Value } from "../value.js";

/** A part of an ARN, counted from 0; of one that is known only in AWS, what takes it apart there. */
export function partOfArn(arn: Value<string>, index: number): Value<string> {
  if (typeof arn === "string") return arn.split(":")[index] ?? "";
  return { select: index, from: { split: arn, by: ":" } };
}

/** What follows the last slash of a plain ARN, else the text as it is: resources that are imported by name or ARN. */
export function nameInArn(source: string): string {
  return source.startsWith("arn:") ? source.slice(source.lastIndexOf("/") + 1) : source;
}

/** `https://sqs.<region>.<suffix>/<account>/<name>` of the ARN of a queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
export function queueUrl(arn: Value<string>): Value<string> {
  return join(
    "https://sqs.",
    partOfArn(arn, 3),
    ".",
    { pseudo: "urlSuffix" },
    "/",
    partOfArn(arn, 4),
    "/",
    partOfArn(arn, 5),
  );
}
