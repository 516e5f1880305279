import { headers } from "./conditions.js";
import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, oneOf, required, text, whole } from "./fields.js";
import { namePattern } from "./patterns.js";
import { duration, percent, shortDuration } from "./values.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
const breaker: Schema = either(
  "true, false, or a map of rollback, threshold and resetOnHealthy",
  flag(),
  block({
    rollback: field("Bring the old version back; true when left out.", flag()),
    threshold: field(
      "Failed tasks that end the roll-out; 50 % of the tasks, at least 3 and at most 200, when left out.",
      either(
        'a number of tasks, or a share of them such as "25 %"',
        whole(1, 5000),
        text('a share such as "25 %"', /^\d{1,3}\s?%$/),
      ),
      5,
      "25 %",
    ),
    resetOnHealthy: field("Count anew after a healthy task; true when left out.", flag()),
  }),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
const alarms: Schema = define(
  "DeployAlarms",
  either(
    "a list of alarms such as errors, or a map of them to limits",
    list(text("errors, latency, cpu, memory, queueAge or the ARN of an alarm", /\S/), "a list of alarms", 1),
    block({
      errors: field("Share of answers with 5xx above which it is over.", percent(), 5),
      latency: field("99th percentile of the time to an answer.", shortDuration("1s"), "500ms"),
      cpu: field("Average CPU use, in percent.", percent(), 90),
      memory: field("Average memory use, in percent.", percent(), 90),
      queueAge: field(
        "Age of the oldest message of a queue.",
        either(
          "a duration such as 10m, or a map of queue and max",
          duration("10m"),
          block({
            queue: required(
              "A resource of type sqs.",
              text("a name of a queue of resources", /^[A-Za-z]/),
              "Jobs",
            ),
            max: required("Its age at most.", duration("10m"), "10m"),
          }),
        ),
        "10m",
      ),
      others: field(
        "ARNs of alarms of other owners.",
        list(text("the ARN of an alarm", /\S/), "a list of ARNs", 1),
      ),
      rollback: field("Bring the old version back; true when left out.", flag()),
    }),
  ),
);

const trafficStep = (percentWords: string, example: number): Schema =>
  block({
    percent: required(percentWords, percent(), example),
    bake: field("Wait before the next one, in whole minutes.", duration("6m"), "10m"),
  });

const stageNames =
  "reconcile, pre-scale-up, post-scale-up, test-traffic-shift, post-test-traffic-shift, pre-production-traffic-shift, production-traffic-shift or post-production-traffic-shift";
const stage = (): Schema => text(stageNames, /^[a-z-]+$/);

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
const hook: Schema = define(
  "DeployHook",
  block({
    stage: required(
      "When it is called.",
      either(stageNames, stage(), list(stage(), "a list of stages", 1)),
      "post-test-traffic-shift",
    ),
    function: field(
      "Lambda function that says whether to go on.",
      external("function"),
      "arn:aws:lambda:eu-west-1:111111111111:function:smoke-test",
    ),
    role: field("Role that may call it; one is made when left out.", external("role")),
    pause: field("Wait for somebody to let it go on, instead of a function.", duration("2h"), "2h"),
    onTimeout: field("What happens when nobody does; rollback when left out.", oneOf("rollback", "continue")),
  }),
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export const deploy: Schema = define(
  "Deploy",
  block({
    strategy: field(
      "How requests move to the new version: task by task, at once, or in two or more steps.",
      oneOf("rolling", "blue-green", "canary", "linear"),
    ),
    minHealthy: field("Share of the tasks that must run during a roll-out, 0 to 100 %.", percent(), 100),
    max: field("Share of the tasks that may run during a roll-out, 100 to 200 %.", percent(), 200),
    breaker: field("Stop and roll back a roll-out whose tasks do not start.", breaker),
    alarms: field("Alarms that end a deployment and bring the old version back.", alarms, [
      "errors",
      "latency",
    ]),
    bake: field(
      "How long both versions run after the last requests have moved, in whole minutes.",
      duration("5m"),
      "10m",
    ),
    canary: field(
      "Of a canary deployment: share of requests that moves first.",
      trafficStep("Share of the requests, 0.1 to 99.9 %.", 5),
      { percent: 5, bake: "10m" },
    ),
    steps: field(
      "Of a linear deployment: share of requests that moves each time.",
      trafficStep("Share of the requests, 3 to 100 %.", 10),
      { percent: 10, bake: "6m" },
    ),
    test: field(
      "Requests that reach the new version before all others.",
      block({
        header: required("Their header.", headers(), { "X-Version": "next" }),
        priority: field("Of its rule, below that of the route.", whole(1, 50_000), 9),
      }),
    ),
    hooks: field("Checks on the way.", list(hook, "a list of hooks", 1), [
      { stage: "post-test-traffic-shift", pause: "2h" },
    ]),
    after: field(
      "Services that must be steady first.",
      list(text("the name of a service", namePattern), "a list of services", 1),
      ["auth"],
    ),
    rebalancing: field("Move tasks between zones until they are even; true when left out.", flag()),
  }),
);
