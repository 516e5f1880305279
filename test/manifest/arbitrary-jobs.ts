import fc from "fast-check";
import type { WrittenJob } from "../../src/manifest/written.generated.js";

const schedule = fc.constantFrom<NonNullable<WrittenJob["schedule"]>>(
  "rate(1 day)",
  "*/10 3 * * MON-FRI",
  { at: "cron(0 3 ? * 2#1 *)", timezone: "Europe/Madrid", window: "10m", enabled: false },
  { at: "0 3 29 2 *", start: "2027-01-31", end: "2028-12-31T08:00:00Z" },
);
const listed = fc.constantFrom<NonNullable<WrittenJob["parallel"]>>(
  { max: 200, over: "s3://shop-work/items.json", tolerate: "1 %" },
  { max: 5, over: "s3://shop-work/a/items", format: "csv", tolerate: 3, results: "s3://shop-work/runs" },
);
const given = fc.constantFrom<NonNullable<WrittenJob["parallel"]>>(20, {
  max: 3,
  results: "s3://shop-results",
});

/** A schedule gives no list, so that it has none or one of its own. */
const start = fc.oneof(
  fc.record({ schedule, parallel: listed }, { requiredKeys: [] }),
  fc.record({ parallel: given }),
);

/** What a job has beyond its task. */
export const jobFields: Record<"timeout" | "retries", fc.Arbitrary<unknown>> = {
  timeout: fc.constantFrom("30s", "15m", "2d"),
  retries: fc.integer({ min: 0, max: 10 }),
};

/** Adds how a job is started. */
export function withStart(job: fc.Arbitrary<WrittenJob>): fc.Arbitrary<WrittenJob> {
  return fc.tuple(job, start).map(([fields, how]) => ({ ...fields, ...how }));
}
