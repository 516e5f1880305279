import { appendPath } from "../../diagnostics/index.js";
import type { TaskSettings } from "../manifest.js";
import type { ConnectedPort } from "../network-settings.js";
import type { WrittenConnection } from "../written.generated.js";

/** Names once each; a name that also stands alone opens all ports, whatever others say of it. */
export function connections(
  path: string,
  written: readonly WrittenConnection[],
): Pick<TaskSettings, "connects" | "connectedPorts"> {
  const whole = new Set(written.filter((each) => typeof each === "string"));
  const ports = written.flatMap((each, index): ConnectedPort[] =>
    typeof each === "string" || whole.has(each.to) ? [] : [{ ...each, origin: appendPath(path, index) }],
  );
  return {
    connects: [...new Set(written.map((each) => (typeof each === "string" ? each : each.to)))],
    ...(ports.length > 0 && { connectedPorts: ports }),
  };
}
