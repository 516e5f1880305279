import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, oneOf, text } from "./fields.js";
import { emailPattern, resourceNamePattern, topicArnPattern } from "./patterns.js";
import { duration, percent, shortDuration } from "./values.js";

const notified = text(
  "an e-mail address or the ARN of an SNS topic",
  new RegExp(`${emailPattern.source}|${topicArnPattern.source}`),
);
const off = (): Schema => oneOf("off");
const percentOrOff = (): Schema => either('a percentage such as 5 or "5 %", or off', percent(), off());
const latencyOrOff = (): Schema => either("a duration such as 500ms, or off", shortDuration("500ms"), off());
const ageOrOff = (): Schema => either("a duration such as 10m, or off", duration("10m"), off());

const limits = (): Readonly<Record<string, Schema>> => ({
  errorRate: field("Answers 5xx, in percent of all; 5 % when left out.", percentOrOff(), "1 %"),
  latency: field("99th percentile of the time to answer; no alarm when left out.", latencyOrOff(), "500ms"),
  cpu: field("Average CPU of the tasks in percent; 90 when left out.", percentOrOff(), 90),
  memory: field("Average memory of the tasks in percent; 90 when left out.", percentOrOff(), 90),
  queueAge: field(
    "Age of the oldest message in the queues that it consumes; no alarm when left out.",
    ageOrOff(),
    "10m",
  ),
});

export const jobAlarms: Schema = either("true or off", flag(), off());

/** Of one service. */
export const alarms: Schema = define(
  "Alarms",
  either("true, off, or a map of limits", flag(), off(), block(limits())),
);

/** Of the application. */
export const applicationAlarms: Schema = define(
  "ApplicationAlarms",
  block({
    notify: field(
      "E-mail addresses and SNS topics.",
      list(notified, "a list of e-mail addresses and SNS topics"),
      ["ops@example.com"],
    ),
    ...limits(),
    composite: field("One alarm over all others notifies, and they do not.", flag()),
    encryption: field(
      "KMS key of the topic, by its name in `resources`.",
      text("a name of a resource", resourceNamePattern),
      "Key",
    ),
    events: field(
      "Keep events of stopped tasks and of deployments in a log, for this long.",
      duration("30d"),
      "30d",
    ),
  }),
);
