import * as z from "zod/mini";
import { account, iam, regions, role } from "./accounts.js";
import { applicationAlarms } from "./alarms.js";
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
import { ingresses } from "./ingress.js";
import { job } from "./job.js";
import { network } from "./network.js";
import { parameters } from "./parameter.js";
import {
  environmentPattern,
  resourceNamePattern,
  shortNamePattern,
  tagKeyPattern,
  tagValuePattern,
} from "./patterns.js";
import { registry } from "./registry.js";
import { resource } from "./resource.js";
import { service } from "./service.js";
import { environmentValue } from "./text.js";
import { adviseQuotes, duration } from "./values.js";

const shortName = "a name of lower-case letters, digits and single hyphens, at most 40 characters";
const environmentName = `${shortName}, or a pattern such as pr-*`;
const resourceName = "a name of letters, digits and hyphens, at most 40 characters";
const tagKey = "a tag key of 1 to 128 characters that does not start with aws:";
const tagValue = text("a text of at most 256 characters", tagValuePattern, adviseQuotes);
const composePath = (): Schema => text("a path such as docker-compose.yml", /\S/);
const prefix = text("a text such as ${application}-${environment}", /\S/);
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
    region: field("AWS region, or several with the same fleet in each.", regions, "eu-west-1", [
      "eu-west-1",
      "us-east-1",
    ]),
    account: field("Account that it is deployed to; another one is refused.", account, "111111111111"),
    role: field("Role that deploys, for Terraform.", role, "arn:aws:iam::111111111111:role/deployer"),
    iam: field("What every role has that is made here.", iam, { path: "/shop/" }),
    ttl: field(
      "How long the environment is meant to be there: a tag for what removes it.",
      duration("3d"),
      "3d",
    ),
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
        environmentValue(),
        "a map of names to values",
      ),
      { LOG_LEVEL: "info" },
    ),
    environments: field(
      "What differs by environment: laid over the document; maps merge, lists replace, null removes.",
      mapOf(
        environmentPattern,
        environmentName,
        either("what differs, or nothing", overlay, empty()),
        "a map of names to what differs",
      ),
      { dev: { profile: "economy" }, prod: { profile: "production" } },
    ),
    network: field("The VPC and its subnets.", network),
    cluster: field("The ECS cluster.", cluster),
    ingress: field("The load balancer, or several by name.", ingresses),
    registry: field("The image repositories.", registry),
    services: field("The services by name; at least one, unless there are jobs.", services, {
      api: { image: "nginx:1.27", port: 80, route: "/*" },
    }),
    jobs: field(
      "Tasks that run to completion, by name.",
      mapOf(shortNamePattern, shortName, job, "a map of names to jobs"),
      { nightly: { image: "nginx:1.27", command: ["nginx", "-v"], schedule: "0 3 * * *" } },
    ),
    resources: field(
      "What services need beside compute.",
      mapOf(resourceNamePattern, resourceName, resource, "a map of names to resources"),
      { Files: { type: "s3" } },
    ),
    parameters: field(
      "What is given when the application is deployed, for ${parameters.NAME} in environment, command and entrypoint, and where the id, name or ARN of what another owner keeps is written.",
      parameters,
      { LOG_LEVEL: "info", BROKER_HOST: { description: "Host name of the broker" } },
    ),
    alarms: field("Who is told of alarms, and from what on.", applicationAlarms, {
      notify: ["ops@example.com"],
      errorRate: "1 %",
    }),
    dashboard: field("Make a CloudWatch dashboard.", flag()),
  }),
);
