import { appendPath } from "../../diagnostics/index.js";
import type { Service } from "../manifest.js";
import type { PortSettings } from "../network-settings.js";
import type { WrittenPort, WrittenService } from "../written.generated.js";
import type { Reading } from "./reading.js";

/** The first of `ports` is the port of a service that names no other. */
export function ports(
  reading: Reading,
  path: string,
  written: Partial<Pick<WrittenService, "port" | "ports">>,
): Pick<Service, "port" | "ports"> {
  const listed = (written.ports ?? []).map(
    (each): PortSettings => (typeof each === "number" ? { port: each } : each),
  );
  reportTwice(reading, path, listed);
  const port = written.port ?? listed[0]?.port;
  return {
    ...(port !== undefined && { port }),
    ...(listed.length > 0 && { ports: listed }),
  };
}

function reportTwice(reading: Reading, path: string, listed: readonly Exclude<WrittenPort, number>[]): void {
  listed.forEach(({ port, name }, index) => {
    const at = appendPath(path, index);
    const earlier = listed.slice(0, index);
    if (earlier.some((each) => each.port === port))
      reading.fail("port-conflict", at, `port ${port} is listed twice`, { hint: "remove one of the two" });
    if (name !== undefined && earlier.some((each) => each.name === name))
      reading.fail("invalid-value", `${at}.name`, `two ports have the name "${name}"`, {
        hint: "give one of them another name",
      });
  });
}
