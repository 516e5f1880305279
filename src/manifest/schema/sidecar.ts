import { containerName, dependsOn, processSettings, variables } from "./container.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, mapOf, oneOf, required } from "./fields.js";
import { containerHealth } from "./health.js";
import { image } from "./image.js";
import { containerNamePattern } from "./patterns.js";
import { port, sized } from "./values.js";
import { mounts } from "./volume.js";

const sidecarPort: Schema = define(
  "SidecarPort",
  either(
    "a port such as 8125, or a map of port and protocol",
    port(),
    block({
      port: required("Port on which the container listens.", port(), 8125),
      protocol: field("tcp when left out.", oneOf("tcp", "udp")),
    }),
  ),
);

const mebibytes = (): Schema =>
  sized("memory in MiB such as 128, or a text such as 128 MB", /^\d+(?:\.\d+)? ?[MG]i?B$/);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const share: Schema = define(
  "Share",
  block({
    cpu: field(
      "CPU units that it gets when others want them, too.",
      sized("CPU units such as 64, or a text such as 0.125 vCPU", /^\d+(?:\.\d+)? ?v[Cc][Pp][Uu]s?$/),
      64,
    ),
    memory: field("MiB at which it is ended.", mebibytes(), 128, "128 MB"),
    reserved: field("MiB that are kept for it, below memory.", mebibytes(), 64),
  }),
);

const sidecar: Schema = define(
  "Sidecar",
  block({
    image: required(
      "What the container runs.",
      image,
      "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2",
    ),
    essential: field("Stop the task when this container ends; true when left out.", flag()),
    dependsOn: field("Containers that must have come this far before this one starts.", dependsOn, {
      api: "start",
    }),
    port: field("Port on which the container listens.", port(), 4317),
    ports: field("Its further ports.", list(sidecarPort, "a list of ports", 1), [
      { port: 8125, protocol: "udp" },
    ]),
    size: field("Its share of the task's CPU and memory; without one it takes what is free.", share, {
      cpu: 64,
      memory: 128,
    }),
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
