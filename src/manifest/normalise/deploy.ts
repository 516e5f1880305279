import type { BreakerSettings, DeploySettings, TrafficStep } from "../deploy-settings.js";
import type { WrittenDeploy } from "../written.generated.js";
import { conditions } from "./conditions.js";
import { rollbackAlarms } from "./deploy-alarms.js";
import { deployHooks } from "./deploy-hooks.js";
import { wholeMinutes } from "./duration.js";
import { percent } from "./percent.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function deploy(reading: Reading, path: string, written: WrittenDeploy = {}): DeploySettings {
  const settings = present({
    strategy: written.strategy,
    minHealthyPercent: percent(reading, `${path}.minHealthy`, written.minHealthy, 0, 100),
    maxPercent: percent(reading, `${path}.max`, written.max, 100, 200),
    breaker: ifWritten(written.breaker, (each) => breaker(reading, `${path}.breaker`, each)),
    alarms: ifWritten(written.alarms, (each) => rollbackAlarms(reading, `${path}.alarms`, each)),
    bakeMinutes: wholeMinutes(reading, `${path}.bake`, written.bake, 0, oneDay),
    canary: ifWritten(written.canary, (each) => step(reading, `${path}.canary`, each, 0.1, 99.9)),
    steps: ifWritten(written.steps, (each) => step(reading, `${path}.steps`, each, 3, 100)),
    test: ifWritten(written.test, (each) => testRequests(reading, `${path}.test`, each)),
    hooks: ifWritten(written.hooks, (each) => deployHooks(reading, `${path}.hooks`, each)),
    after: ifWritten(written.after, (each) => [...new Set(each)]),
    rebalancing: written.rebalancing,
  });
  if (settings.minHealthyPercent === 100 && settings.maxPercent === 100) {
    reading.fail("invalid-value", `${path}.max`, `${path} leaves no room to replace a task`, {
      reason: "with 100 % healthy at least and 100 % at most, no task may stop and none may start",
      hint: "raise max to 200, or lower minHealthy to 50",
    });
  }
  if (settings.rebalancing === true && settings.maxPercent === 100) {
    reading.fail("invalid-value", `${path}.rebalancing`, `${path}.max leaves no room to move a task`, {
      reason: "ECS starts a task in the other zone before it stops one",
      hint: "raise max to 200, or remove rebalancing",
    });
  }
  return settings;
}

/** Minutes. */
const oneDay = 1440;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
function breaker(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenDeploy["breaker"]>,
): false | BreakerSettings {
  if (typeof written === "boolean") return written ? {} : false;
  const { rollback, threshold, resetOnHealthy } = written;
  return present({
    rollback,
    threshold: ifWritten(threshold, (each) => {
      if (typeof each === "number") return { count: each };
      const share = percent(reading, `${path}.threshold`, each, 1, 100);
      return share === undefined ? undefined : { percent: share };
    }),
    resetOnHealthy,
  });
}

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
 */
function step(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenDeploy["steps"]>,
  min: number,
  max: number,
): TrafficStep | undefined {
  const share = percent(reading, `${path}.percent`, written.percent, min, max);
  const bakeMinutes = wholeMinutes(reading, `${path}.bake`, written.bake, 0, oneDay);
  if (share === undefined) return undefined;
  if (!Number.isInteger(Math.round(share * 1e6) / 1e5)) {
    return reading.fail("invalid-value", `${path}.percent`, `${path}.percent cannot be ${share}`, {
      reason: "ECS takes multiples of 0.1 %",
    });
  }
  return present({ percent: share, bakeMinutes });
}

function testRequests(
  reading: Reading,
  path: string,
  { header, priority }: NonNullable<WrittenDeploy["test"]>,
): DeploySettings["test"] {
  const headers = conditions(reading, `${path}.header`, { header })?.headers;
  return headers && present({ headers, priority });
}
