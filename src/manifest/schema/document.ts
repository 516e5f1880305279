import * as z from "zod/mini";
import { cluster } from "./cluster.js";
import type { Schema } from "./fields.js";
import {
  about,
  block,
  define,
  either,
  empty,
  field,
  flag,
  list,
  mapOf,
  oneOf,
  required,
  text,
} from "./fields.js";
import { ingress } from "./ingress.js";
import { network } from "./network.js";
import { parameters } from "./parameter.js";
import {
  emailPattern,
  regionPattern,
  resourceNamePattern,
  shortNamePattern,
  tagKeyPattern,
  tagValuePattern,
  topicArnPattern,
} from "./patterns.js";
import { registry } from "./registry.js";
import { resource } from "./resource.js";
import { service } from "./service.js";
import { adviseQuotes, scalar } from "./values.js";

const shortName = "a name of lower-case letters, digits and single hyphens, at most 40 characters";
const resourceName = "a name of letters, digits and hyphens, at most 40 characters";
const tagKey = "a tag key of 1 to 128 characters that does not start with aws:";
const tagValue = text("a text of at most 256 characters", tagValuePattern, adviseQuotes);
const composePath = (): Schema => text("a path such as docker-compose.yml", /\S/);
const prefix = text("a text such as ${application}-${environment}", /\S/);
const notified = text(
  "an e-mail address or the ARN of an SNS topic",
  new RegExp(`${emailPattern.source}|${topicArnPattern.source}`),
);
const services = mapOf(shortNamePattern, shortName, service, "a map of names to services").register(about, {
  minProperties: 1,
});
/** Stands for the overlay that the JSON Schema derives from this document. */
const overlay: Schema = z.unknown().register(about, { id: "Overlay" });

/** The whole manifest as written. */
export const document: Schema = define(
  "Manifest",
  block({
    application: required(
      "Name of the application; part of every name in AWS.",
      text(shortName, shortNamePattern),
      "shop",
    ),
    compose: field(
      "Compose files that services come from; the entries below are laid over them.",
      either(
        "the path of a compose file, or a list of them",
        composePath(),
        list(composePath(), "a list with at least one path", 1),
      ),
      "docker-compose.yml",
    ),
    region: field("AWS region.", text("a region such as eu-west-1", regionPattern), "eu-west-1"),
    profile: field("A named set of defaults.", oneOf("economy", "balanced", "production")),
    stacks: field("One stack for each layer and service, or a single one.", oneOf("layered", "single")),
    naming: field(
      "How things are named in AWS.",
      block({ prefix: field("What every name starts with.", prefix) }),
    ),
    tags: field(
      "Tags of every resource, at most 40.",
      mapOf(tagKeyPattern, tagKey, tagValue, "a map of texts"),
      {
        team: "shop",
      },
    ),
    variables: field(
      "Values for ${variables.NAME}.",
      mapOf(
        /^[A-Za-z_][A-Za-z0-9_-]*$/,
        "a name of letters, digits, _ and -",
        scalar(),
        "a map of names to values",
      ),
      { LOG_LEVEL: "info" },
    ),
    environments: field(
      "What differs by environment: laid over the document; maps merge, lists replace, null removes.",
      mapOf(
        shortNamePattern,
        shortName,
        either("what differs, or nothing", overlay, empty()),
        "a map of names to what differs",
      ),
      { dev: { profile: "economy" }, prod: { profile: "production" } },
    ),
    network: field("The VPC and its subnets.", network),
    cluster: field("The ECS cluster.", cluster),
    ingress: field("The load balancer.", ingress),
    registry: field("The image repositories.", registry),
    services: required("The services by name.", services, {
      api: { image: "nginx:1.27", port: 80, route: "/*" },
    }),
    resources: field(
      "What services need beside compute.",
      mapOf(resourceNamePattern, resourceName, resource, "a map of names to resources"),
      { Files: { type: "s3" } },
    ),
    parameters: field(
      "What is given when the application is deployed, for ${parameters.NAME} in environment, command and entrypoint.",
      parameters,
      { LOG_LEVEL: "info", BROKER_HOST: { description: "Host name of the broker" } },
    ),
    alarms: field(
      "Who is told of alarms.",
      block({
        notify: field(
          "E-mail addresses and SNS topics.",
          list(notified, "a list of e-mail addresses and SNS topics"),
          ["ops@example.com"],
        ),
      }),
    ),
    dashboard: field("Make a CloudWatch dashboard.", flag()),
  }),
);
