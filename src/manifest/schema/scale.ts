import type { Schema } from "./fields.js";
import { block, define, either, field, flag, whole } from "./fields.js";
import { adviseUnquoted, duration, percent } from "./values.js";

const tasks = (): Schema => whole(0, 5000, adviseUnquoted);

const cooldown: Schema = either(
  "a duration such as 60s, or a map of in and out",
  duration("60s"),
  block({
    in: field("Wait after tasks were taken away.", duration("300s"), "300s"),
    out: field("Wait after tasks were added.", duration("60s"), "60s"),
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
      cpu: field("Average CPU use to keep, in percent.", percent(), 70),
      memory: field("Average memory use to keep, in percent.", percent(), 80),
      requests: field("Requests per task and minute to keep.", whole(1, 1_000_000_000), 1000),
      cooldown: field("Wait between two scaling steps.", cooldown, "60s"),
    }),
  ),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export const deploy: Schema = define(
  "Deploy",
  block({
    minHealthy: field("Share of the tasks that must run during a roll-out, 0 to 100 %.", percent(), 100),
    max: field("Share of the tasks that may run during a roll-out, 100 to 200 %.", percent(), 200),
    breaker: field("Stop and roll back a roll-out whose tasks do not start.", flag()),
  }),
);
