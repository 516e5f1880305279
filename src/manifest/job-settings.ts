import type { Text } from "./text-value.js";

/** What a job says beyond its task. */
export interface JobSettings {
  /** Of one attempt. */
  readonly timeoutSeconds?: number;
  /** Attempts after the first. */
  readonly retries?: number;
  readonly schedule?: JobSchedule;
  readonly parallel?: JobFanOut;
}

export interface JobSchedule {
  /** `rate(...)` or a six-field `cron(...)` of AWS. */
  readonly expression: string;
  /** IANA name; UTC when left out. */
  readonly timezone?: string;
  /** `2027-01-31T00:00:00Z`. */
  readonly start?: string;
  readonly end?: string;
  readonly windowMinutes?: number;
  readonly enabled?: boolean;
}

/** One task for each item of a list. */
export interface JobFanOut {
  /** Tasks that run at the same time. */
  readonly max: number;
  /** Where the list is kept; given when the job is started where it is left out. */
  readonly over?: S3Location & { readonly format: "json" | "csv" | "jsonl" };
  /** Items that may fail before the run does. */
  readonly tolerate?: { readonly percent: number } | { readonly count: number };
  /** Where the results are written. */
  readonly results?: S3Location;
}

/** `s3://<bucket>/<key>`. */
export interface S3Location {
  readonly bucket: Text;
  readonly key: string;
}
