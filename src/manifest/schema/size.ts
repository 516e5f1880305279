import type { Schema } from "./fields.js";
import { block, define, field, oneOf } from "./fields.js";
import { sized } from "./values.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
export const size: Schema = define(
  "Size",
  block({
    cpu: field(
      "CPU units (1024 are one vCPU), or a text such as 0.25 vCPU.",
      sized("CPU units such as 256, or a text such as 0.25 vCPU", /^\d+(?:\.\d+)? ?v[Cc][Pp][Uu]s?$/),
      256,
      "0.25 vCPU",
    ),
    memory: field(
      "Memory in MiB, or a text such as 0.5 GB; a GB is 1024 MiB here, as in AWS's table.",
      sized("memory in MiB such as 512, or a text such as 0.5 GB", /^\d+(?:\.\d+)? ?[MG]i?B$/),
      512,
      "0.5 GB",
    ),
    disk: field(
      "Ephemeral storage in GiB, 20 to 200; 20 are included.",
      sized("a size in GiB such as 30, or a text such as 30 GB", /^\d+ ?Gi?B$/),
      30,
      "30 GB",
    ),
    architecture: field("Processor of the tasks.", oneOf("x86_64", "arm64")),
    os: field(
      "Operating system of the containers; linux when left out.",
      oneOf(...["linux", "windows-2019-core", "windows-2019-full", "windows-2022-core", "windows-2022-full"]),
    ),
  }),
);
