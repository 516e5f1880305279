import type { TargetHealth } from "../ingress-settings.js";
import type { ContainerHealth, HealthSettings } from "../manifest.js";
import type { WrittenContainerHealth, WrittenHealth, WrittenTargetHealth } from "../written.generated.js";
import { seconds } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

/** ECS keeps the grace period as a 32-bit integer. */
const maxGraceSeconds = 2_147_483_647;

export function health(reading: Reading, path: string, written: WrittenHealth = {}): HealthSettings {
  if (typeof written === "string") return { path: written };
  return present({
    ...targetHealth(reading, path, written),
    graceSeconds: seconds(reading, `${path}.grace`, written.grace, 0, maxGraceSeconds),
    container: ifWritten(written.container, (check) => containerHealth(reading, `${path}.container`, check)),
  });
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export function targetHealth(
  reading: Reading,
  path: string,
  written: Exclude<WrittenTargetHealth, string> | string,
): TargetHealth {
  if (typeof written === "string") return { path: written };
  const settings = present({
    path: written.path,
    port: written.port,
    codes: ifWritten(written.codes, (codes) => statusCodes(reading, `${path}.codes`, String(codes))),
    intervalSeconds: seconds(reading, `${path}.interval`, written.interval, 5, 300),
    timeoutSeconds: seconds(reading, `${path}.timeout`, written.timeout, 2, 120),
    healthyCount: written.healthy,
    unhealthyCount: written.unhealthy,
  });
  checkTimeout(reading, path, settings);
  return settings;
}

function checkTimeout(
  reading: Reading,
  path: string,
  { intervalSeconds, timeoutSeconds }: TargetHealth,
): void {
  if (intervalSeconds === undefined || timeoutSeconds === undefined || timeoutSeconds < intervalSeconds)
    return;
  const message = `${path}.timeout (${timeoutSeconds}s) must be below the interval (${intervalSeconds}s)`;
  reading.fail("health-invalid", `${path}.timeout`, message, {
    reason: "the load balancer starts the next check when the interval is over",
  });
}

/** `200`, `200-299`, `200-299,302`; or codes of gRPC, `0` or `0-5,12`, never both. */
function statusCodes(reading: Reading, path: string, written: string): string | undefined {
  const compact = written.replace(/\s/g, "");
  const ranges = compact.split(",");
  const isWithin = (min: number, max: number): boolean =>
    compact !== "" && ranges.every((range) => isCodeRange(range, min, max));
  if (isWithin(200, 499) || isWithin(0, 99)) return compact;
  return reading.fail("health-invalid", path, `${path} must be status codes such as 200-299,302`, {
    reason: "the load balancer takes codes and ranges from 200 to 499, and for gRPC from 0 to 99",
  });
}

function isCodeRange(range: string, min: number, max: number): boolean {
  const [, from, to = from] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(range) ?? [];
  return from !== undefined && Number(from) >= min && Number(from) <= Number(to) && Number(to) <= max;
}

export function containerHealth(
  reading: Reading,
  path: string,
  written: WrittenContainerHealth,
): ContainerHealth | undefined {
  if (typeof written === "string" || !("command" in written)) {
    const only = checkCommand(reading, path, written);
    return only === undefined ? undefined : { command: only };
  }
  const command = checkCommand(reading, `${path}.command`, written.command);
  const timing = present({
    intervalSeconds: seconds(reading, `${path}.interval`, written.interval, 5, 300),
    timeoutSeconds: seconds(reading, `${path}.timeout`, written.timeout, 2, 60),
    retries: written.retries,
    startPeriodSeconds: seconds(reading, `${path}.startPeriod`, written.startPeriod, 0, 300),
  });
  return command === undefined ? undefined : { command, ...timing };
}

function checkCommand(
  reading: Reading,
  path: string,
  written: string | readonly string[],
): readonly string[] | undefined {
  if (typeof written === "string") return ["CMD-SHELL", written];
  const [first, ...rest] = written;
  if (first === "CMD" || (first === "CMD-SHELL" && rest.length === 1)) return written;
  return reading.fail("health-invalid", path, `${path} must start with CMD, or be CMD-SHELL and one text`, {
    reason: "ECS runs CMD directly and CMD-SHELL through the container's shell",
    hint: `write [CMD, ${JSON.stringify(first)}, ...], or one text for the shell`,
  });
}
