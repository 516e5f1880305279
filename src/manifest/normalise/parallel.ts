import type { JobFanOut, S3Location } from "../job-settings.js";
import { DeferredText } from "../references/deferred-text.js";
import type { Text } from "../text-value.js";
import type { WrittenParallel } from "../written.generated.js";
import { percent } from "./percent.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

/** A number stands for `max` alone. */
export function parallel(reading: Reading, path: string, written: WrittenParallel): JobFanOut | undefined {
  if (typeof written === "number") return { max: written };
  const { max, over, format, tolerate, results } = written;
  if (over === undefined && format !== undefined) {
    reading.fail("invalid-value", `${path}.format`, `${path} has a format and no list`, {
      hint: "add over, or leave format out: a list that is given at the start is JSON",
    });
  }
  return present({
    max,
    over: ifWritten(over, (address) => list(reading, `${path}.over`, address, format)),
    tolerate: ifWritten(tolerate, (each) => tolerated(reading, `${path}.tolerate`, each)),
    results: ifWritten(results, (address) => location(reading, `${path}.results`, address, "prefix")),
  });
}

type Format = NonNullable<JobFanOut["over"]>["format"];
const formats: Readonly<Record<string, Format>> = {
  json: "json",
  csv: "csv",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

function list(
  reading: Reading,
  path: string,
  address: string,
  format: Format | undefined,
): JobFanOut["over"] | undefined {
  const at = location(reading, path, address, "object");
  if (at === undefined) return undefined;
  const known = format ?? formats[at.key.slice(at.key.lastIndexOf(".") + 1).toLowerCase()];
  if (known !== undefined) return { ...at, format: known };
  return reading.fail("invalid-value", path, `${path} does not tell the form of ${at.key}`, {
    hint: "end the name in .json, .csv or .jsonl, or add format",
  });
}

/** `s3://bucket/key`; the bucket may be a reference, the key may not hold one. */
function location(
  reading: Reading,
  path: string,
  address: string,
  what: "object" | "prefix",
): S3Location | undefined {
  // References to resources are left to the plan, which the written type does not tell.
  const text = address as string | DeferredText;
  const pieces = text instanceof DeferredText ? text.template : [text];
  const [start, ...others] = pieces;
  const example =
    what === "object" ? "s3://${resources.Work.name}/items.json" : "s3://${resources.Results.name}/runs";
  const wrong = (problem: string): undefined =>
    reading.fail("invalid-value", path, `${path} ${problem}`, {
      hint: `write an address such as ${example}`,
    });
  if (typeof start !== "string" || !start.startsWith("s3://")) return wrong("is no address of S3");
  const read = splitAddress([start.slice("s3://".length), ...others]);
  if (read === undefined) return wrong("may hold a reference in the name of the bucket only");
  const { bucket, key } = read;
  if (bucket === "") return wrong("names no bucket");
  const isObject = key !== "" && !key.endsWith("/");
  if (what === "object" && !isObject) return wrong("names no object");
  return { bucket, key: key.replace(/\/+$/, "") };
}

type Pieces = readonly (string | { readonly reference: string })[];

function splitAddress(pieces: Pieces): { readonly bucket: Text; readonly key: string } | undefined {
  const at = pieces.findIndex((piece) => typeof piece === "string" && piece.includes("/"));
  const last = at < 0 ? "" : (pieces[at] as string);
  if (at >= 0 && at < pieces.length - 1) return undefined;
  const slash = last.indexOf("/");
  const before = [
    ...(at < 0 ? pieces : pieces.slice(0, at)),
    ...(slash > 0 ? [last.slice(0, slash)] : []),
  ].filter((piece) => piece !== "");
  const [only] = before;
  const bucket: Text =
    before.length === 0 ? "" : before.length === 1 && typeof only === "string" ? only : { template: before };
  return { bucket, key: slash < 0 ? "" : last.slice(slash + 1) };
}

/** A number counts items, a text with % is a share of them. */
function tolerated(reading: Reading, path: string, written: number | string): JobFanOut["tolerate"] {
  if (typeof written === "string") {
    const share = percent(reading, path, written, 0, 100);
    return share === undefined ? undefined : { percent: share };
  }
  if (Number.isSafeInteger(written) && written >= 0) return { count: written };
  return reading.fail("invalid-value", path, `${path} cannot be ${written} items`, {
    hint: 'write a whole number of items, or a share such as "1 %"',
  });
}
