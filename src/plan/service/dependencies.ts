import { appendPath, suggest } from "../../diagnostics/index.js";
import type { DependencyCondition } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { membersOfCycles } from "../cycles.js";
import type { Workload } from "./workload.js";

/** Containers of a Fargate task. https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
const containersPerTask = 10;

interface Node {
  readonly origin: string;
  readonly essential: boolean;
  readonly hasHealth: boolean;
  readonly dependsOn: Readonly<Record<string, DependencyCondition>>;
}

/** Refuses orders between containers in which a task would never start. */
export function checkDependencies(context: ResolveContext, facts: Workload): void {
  const nodes = containerNodes(facts);
  const fail = (path: string, message: string, hint: string): void =>
    context.report({ code: "dependency-invalid", severity: "error", path, message, hint });
  if (nodes.size > containersPerTask) {
    fail(
      appendPath(facts.origin, "containers"),
      `${facts.origin} has ${nodes.size} containers`,
      `ECS runs at most ${containersPerTask} in a task: move some to services of their own`,
    );
  }
  for (const [name, node] of nodes) {
    for (const [other, condition] of Object.entries(node.dependsOn)) {
      const path = appendPath(appendPath(node.origin, "dependsOn"), other);
      const target = nodes.get(other);
      if (target === undefined) {
        const meant = suggest(other, nodes.keys());
        fail(
          path,
          `${name} waits for "${other}", which is no container of ${facts.origin}`,
          meant === undefined
            ? `its containers are ${[...nodes.keys()].join(", ")}`
            : `did you mean "${meant}"?`,
        );
      } else if (condition === "healthy" && !target.hasHealth) {
        fail(
          path,
          `${name} waits until ${other} is healthy, and ${other} has no health check`,
          `add a health command to ${other}, or wait for start`,
        );
      } else if ((condition === "complete" || condition === "success") && target.essential) {
        fail(
          path,
          `${name} waits until ${other} has ended, and the task ends with it`,
          `set essential: false on ${other}`,
        );
      }
    }
  }
  const circular = membersOfCycles(
    new Map([...nodes].map(([name, node]) => [name, Object.keys(node.dependsOn)])),
  );
  if (circular.size > 0) {
    fail(
      appendPath(facts.origin, "containers"),
      `${[...circular].sort().join(", ")} wait for each other`,
      "break the circle of dependsOn",
    );
  }
}

function containerNodes(facts: Workload): ReadonlyMap<string, Node> {
  const { name, origin, settings } = facts;
  const nodes = new Map<string, Node>();
  nodes.set(name, {
    origin,
    essential: true,
    hasHealth: facts.health !== undefined,
    dependsOn: settings.dependsOn ?? {},
  });
  for (const [sidecar, own] of Object.entries(settings.containers ?? {})) {
    nodes.set(sidecar, {
      origin: `${origin}.containers.${sidecar}`,
      essential: own.essential ?? true,
      hasHealth: own.health !== undefined,
      dependsOn: own.dependsOn ?? {},
    });
  }
  return nodes;
}
