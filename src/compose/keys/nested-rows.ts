import type { KeyRow } from "./key-row.js";
import { rowsBelow } from "./key-row.js";

const builder =
  "how the image is built; the manifest's own build has context, dockerfile, target, args and cacheFrom";
const rollback = "how a roll-back is done; ECS brings the earlier tasks back as it replaced them";
const restarts = "when tasks start anew; an ECS service starts one whenever one ends";

export const buildRows: readonly KeyRow[] = rowsBelow("services.*.build", [
  ["additional_contexts", "warned", builder, "copy what is needed into the context"],
  [
    "args",
    "warned",
    builder,
    "write them under image.build.args of the manifest, or as defaults with ARG in the Dockerfile",
  ],
  ["cache_from", "noted", "where the build looks for layers"],
  ["cache_to", "noted", "where the build keeps layers"],
  ["context", "translated", "image.build"],
  ["dockerfile", "translated", "image.build.dockerfile"],
  ["dockerfile_inline", "refused", "a Dockerfile within the compose file", "write it to a file of its own"],
  ["entitlements", "warned", builder],
  ["extra_hosts", "warned", builder],
  ["isolation", "warned", builder],
  ["labels", "noted", "labels of the image"],
  ["network", "warned", builder],
  ["no_cache", "noted", "whether the build uses its cache"],
  ["platforms", "noted", "processors that the image is built for; it is built for the task's own"],
  ["privileged", "warned", builder],
  ["pull", "noted", "whether the build asks for newer base images"],
  ["secrets", "warned", builder],
  ["shm_size", "warned", builder],
  ["ssh", "warned", builder],
  ["tags", "noted", "more names of the image; it gets the tag of the release"],
  ["target", "translated", "image.build.target"],
  ["ulimits", "warned", builder],
]);

export const healthcheckRows: readonly KeyRow[] = rowsBelow("services.*.healthcheck", [
  ["disable", "used", "no health check"],
  ["interval", "used", "health.container.interval, 5 s to 300 s"],
  ["retries", "used", "health.container.retries, 1 to 10"],
  ["start_interval", "noted", "the time between checks during the start; ECS checks at one interval"],
  ["start_period", "used", "health.container.startPeriod, up to 300 s"],
  ["test", "used", "health.container.command"],
  ["timeout", "used", "health.container.timeout, 2 s to 60 s"],
]);

export const deployRows: readonly KeyRow[] = [
  ...rowsBelow("services.*.deploy", [
    ["endpoint_mode", "noted", "how Swarm balances; services of ECS find each other by DNS"],
    ["labels", "translated", "labels and routes, as those of the service"],
    ["mode", "translated", "`replicated` is what an ECS service is; `global` is warned about"],
    ["placement", "noted", "the nodes of Swarm; Fargate has none and spreads tasks over zones"],
    ["replicas", "translated", "scale"],
    ["resources", "translated", "size: the nearest pair that Fargate offers, upwards"],
    ["restart_policy", "noted", restarts],
    ["rollback_config", "noted", rollback],
    ["update_config", "translated", "deploy"],
  ]),
  ...rowsBelow("services.*.deploy.resources", [
    ["limits", "translated", "size"],
    ["reservations", "translated", "size, where no limit is written"],
  ]),
  ...rowsBelow("services.*.deploy.resources.limits", [
    ["cpus", "translated", "size.cpu"],
    ["memory", "translated", "size.memory"],
    ["pids", "warned", "a limit of processes; Fargate sets its own"],
  ]),
  ...rowsBelow("services.*.deploy.resources.reservations", [
    ["cpus", "translated", "size.cpu, where no limit is written"],
    ["devices", "refused", "devices of the host, such as GPUs; Fargate has none", "run this service on EC2"],
    ["generic_resources", "refused", "resources of a node of Swarm; Fargate has none"],
    ["memory", "translated", "size.memory, where no limit is written"],
  ]),
  ...rowsBelow("services.*.deploy.update_config", [
    ["delay", "warned", "a wait between tasks; ECS goes on when a task is healthy"],
    ["failure_action", "translated", "`rollback` is deploy.breaker"],
    [
      "max_failure_ratio",
      "warned",
      "how many tasks may fail; ECS's circuit breaker decides by a count of its own",
    ],
    ["monitor", "warned", "how long a task is watched; ECS watches its health checks"],
    ["order", "translated", "deploy.minHealthy and deploy.max"],
    ["parallelism", "translated", "deploy.minHealthy"],
  ]),
];
