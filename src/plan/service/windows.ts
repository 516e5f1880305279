import type { ResolveContext } from "../context.js";
import type { OperatingSystem } from "../resources/compute.js";
import type { ContainerProcess } from "./container-list.js";
import { containersOf } from "./container-list.js";
import type { Workload } from "./workload.js";

export function isWindows({ settings }: Pick<Workload, "settings">): boolean {
  return operatingSystemOf(settings.size.os) !== "LINUX";
}

export function operatingSystemOf(os: Workload["settings"]["size"]["os"] = "linux"): OperatingSystem {
  return operatingSystems[os];
}

const operatingSystems = {
  linux: "LINUX",
  "windows-2019-core": "WINDOWS_SERVER_2019_CORE",
  "windows-2019-full": "WINDOWS_SERVER_2019_FULL",
  "windows-2022-core": "WINDOWS_SERVER_2022_CORE",
  "windows-2022-full": "WINDOWS_SERVER_2022_FULL",
} as const;

/**
 * Refuses what containers of Windows do not have on Fargate.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_fargate-getting_started-considerations.html
 */
export function checkWindows(context: ResolveContext, facts: Workload): void {
  if (!isWindows(facts)) return;
  const { settings, origin } = facts;
  const refuse = (path: string, what: string, hint: string): void =>
    context.report({
      code: "container-conflict",
      severity: "error",
      path,
      message: `${origin} runs on Windows, which has no ${what} on Fargate`,
      hint,
    });
  if (settings.size.architecture === "arm64")
    refuse(`${origin}.size.architecture`, "ARM processors", "set architecture: x86_64");
  if (Object.keys(settings.volumes ?? {}).length > 0)
    refuse(`${origin}.volumes`, "volumes", "remove them, and keep files in a bucket");
  if (facts.proxied === true)
    refuse(`${origin}.serviceConnect`, "Service Connect", "set serviceConnect: false");
  for (const { origin: at, process } of containersOf(facts)) {
    for (const [field, what] of linuxOnly) {
      if (process?.[field] !== undefined)
        refuse(`${at}.${keys[field] ?? field}`, what, `remove ${keys[field] ?? field}`);
    }
  }
}

/** Only Linux is interruptible. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
export function checkWindowsCapacity(context: ResolveContext, facts: Workload, spot: boolean): void {
  if (!spot || !isWindows(facts)) return;
  const own = facts.settings.capacity !== undefined;
  context.report({
    code: "container-conflict",
    severity: "error",
    path: own ? `${facts.origin}.capacity` : `${facts.origin}.size.os`,
    message: `${facts.origin} runs on Windows, and Fargate Spot runs Linux alone`,
    hint: own ? "set capacity: on-demand" : "set capacity: on-demand on it, instead of the cluster's",
  });
}

type LinuxField = keyof NonNullable<ContainerProcess["process"]>;

const linuxOnly: readonly (readonly [LinuxField, string])[] = [
  ["readOnly", "read-only file systems"],
  ["init", "init process"],
  ["openFiles", "limits of processes"],
  ["capabilities", "Linux capabilities"],
  ["sysctls", "kernel parameters"],
  ["tmpfs", "tmpfs"],
  ["restart", "restart policies"],
];

/** Where the manifest has another word. */
const keys: Partial<Record<LinuxField, string>> = { openFiles: "ulimits" };
