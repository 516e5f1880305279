import type { Schema } from "./fields.js";
import {
  anyNumber,
  block,
  define,
  either,
  field,
  list,
  mapOf,
  oneOf,
  required,
  text,
  whole,
} from "./fields.js";
import { cooldown, customMetrics, metric } from "./metric.js";
import { namePattern } from "./patterns.js";
import { moment } from "./schedule.js";
import { adviseShortUnit, adviseUnquoted, duration, percent, shortDuration } from "./values.js";

const tasks = (): Schema => whole(0, 5000, adviseUnquoted);

const backlog: Schema = block({
  queue: required("A resource of type sqs.", text("a name of a queue of resources", /^[A-Za-z]/), "Jobs"),
  perTask: required("Messages that one task may have before it.", whole(1, 1_000_000_000), 100),
  cooldown: field("Wait between two scaling steps of this metric.", cooldown, "60s"),
});

const change: Schema = either(
  'a number of tasks such as 2, or a share of them such as "25 %"',
  whole(1, 5000, adviseUnquoted),
  text('a share such as "25 %"', /^\d{1,3}\s?%$/),
);

/** https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html */
const step: Schema = define(
  "ScaleStep",
  block({
    from: field("Value of the metric from which on it holds; none is every lower one.", anyNumber(), 70),
    to: field("Value of the metric up to which it holds; none is every higher one.", anyNumber(), 85),
    add: field("Tasks to add.", change, 1),
    remove: field("Tasks to take away.", change, 1),
  }),
);

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html */
const scaleMoment: Schema = define(
  "ScaleMoment",
  block({
    at: required(
      "When the bounds change.",
      text(
        "five fields of cron such as 0 20 * * *, cron(0 20 * * ? *), rate(1 day) or a moment such as 2027-01-31T08:00:00",
        /^(?:rate\(|@|\d{4}-|\S+\s+\S)/,
      ),
      "0 20 * * 1-5",
      "2027-11-26T06:00:00",
    ),
    timezone: field(
      "Zone in which it is read; UTC when left out.",
      text("a time zone such as Europe/Madrid", /^\S+$/),
      "Europe/Madrid",
    ),
    start: field("The first moment at which it may happen, in UTC.", moment(), "2027-01-31"),
    end: field("The last moment at which it may happen, in UTC.", moment(), "2027-12-31T23:59:00Z"),
    min: field("Fewest tasks from then on.", tasks(), 0),
    max: field("Most tasks from then on.", tasks(), 0),
  }),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html */
const predictive: Schema = either(
  "forecast, scale, or a map of metric, target and mode",
  oneOf("forecast", "scale"),
  block({
    metric: field("What is forecast; cpu when left out.", oneOf("cpu", "memory", "requests"), "requests"),
    target: field(
      "Value to keep; that of the metric of the same name when left out.",
      either('a number, or a percentage such as "60 %"', whole(1, 1_000_000_000), percent()),
      60,
    ),
    mode: field("Only forecast, or also start tasks; forecast when left out.", oneOf("forecast", "scale")),
    ahead: field("How long before it is needed a task is started; 5m when left out.", duration("10m"), "10m"),
    beyondMax: field("How far a forecast may exceed the maximum.", percent(), 10),
  }),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html */
export const scale: Schema = define(
  "Scale",
  either(
    "a number of tasks, or a map of min and max",
    tasks(),
    block({
      min: field("Fewest tasks.", tasks(), 2),
      max: field("Most tasks.", tasks(), 10),
      cpu: field("Average CPU use to keep, in percent.", metric(percent(), 70), 70),
      memory: field("Average memory use to keep, in percent.", metric(percent(), 80), 80),
      requests: field("Requests per task and minute to keep.", metric(whole(1, 1_000_000_000), 1000), 1000),
      responseTime: field(
        "Average time until the tasks behind a load balancer answer, to keep.",
        metric(shortDuration("300ms"), "300ms", adviseShortUnit),
        "300ms",
      ),
      backlog: field("Messages in a queue for each task that runs, to keep.", backlog, {
        queue: "Jobs",
        perTask: 100,
      }),
      metrics: field("Metrics of CloudWatch to keep, by names of your own.", customMetrics, {
        sessions: { namespace: "Shop", name: "SessionsPerTask", target: 200 },
      }),
      steps: field(
        "How many tasks to add or take away by the value of a metric: cpu, memory, or a name of metrics.",
        mapOf(
          namePattern,
          "cpu, memory or a name of metrics",
          list(step, "a list of ranges", 1),
          "a map of metrics to ranges",
        ),
        {
          cpu: [
            { from: 70, to: 85, add: 1 },
            { from: 85, add: 3 },
            { to: 20, remove: 1 },
          ],
        },
      ),
      schedule: field("Bounds that change by the clock.", list(scaleMoment, "a list of moments", 1), [
        { at: "0 20 * * 1-5", timezone: "Europe/Madrid", min: 0, max: 0 },
      ]),
      predictive: field("Start tasks before a daily or weekly peak.", predictive, "forecast"),
      cooldown: field(
        "Wait between two scaling steps, of metrics without one of their own.",
        cooldown,
        "60s",
      ),
    }),
  ),
);
