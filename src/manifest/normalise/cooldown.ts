import type { Cooldown } from "../scale-settings.js";
import type { WrittenScale } from "../written.generated.js";
import { seconds } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

export type WrittenCooldown = Exclude<WrittenScale, number>["cooldown"];
const oneDay = 86_400;

/** One duration stands for both directions. */
export function cooldowns(reading: Reading, path: string, written: WrittenCooldown): Cooldown {
  if (typeof written === "object") {
    return present({
      cooldownInSeconds: seconds(reading, `${path}.in`, written.in, 0, oneDay),
      cooldownOutSeconds: seconds(reading, `${path}.out`, written.out, 0, oneDay),
    });
  }
  const both = seconds(reading, path, written, 0, oneDay);
  return present({ cooldownInSeconds: both, cooldownOutSeconds: both });
}
