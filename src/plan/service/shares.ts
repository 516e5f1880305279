import { appendPath } from "../../diagnostics/index.js";
import type { ResolveContext } from "../context.js";
import type { FargateSize } from "../fargate-sizes.js";
import { containersOf } from "./container-list.js";
import type { Workload } from "./workload.js";

/** Refuses sidecars that leave nothing of the task to its own container. */
export function checkShares(context: ResolveContext, facts: Workload, size: FargateSize): void {
  const sidecars = containersOf(facts).flatMap(({ origin, sidecar }) =>
    sidecar === undefined ? [] : [{ origin, sidecar }],
  );
  const report = (path: string, message: string): void =>
    context.report({
      code: "limit",
      severity: "error",
      path,
      message,
      reason: "the containers of a task share its CPU and memory, and its own container needs some of both",
      hint: `give the task more under ${facts.origin}.size, or the sidecars less`,
    });
  const cpu = sum(sidecars.map(({ sidecar }) => sidecar.cpuUnits));
  // Without a reservation, ECS keeps the whole limit for the container.
  const memory = sum(sidecars.map(({ sidecar }) => sidecar.memoryReservationMiB ?? sidecar.memoryMiB));
  const path = `${facts.origin}.containers`;
  if (cpu >= size.cpuUnits)
    report(
      path,
      `the sidecars of ${facts.origin} are to have ${cpu} CPU units of the task's ${size.cpuUnits}`,
    );
  if (memory >= size.memoryMiB)
    report(path, `the sidecars of ${facts.origin} are to have ${memory} MiB of the task's ${size.memoryMiB}`);
  for (const { origin, sidecar } of sidecars) {
    const { memoryMiB = 0, memoryReservationMiB } = sidecar;
    if (memoryReservationMiB === undefined || memoryMiB <= size.memoryMiB) continue;
    report(`${origin}.size.memory`, `${origin} may use ${memoryMiB} MiB of the task's ${size.memoryMiB}`);
  }
}

/**
 * The kernel parameters of one container are those of all, and the last to start would win.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
 */
export function checkSysctls(context: ResolveContext, facts: Workload): void {
  const known = new Map<string, { readonly container: string; readonly value: string }>();
  for (const { name, origin, process } of containersOf(facts)) {
    for (const [parameter, value] of Object.entries(process?.sysctls ?? {})) {
      const earlier = known.get(parameter);
      known.set(parameter, earlier ?? { container: name, value });
      if (earlier === undefined || earlier.value === value) continue;
      context.report({
        code: "container-conflict",
        severity: "error",
        path: appendPath(`${origin}.sysctls`, parameter),
        message: `${earlier.container} sets ${parameter} to ${earlier.value}, and ${name} to ${value}`,
        reason: "all containers of a task share one network, and the last to start would win",
        hint: "set it in one of them",
      });
    }
  }
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value = 0) => total + value, 0);
}
