import type { Schema } from "./fields.js";
import { anyNumber, block, define, either, eitherAdvised, field, mapOf, required, text } from "./fields.js";
import { namePattern } from "./patterns.js";
import type { Advice } from "./phrase.js";
import { duration } from "./values.js";

export const cooldown: Schema = either(
  "a duration such as 60s, or a map of in and out",
  duration("60s"),
  block({
    in: field("Wait after tasks were taken away.", duration("300s"), "300s"),
    out: field("Wait after tasks were added.", duration("60s"), "60s"),
  }),
);

/** A target alone, or with a cooldown of its own. */
export function metric(target: Schema, example: unknown, advice: Advice = () => undefined): Schema {
  return eitherAdvised(
    "a target, or a map of target and cooldown",
    advice,
    target,
    block({
      target: required("Value to keep.", target, example),
      cooldown: field("Wait between two scaling steps of this metric.", cooldown, "60s"),
    }),
  );
}

const namespace = (): Schema => text("a name space such as AWS/ApplicationELB", /^[\x21-\x7e]{1,255}$/);
const metricName = (): Schema => text("the name of a metric", /^[\x20-\x7e]{1,255}$/);
const dimensions = (): Schema =>
  mapOf(
    /^[\x21-\x7e]{1,255}$/,
    "the name of a dimension",
    text("a text of 1 to 1024 characters", /^[\x20-\x7e]{1,1024}$/),
    "a map of names to values",
  );
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html */
const statistic = (): Schema =>
  text(
    "Average, Sum, Minimum, Maximum, SampleCount or a percentile such as p99",
    /^(?:Average|Sum|Minimum|Maximum|SampleCount|p\d{1,2}(?:\.\d{1,10})?)$/,
  );

const source: Schema = define(
  "MetricSource",
  block({
    namespace: required("Its name space.", namespace(), "Shop"),
    name: required("Its name.", metricName(), "Sessions"),
    dimensions: field("Which of the name it is.", dimensions(), { Service: "api" }),
    statistic: field("What is taken of a minute; Average when left out.", statistic(), "Sum"),
  }),
);

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html */
const customMetric: Schema = define(
  "ScaleMetric",
  block({
    namespace: field("Its name space.", namespace(), "Shop"),
    name: field("Its name.", metricName(), "SessionsPerTask"),
    dimensions: field("Which of the name it is.", dimensions(), { Service: "api" }),
    statistic: field("What is taken of a minute; Average when left out.", statistic(), "Sum"),
    expression: field("Metric maths over `of`, instead of one metric.", text("an expression", /\S/), "a / b"),
    of: field(
      "Metrics of the expression by their ids.",
      mapOf(
        /^[a-z][A-Za-z0-9_]{0,254}$/,
        "an id of letters, digits and _ that starts with a lower-case letter",
        source,
        "a map of ids to metrics",
      ),
      { a: { namespace: "Shop", name: "Sessions", statistic: "Sum" } },
    ),
    target: field("Value to keep; not with `steps` of its name.", anyNumber(), 200),
    cooldown: field("Wait between two scaling steps of this metric.", cooldown, "60s"),
  }),
);

export const customMetrics: Schema = mapOf(
  namePattern,
  "a name of lower-case letters, digits and single hyphens",
  customMetric,
  "a map of names to metrics",
);
