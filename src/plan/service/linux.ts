import type { ProcessSettings } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { ContainerDefinition } from "../resources/compute.js";
import { isWindows } from "./windows.js";
import type { Workload } from "./workload.js";

type LinuxPart = Pick<
  ContainerDefinition,
  "capabilities" | "initProcess" | "restart" | "systemControls" | "tmpfs"
>;

/** What only containers of Linux have. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html */
export function planLinux(
  context: ResolveContext,
  facts: Workload,
  origin: string,
  process: ProcessSettings,
): LinuxPart {
  if (isWindows(facts)) return {};
  const { capabilities, restart, sysctls, tmpfs } = process;
  return {
    ...(restart && {
      restart: {
        ignoredExitCodes: restart.ignoredExitCodes ?? [],
        attemptPeriodSeconds: context.decide(
          `${origin}.restart.attemptPeriod`,
          restart.attemptPeriodSeconds,
          300,
          "AWS's own",
          "s",
        ),
      },
    }),
    initProcess: context.decide(
      `${origin}.init`,
      process.init,
      true,
      "a first process that passes signals on and reaps children",
    ),
    ...(capabilities && {
      capabilities: { add: capabilities.add ?? [], drop: capabilities.drop ?? [] },
    }),
    ...(tmpfs && {
      tmpfs: byName(tmpfs).map(([containerPath, { sizeMiB, options = [] }]) => ({
        containerPath,
        sizeMiB,
        mountOptions: options,
      })),
    }),
    ...(sysctls && {
      systemControls: byName(sysctls).map(([namespace, value]) => ({ namespace, value })),
    }),
  };
}

function byName<T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
