import type { ResolveContext } from "../context.js";
import {
  describeFargateSize,
  type FargateSize,
  isFargateSize,
  nearestFargateSizes,
  smallestFargateSize,
} from "../fargate-sizes.js";
import { referTo } from "../resource.js";
import type { ContainerDefinition, TaskDefinition, TaskVolume } from "../resources/compute.js";
import type { ServiceFacts } from "./facts.js";
import type { RolesPart } from "./iam.js";

export interface TaskNeeds {
  readonly roles: RolesPart;
  readonly containers: readonly ContainerDefinition[];
  readonly volumes: readonly TaskVolume[];
}

export function planTaskDefinition(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: TaskNeeds,
): TaskDefinition {
  const size = decideSize(context, facts);
  const { diskGiB, architecture } = facts.service.size;
  return {
    id: `service/${facts.name}/task-definition`,
    kind: "TaskDefinition",
    origin: facts.origin,
    family: context.name("task definition family", facts.name, facts.origin),
    ...size,
    ...(diskGiB !== undefined && { ephemeralStorageGiB: diskGiB }),
    architecture: architecture === "arm64" ? "ARM64" : "X86_64",
    executionRole: referTo(needs.roles.executionRole, "arn"),
    taskRole: referTo(needs.roles.taskRole, "arn"),
    containers: needs.containers,
    volumes: needs.volumes,
    tags: context.tags({ service: facts.name }),
  };
}

const defaultSize: FargateSize = { cpuUnits: 256, memoryMiB: 512 };

function decideSize(context: ResolveContext, facts: ServiceFacts): FargateSize {
  const { cpuUnits, memoryMiB } = facts.service.size;
  if (cpuUnits === undefined && memoryMiB === undefined) return defaultSize;
  const wanted = {
    ...(cpuUnits !== undefined && { cpuUnits }),
    ...(memoryMiB !== undefined && { memoryMiB }),
  };
  const smallest = smallestFargateSize(wanted);
  const size: FargateSize = {
    cpuUnits: cpuUnits ?? smallest?.cpuUnits ?? defaultSize.cpuUnits,
    memoryMiB: memoryMiB ?? smallest?.memoryMiB ?? defaultSize.memoryMiB,
  };
  if (!isFargateSize(size)) {
    context.report({
      code: "fargate-size",
      severity: "error",
      path: `${facts.origin}.size`,
      message: `Fargate has no size with ${describeFargateSize(size)}`,
      reason: "Fargate runs only certain pairs of CPU and memory",
      hint: `the nearest are ${nearestFargateSizes(size).map(describeFargateSize).join("; ")}`,
    });
  }
  return size;
}
