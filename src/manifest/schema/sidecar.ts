import { containerName, dependsOn, processSettings, variables } from "./container.js";
import type { Schema } from "./fields.js";
import { block, define, field, flag, mapOf, required } from "./fields.js";
import { containerHealth } from "./health.js";
import { pulledImage } from "./image.js";
import { containerNamePattern } from "./patterns.js";
import { port } from "./values.js";
import { mounts } from "./volume.js";

const sidecar: Schema = define(
  "Sidecar",
  block({
    image: required(
      "What the container runs; it is not built here.",
      pulledImage,
      "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2",
    ),
    essential: field("Stop the task when this container ends; true when left out.", flag()),
    dependsOn: field("Containers that must have come this far before this one starts.", dependsOn, {
      api: "start",
    }),
    port: field("Port on which the container listens.", port(), 4317),
    ...variables,
    health: field("Command that checks from inside the container.", containerHealth, ["CMD", "/healthcheck"]),
    ...processSettings,
    volumes: field("Volumes of the service that are mounted here, too.", mounts, { data: "/data" }),
  }),
);

export const containers: Schema = mapOf(
  containerNamePattern,
  containerName,
  sidecar,
  "a map of names to containers",
);
