import type { CapacityProvider, CapacityShare, CapacityStrategy } from "../capacity-settings.js";
import type { WrittenCapacity, WrittenCapacityShare } from "../written.generated.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** Short forms become one provider with weight 1; a bare number is a weight. */
export function capacity(
  reading: Reading,
  path: string,
  written: WrittenCapacity | undefined,
): CapacityStrategy | undefined {
  if (written === undefined) return undefined;
  if (written === "spot") return { FARGATE_SPOT: { weight: 1 } };
  if (written === "on-demand") return { FARGATE: { weight: 1 } };
  const strategy: Partial<Record<CapacityProvider, CapacityShare>> = {};
  if (written.FARGATE !== undefined) strategy.FARGATE = share(written.FARGATE);
  if (written.FARGATE_SPOT !== undefined) strategy.FARGATE_SPOT = share(written.FARGATE_SPOT);
  return checkShares(reading, path, strategy);
}

function share(written: WrittenCapacityShare): CapacityShare {
  return typeof written === "number"
    ? { weight: written }
    : present({ base: written.base, weight: written.weight ?? 0 });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
function checkShares(
  reading: Reading,
  path: string,
  strategy: CapacityStrategy,
): CapacityStrategy | undefined {
  const shares = Object.values(strategy);
  if (!shares.some(({ weight }) => weight > 0)) {
    return reading.fail("invalid-value", path, `${path} needs a weight above 0`, {
      reason: "ECS places no task with a strategy in which all weights are 0",
      hint: "give FARGATE or FARGATE_SPOT a weight, such as FARGATE_SPOT: 1",
    });
  }
  if (shares.filter(({ base }) => base !== undefined).length > 1) {
    return reading.fail("invalid-value", path, `${path} has more than one base`, {
      reason: "ECS allows a base for one capacity provider of a strategy",
      hint: "remove one of the two",
    });
  }
  return strategy;
}
