import type { Schema, Shape } from "./fields.js";
import {
  block,
  define,
  either,
  field,
  flag,
  form,
  list,
  mapOf,
  oneOf,
  required,
  text,
  whole,
} from "./fields.js";
import { capabilities, restart, sysctls, tmpfs } from "./linux.js";
import {
  absolutePathPattern,
  containerNamePattern,
  labelPattern,
  userPattern,
  variableNamePattern,
} from "./patterns.js";
import { command, deferred, environmentValue } from "./text.js";
import { adviseQuotes, duration } from "./values.js";

const variableName = "a name of letters, digits, _ . and -, not starting with a digit";
export const containerName = "a name of lower-case letters, digits, _ and -, at most 40 characters";

export const secret: Schema = form(
  "secret:name, secret:name#jsonKey, secret:name#jsonKey?stage=AWSPREVIOUS, resource:Name#jsonKey, ssm:/path or the ARN of a secret or parameter",
  /^(?:secret:|resource:|ssm:\/|arn:aws[a-z-]*:(?:secretsmanager|ssm):)/,
);

const environmentFile: Schema = either(
  "an object of S3 whose name ends in .env, such as s3://bucket/api.env",
  form(
    "an object of S3 whose name ends in .env, such as s3://bucket/api.env",
    /^(?:s3:\/\/|arn:aws[a-z-]*:s3:::)\S+\.env$/,
  ),
  deferred,
);

/** Variables of a container. */
export const variables: Shape = {
  environment: field(
    "Environment variables; may hold ${services.<name>.url}, ${resources.<Name>.name}, ${jobs.<name>.arn} and ${parameters.<NAME>}, or be ssm:/path.",
    mapOf(variableNamePattern, variableName, environmentValue(), "a map of names to values"),
    { LOG_LEVEL: "info" },
  ),
  environmentFiles: field(
    "Files of variables in S3, read when a task starts; what `environment` says comes first.",
    list(environmentFile, "a list of 1 to 10 objects of S3", 1, 10),
    ["s3://${resources.Files.name}/api.env"],
  ),
  secrets: field(
    "Environment variables whose values are kept in Secrets Manager or SSM; resource:<Name>#password is that of a database of resources, resource:<Name> a secret of resources.",
    mapOf(variableNamePattern, variableName, secret, "a map of names to references"),
    { DATABASE_URL: "secret:shop/db#url" },
  ),
};

const fileCount = (): Schema => whole(1, 1_048_576);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html */
const ulimits: Schema = define(
  "Ulimits",
  block({
    nofile: field(
      "Files that a process may hold open.",
      either(
        "a whole number from 1 to 1048576, or a map of soft and hard",
        fileCount(),
        block({
          soft: required("What a process starts with.", fileCount(), 65536),
          hard: required("What a process may raise it to.", fileCount(), 65536),
        }),
      ),
      65536,
      { soft: 4096, hard: 65536 },
    ),
  }),
);

/** How the process of a container runs. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export const processSettings: Shape = {
  command: field("Command instead of the image's own.", command(), ["npm", "run", "worker"]),
  entrypoint: field("Entry point instead of the image's own.", command(), ["/usr/bin/tini", "--"]),
  user: field(
    "User that the process runs as, by name or id, with or without a group.",
    either(
      "a user such as node, 1000 or 1000:1000",
      text("a user such as node, 1000 or 1000:1000", userPattern),
      whole(0, 4_294_967_295),
    ),
    1000,
    "1000:1000",
  ),
  workingDirectory: field(
    "Folder that the process starts in.",
    text("an absolute path such as /app", absolutePathPattern, adviseSlash),
    "/app",
  ),
  init: field("Run a small init process that forwards signals and reaps children.", flag()),
  readOnly: field("Mount the root file system read-only.", flag()),
  stopTimeout: field("Time between the signal to stop and the kill, 2s to 120s.", duration("30s"), "30s"),
  startTimeout: field(
    "Longest time to wait for the containers of dependsOn, 2s to 120s.",
    duration("120s"),
    "120s",
  ),
  restart: field("Start the container again when it ends, without a new task.", restart, true, {
    ignoredExitCodes: [0],
    attemptPeriod: "180s",
  }),
  capabilities: field("Linux capabilities: SYS_PTRACE may be added, and all be dropped.", capabilities, {
    drop: ["ALL"],
  }),
  sysctls: field("Kernel parameters of the network, for all containers of the task.", sysctls, {
    "net.core.somaxconn": "1024",
  }),
  tmpfs: field("Folders in memory, which counts as memory of the task.", tmpfs, { "/run": 64 }),
  labels: field(
    "Docker labels of the container.",
    mapOf(
      labelPattern,
      "a label without white space, at most 255 characters",
      text("a text", undefined, adviseQuotes),
      "a map of labels to texts",
    ),
    { "com.example.team": "shop" },
  ),
  ulimits: field("Limits of the process.", ulimits, { nofile: 65536 }),
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html */
export const dependsOn: Schema = mapOf(
  containerNamePattern,
  containerName,
  oneOf("start", "healthy", "complete", "success"),
  "a map of containers to start, healthy, complete or success",
);

export function adviseSlash(input: unknown): string | undefined {
  return typeof input === "string" && !input.startsWith("/") ? "start it with a slash" : undefined;
}
