import type { Alarm } from "../resources/observability.js";

/** One alarm of a service before it has a name. */
export type AlarmRule = Pick<
  Alarm,
  "watch" | "comparison" | "threshold" | "treatMissingData" | "lowSampleCount"
> & {
  readonly name: string;
  readonly description: string;
  /** How long it must last. */
  readonly minutes: number;
};
