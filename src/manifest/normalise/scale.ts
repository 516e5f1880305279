import type { DeploySettings, Scale } from "../manifest.js";
import type { WrittenDeploy, WrittenScale } from "../written.generated.js";
import { seconds } from "./duration.js";
import { percent } from "./percent.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** A number stands for both bounds. */
export function scale(reading: Reading, path: string, written: WrittenScale = {}): Scale {
  if (typeof written === "number") return { min: written, max: written };
  const { min, max } = written;
  if (min !== undefined && max !== undefined && max < min) {
    reading.fail("scale-range", `${path}.max`, `${path}.max (${max}) is below min (${min})`, {
      hint: "swap the two, or write one number for a fixed count",
    });
  }
  return present({
    min,
    max,
    cpuPercent: percent(reading, `${path}.cpu`, written.cpu, 1, 100),
    memoryPercent: percent(reading, `${path}.memory`, written.memory, 1, 100),
    requestsPerMinute: written.requests,
    ...cooldowns(reading, `${path}.cooldown`, written.cooldown),
  });
}

type WrittenCooldown = Exclude<WrittenScale, number>["cooldown"];
type Cooldowns = Pick<Scale, "cooldownInSeconds" | "cooldownOutSeconds">;
const oneDay = 86_400;

function cooldowns(reading: Reading, path: string, written: WrittenCooldown): Cooldowns {
  if (typeof written === "object") {
    return present({
      cooldownInSeconds: seconds(reading, `${path}.in`, written.in, 0, oneDay),
      cooldownOutSeconds: seconds(reading, `${path}.out`, written.out, 0, oneDay),
    });
  }
  const both = seconds(reading, path, written, 0, oneDay);
  return present({ cooldownInSeconds: both, cooldownOutSeconds: both });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function deploy(reading: Reading, path: string, written: WrittenDeploy = {}): DeploySettings {
  const settings = present({
    minHealthyPercent: percent(reading, `${path}.minHealthy`, written.minHealthy, 0, 100),
    maxPercent: percent(reading, `${path}.max`, written.max, 100, 200),
    breaker: written.breaker,
  });
  if (settings.minHealthyPercent === 100 && settings.maxPercent === 100) {
    reading.fail("invalid-value", `${path}.max`, `${path} leaves no room to replace a task`, {
      reason: "with 100 % healthy at least and 100 % at most, no task may stop and none may start",
      hint: "raise max to 200, or lower minHealthy to 50",
    });
  }
  return settings;
}
