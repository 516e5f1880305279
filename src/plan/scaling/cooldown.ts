import type { Cooldown } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { ScalingPolicy, TargetTracking } from "../resources/scaling.js";

/** What every policy of a service has: the name is the end of its id, the key as the manifest writes it. */
export type PolicyFrame = (
  name: string,
  key: string,
) => Pick<ScalingPolicy, "id" | "kind" | "origin" | "policyName" | "scalableTarget">;

/** The metric's own, else that of all metrics. */
export function cooldownOf(
  { decide }: ResolveContext,
  origin: string,
  all: Cooldown,
  own: Cooldown,
): Pick<TargetTracking, "scaleInCooldownSeconds" | "scaleOutCooldownSeconds"> {
  const path = `${origin}.cooldown`;
  const inSeconds = decide(
    `${path}.in`,
    all.cooldownInSeconds,
    300,
    "tasks that go too early come back",
    "s",
  );
  const outSeconds = decide(`${path}.out`, all.cooldownOutSeconds, 60, "load that rises is met at once", "s");
  return {
    scaleInCooldownSeconds: own.cooldownInSeconds ?? inSeconds,
    scaleOutCooldownSeconds: own.cooldownOutSeconds ?? outSeconds,
  };
}
