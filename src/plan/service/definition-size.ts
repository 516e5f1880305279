import type { ResolveContext } from "../context.js";
import type { ContainerDefinition } from "../resources/compute.js";
import type { Value } from "../value.js";
import type { Workload } from "./workload.js";

/** https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
const mostBytes = 64 * 1024;

/**
 * Reports a task definition that ECS would refuse. What is known only in AWS counts nothing, so that no definition which
 * ECS takes is refused here.
 */
export function checkDefinitionSize(
  context: ResolveContext,
  { origin }: Workload,
  containers: readonly ContainerDefinition[],
): void {
  const sizes = containers.map((container) => ({ container, bytes: leastBytes(container) }));
  const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
  if (sum <= mostBytes) return;
  const [largest] = [...sizes].sort((a, b) => b.bytes - a.bytes);
  context.report({
    code: "limit",
    severity: "error",
    path: origin,
    message: `the task definition of ${origin} would have at least ${Math.ceil(sum / 1024)} KiB; ECS takes 64 KiB`,
    reason: `${largest?.container.name} has ${Math.ceil((largest?.bytes ?? 0) / 1024)} of them`,
    hint: "move long values of environment to a file of environmentFiles, a secret or a bucket",
  });
}

/** Bytes of its JSON without what is left for AWS to fill in. */
function leastBytes(container: ContainerDefinition): number {
  const {
    environment,
    secrets,
    dockerLabels,
    command = [],
    entryPoint = [],
    environmentFiles = [],
  } = container;
  const pairs = [
    ...environment.map(({ name, value }) => pair(name, value)),
    ...secrets.map(({ name, valueFrom }) => pair(name, valueFrom)),
    ...dockerLabels.map(({ name, value }) => pair(name, value)),
  ];
  const texts = [...command, ...entryPoint, ...environmentFiles].map((text) => lengthOf(text) + 3);
  const check = container.healthCheck?.command.map((text) => lengthOf(text) + 3) ?? [];
  return [...pairs, ...texts, ...check].reduce((total, each) => total + each, 0);
}

/** `{"name":"","value":""},` around the two. */
function pair(name: string, value: Value<string>): number {
  return 23 + lengthOf(name) + lengthOf(value);
}

function lengthOf(value: Value<string>): number {
  if (typeof value === "string") return bytesOf(JSON.stringify(value)) - 2;
  return "join" in value ? value.join.reduce((total, part) => total + lengthOf(part), 0) : 0;
}

/** Of UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
