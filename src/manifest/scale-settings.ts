/** The cooldown is that of every metric without one of its own. */
export interface Scale extends Cooldown {
  readonly min?: number;
  readonly max?: number;
  readonly cpuPercent?: ScaleMetric;
  readonly memoryPercent?: ScaleMetric;
  /** Requests per target and minute. */
  readonly requestsPerMinute?: ScaleMetric;
  readonly responseTimeSeconds?: ScaleMetric;
  readonly backlog?: ScaleBacklog;
  /** Metrics of CloudWatch by names of the author. */
  readonly metrics?: Readonly<Record<string, CustomMetric>>;
  /** By `cpu`, `memory` or a name of `metrics`. */
  readonly steps?: Readonly<Record<string, ScaleSteps>>;
  readonly schedule?: readonly ScaleMoment[];
  readonly predictive?: PredictiveScale;
}

/** Messages that wait in a queue for each task that runs. */
export interface ScaleBacklog extends ScaleMetric {
  /** Name of a resource of type sqs. */
  readonly queue: string;
}

export interface ScaleMetric extends Cooldown {
  readonly target: number;
}

export interface Cooldown {
  readonly cooldownInSeconds?: number;
  readonly cooldownOutSeconds?: number;
}

/** One metric, or an expression over several that are named by id. Without a target it is only for steps. */
export type CustomMetric = Cooldown & {
  readonly target?: number;
} & (
    | { readonly metric: MetricSource }
    | { readonly expression: string; readonly of: Readonly<Record<string, MetricSource>> }
  );

export interface MetricSource {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
}

/** In both directions the ranges are in order, from the one nearest to the usual value on. */
export interface ScaleSteps {
  readonly out?: StepsOneWay;
  readonly in?: StepsOneWay;
}

export interface StepsOneWay {
  readonly unit: "tasks" | "percent";
  /** Value of the metric at which the nearest range begins. */
  readonly threshold: number;
  readonly steps: readonly ScaleStep[];
}

/** `change` is above zero in both directions. */
export interface ScaleStep {
  readonly from?: number;
  readonly to?: number;
  readonly change: number;
}

/** New bounds from a moment on. */
export interface ScaleMoment {
  /** `at(...)`, `rate(...)` or a six-field `cron(...)` of AWS. */
  readonly expression: string;
  /** IANA name; UTC when left out. */
  readonly timezone?: string;
  /** `2027-01-31T00:00:00Z`. */
  readonly start?: string;
  readonly end?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface PredictiveScale {
  readonly metric: "cpu" | "memory" | "requests";
  readonly target?: number;
  readonly mode: "forecast" | "scale";
  /** How long before it is needed a task is started. */
  readonly aheadSeconds?: number;
  /** How far a forecast may exceed the maximum. */
  readonly beyondMaxPercent?: number;
}
