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
import { checkDefinitionSize } from "./definition-size.js";
import type { RolesPart } from "./iam.js";
import { checkShares } from "./shares.js";
import { isWindows, operatingSystemOf } from "./windows.js";
import type { Workload } from "./workload.js";

export interface TaskNeeds {
  readonly roles: RolesPart;
  readonly containers: readonly ContainerDefinition[];
  readonly volumes: readonly TaskVolume[];
}

export function planTaskDefinition(
  context: ResolveContext,
  facts: Workload,
  needs: TaskNeeds,
): TaskDefinition {
  const size = decideSize(context, facts);
  const { diskGiB = includedGiB, architecture, os } = facts.settings.size;
  checkShares(context, facts, size);
  checkDefinitionSize(context, facts, needs.containers);
  return {
    id: `${facts.id}/task-definition`,
    kind: "TaskDefinition",
    origin: facts.origin,
    family: context.name("task definition family", facts.name, facts.origin),
    ...size,
    ...(diskGiB > includedGiB && { ephemeralStorageGiB: diskGiB }),
    architecture: architecture === "arm64" ? "ARM64" : "X86_64",
    operatingSystem: operatingSystemOf(os),
    executionRole: referTo(needs.roles.executionRole, "arn"),
    taskRole: needs.roles.taskRoleArn,
    containers: needs.containers,
    volumes: needs.volumes,
    tags: context.tags(facts.owner),
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html */
const includedGiB = 20;

/** What a proxy of Service Connect takes is added: AWS advises 256 CPU units. */
const defaultSizes: Readonly<Record<"plain" | "proxied" | "windows", FargateSize>> = {
  plain: { cpuUnits: 256, memoryMiB: 512 },
  windows: { cpuUnits: 1024, memoryMiB: 2048 },
  proxied: { cpuUnits: 512, memoryMiB: 1024 },
};

function decideSize(context: ResolveContext, facts: Workload): FargateSize {
  const { cpuUnits, memoryMiB } = facts.settings.size;
  const windows = isWindows(facts);
  const defaultSize = defaultSizes[windows ? "windows" : facts.proxied === true ? "proxied" : "plain"];
  const smallestOf = windows ? "the smallest for Windows" : "the smallest of Fargate";
  const reason = facts.proxied === true ? "a small task and the proxy beside it" : smallestOf;
  const decideEach = (size: FargateSize, why: string): FargateSize => ({
    cpuUnits: context.decide(`${facts.origin}.size.cpu`, cpuUnits, size.cpuUnits, why, "CPU units"),
    memoryMiB: context.decide(`${facts.origin}.size.memory`, memoryMiB, size.memoryMiB, why, "MiB"),
  });
  if (cpuUnits === undefined && memoryMiB === undefined) return decideEach(defaultSize, reason);
  const wanted = {
    ...(cpuUnits !== undefined && { cpuUnits }),
    ...(memoryMiB !== undefined && { memoryMiB }),
  };
  const smallest = smallestFargateSize(wanted, windows);
  const size = decideEach(smallest ?? defaultSize, "the least that Fargate has beside what is written");
  if (facts.proxied === true && size.cpuUnits < defaultSize.cpuUnits) reportCrowded(context, facts, size);
  if (!isFargateSize(size, windows)) {
    context.report({
      code: "fargate-size",
      severity: "error",
      path: `${facts.origin}.size`,
      message: `Fargate has no size with ${describeFargateSize(size)}${windows ? " for Windows" : ""}`,
      reason: "Fargate runs only certain pairs of CPU and memory",
      hint: `the nearest are ${nearestFargateSizes(size, windows).map(describeFargateSize).join("; ")}`,
    });
  }
  return size;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html */
function reportCrowded(context: ResolveContext, { origin }: Workload, { cpuUnits }: FargateSize): void {
  context.report({
    code: "fargate-size",
    severity: "warning",
    path: `${origin}.size`,
    message: `${origin} shares ${cpuUnits} CPU units with the proxy of Service Connect`,
    reason: "AWS advises 256 CPU units and 64 MiB of memory for the proxy, beside what the containers need",
    hint: "give it cpu: 512 or more, or set serviceConnect: false",
  });
}
