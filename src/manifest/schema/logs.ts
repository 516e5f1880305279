import { secret } from "./container.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, mapOf, oneOf, text, whole } from "./fields.js";
import { absolutePathPattern, imageReferencePattern, resourceNamePattern } from "./patterns.js";
import { duration, scalar } from "./values.js";

const optionName = "the name of an option, such as Name or region";
const optionPattern = /^[A-Za-z@][A-Za-z0-9_.@-]{0,99}$/;

const router: Schema = define(
  "LogRouter",
  block({
    image: field(
      "Image of the router; that of AWS for Fluent Bit when left out.",
      text("an image reference", imageReferencePattern),
      "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.5",
    ),
    destination: field(
      "Options of an output of Fluent Bit; `Name` says which output.",
      mapOf(optionPattern, optionName, scalar(), "a map of options"),
      { Name: "cloudwatch_logs", region: "eu-west-1", log_group_name: "/shop", log_stream_prefix: "api-" },
    ),
    enableMetadata: field("Add the names of cluster and task to each line; true when left out.", flag()),
    secretOptions: field(
      "Options whose value is a secret.",
      mapOf(optionPattern, optionName, secret, "a map of options to secrets"),
      { apikey: "secret:datadog#key" },
    ),
    config: field(
      "A configuration file in the router's image.",
      text("an absolute path", absolutePathPattern),
      "/fluent-bit/etc/extra.conf",
    ),
  }),
);

export const logs: Schema = either(
  "a duration such as 30d, or a map of how and where",
  duration("30d"),
  block({
    retention: field("How long log lines are kept, in days.", duration("30d"), "30d"),
    removal: field("What becomes of the log when the service goes.", oneOf("delete", "retain"), "retain"),
    group: field(
      "Name of the log group; /ecs/<prefix>/<service> when left out.",
      text("the name of a log group", /^(?!aws\/)[.\-_/#A-Za-z0-9]{1,512}$/),
      "/shop/api",
    ),
    class: field(
      "infrequent-access is half the price, cannot be changed later, and takes no metric filters.",
      oneOf("standard", "infrequent-access"),
    ),
    encryption: field(
      "KMS key of the log group, by its name in `resources`.",
      text("a name of a resource", resourceNamePattern),
      "Key",
    ),
    mode: field(
      "blocking loses no line and stops the application while the log service lags.",
      oneOf("blocking", "non-blocking"),
    ),
    buffer: field("MiB of lines that wait in non-blocking mode; 25 when left out.", whole(1, 500), 50),
    multiline: field(
      "Regular expression of the first line of a message; the lines up to the next one belong to it.",
      text("a regular expression", /\S/),
      "^\\d{4}-\\d{2}-\\d{2}",
    ),
    router: field("Send the lines through Fluent Bit.", router, {
      destination: { Name: "cloudwatch_logs", region: "eu-west-1", log_group_name: "/shop" },
    }),
  }),
);
