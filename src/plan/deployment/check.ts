import type { DiagnosticCode, DiagnosticDetails } from "../../diagnostics/index.js";
import type { DeployStrategy } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { ServiceFacts } from "../service/facts.js";
import { countSteps, waitedMinutes } from "./duration.js";
import { type DeploymentFields, isMoving } from "./strategy.js";

/** What the way of deployment rests on. */
export interface DeploymentGrounds {
  readonly loadBalanced: boolean;
  /** Found by a DNS name of Cloud Map. */
  readonly discovered: boolean;
}

/** As the manifest writes them. */
type Key = "bake" | "breaker" | "canary" | "hooks" | "steps" | "strategy" | "test";
type Refuse = (key: Key, message: string, details?: DiagnosticDetails) => void;

/** Refuses settings that contradict each other, or that this service has no use for. */
export function checkDeployment(
  context: ResolveContext,
  facts: ServiceFacts,
  fields: DeploymentFields,
  grounds: DeploymentGrounds,
): void {
  const { strategy = "rolling" } = facts.service.deploy;
  const path = `${facts.origin}.deploy`;
  const report = (code: DiagnosticCode): Refuse => {
    return (key, message, details = {}) =>
      context.report({ code, severity: "error", path: `${path}.${key}`, message, ...details });
  };
  const invalid = report("invalid-value");
  if (isMoving(strategy)) {
    checkMoving(facts, strategy, grounds, invalid, report("kind-conflict"));
    checkDuration(facts, fields, report("limit"));
  } else checkRolling(facts, invalid);
  checkShares(facts, strategy, invalid);
}

function checkMoving(
  { service, origin, connect }: ServiceFacts,
  strategy: DeployStrategy,
  { loadBalanced, discovered }: DeploymentGrounds,
  invalid: Refuse,
  conflict: Refuse,
): void {
  const { breaker, test } = service.deploy;
  const steered = loadBalanced || connect?.server !== undefined;
  if (strategy !== "blue-green" && !steered) {
    conflict(
      "strategy",
      `${origin} is deployed as ${strategy} and has nothing that shares out its requests`,
      {
        reason: "the shares are weights of a load balancer or of Service Connect",
        hint: "add a route, listeners or serviceConnect: true, or use strategy: blue-green or rolling",
      },
    );
  }
  if (discovered) {
    conflict(
      "strategy",
      `others find the tasks of ${origin} by a DNS name, which names both versions at once`,
      {
        reason: `with ${strategy} no request may reach the new version before its turn`,
        hint: "let them find each other by serviceConnect, or use strategy: rolling",
      },
    );
  }
  if (breaker !== undefined && breaker !== false) {
    invalid("breaker", `${origin} is deployed as ${strategy}, which has no circuit breaker`, {
      reason:
        "ECS counts failed tasks in rolling deployments alone; a deployment of another kind ends by alarms, hooks and time-outs",
      hint: "remove breaker, and write alarms such as [errors]",
    });
  }
  if (test !== undefined && service.routes.length !== 1) {
    conflict("test", `${origin} has ${service.routes.length} routes, and a test rule stands beside one`, {
      hint:
        service.routes.length === 0
          ? "remove test, or add a route"
          : "remove test, or join the routes in one",
    });
  }
}

function checkRolling({ service, origin }: ServiceFacts, invalid: Refuse): void {
  const { alarms, bakeMinutes, hooks, test } = service.deploy;
  const hint = "write strategy: blue-green, canary or linear";
  if (test !== undefined)
    invalid("test", `${origin}.deploy.test needs two versions side by side`, {
      reason: "a rolling deployment replaces task by task",
      hint,
    });
  if (hooks !== undefined)
    invalid("hooks", `${origin}.deploy.hooks needs the stages of another deployment`, {
      reason: "a rolling deployment has none",
      hint,
    });
  if (bakeMinutes !== undefined && alarms === undefined) {
    invalid("bake", `nothing watches ${origin} during deploy.bake`, {
      reason: "a rolling deployment waits for its alarms alone",
      hint: "add alarms such as [errors], or remove bake",
    });
  }
}

function checkShares({ service, origin }: ServiceFacts, strategy: DeployStrategy, invalid: Refuse): void {
  const own = { canary: "canary", steps: "linear" } as const;
  for (const key of ["canary", "steps"] as const) {
    if (service.deploy[key] === undefined || strategy === own[key]) continue;
    invalid(key, `${origin}.deploy.${key} is of a ${own[key]} deployment, and this one is ${strategy}`, {
      hint: `write strategy: ${own[key]}, or remove ${key}`,
    });
  }
}

/** CloudFormation waits 36 hours: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html */
const longestWait = 36 * 60;

function checkDuration({ origin }: ServiceFacts, fields: DeploymentFields, limit: Refuse): void {
  const minutes = waitedMinutes(fields);
  if (minutes <= longestWait) return;
  const { strategy } = fields;
  const key = strategy?.type === "CANARY" ? "canary" : strategy?.type === "LINEAR" ? "steps" : "bake";
  limit(key, `a deployment of ${origin} would wait ${hours(minutes)} hours and never reach 100 %`, {
    reason: `CloudFormation gives up after ${hours(longestWait)} hours, and ECS then rolls it back`,
    hint: countSteps(strategy) > 1 ? "take larger steps, or wait less between them" : "wait less",
  });
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
