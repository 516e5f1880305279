import type { Sidecar, TaskSettings } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { router, routerName } from "./log-router.js";
import { collector, collectorEnvironment, collectorName, collectorPorts } from "./tracing.js";

/** The settings of a service or job with the containers that `tracing` and `logs.router` bring. */
export function withCompanions<T extends TaskSettings & { readonly port?: number }>(
  context: ResolveContext,
  { name, origin }: { readonly name: string; readonly origin: string },
  settings: T,
): T {
  const { tracing, logs } = settings;
  if (tracing === undefined && logs.router === undefined) return settings;
  const added: Record<string, Sidecar> = {
    ...(tracing !== undefined && { [collectorName]: collector(tracing) }),
    ...(logs.router !== undefined && { [routerName]: router(logs.router) }),
  };
  refuseWindows(context, origin, settings);
  refuseTwins(context, origin, settings, Object.keys(added));
  if (tracing !== undefined) refusePorts(context, origin, settings);
  return {
    ...settings,
    containers: { ...settings.containers, ...added },
    ...(tracing !== undefined && {
      dependsOn: { ...settings.dependsOn, [collectorName]: "start" },
      environment: { ...collectorEnvironment(context, name, tracing), ...settings.environment },
    }),
  };
}

/** Neither image runs on Windows: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-considerations.html */
function refuseWindows(context: ResolveContext, origin: string, { tracing, size }: TaskSettings): void {
  if (size.os === undefined || size.os === "linux") return;
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: tracing === undefined ? `${origin}.logs.router` : `${origin}.tracing`,
    message: `${origin} runs on Windows, where ${tracing === undefined ? "the log router" : "the collector"} does not`,
    reason: "containers of a task run on one operating system, and the image is one for Linux",
    hint: `remove ${tracing === undefined ? "logs.router" : "tracing"}, or set size.os: linux`,
  });
}

function refuseTwins(
  context: ResolveContext,
  origin: string,
  { containers = {} }: TaskSettings,
  names: readonly string[],
): void {
  for (const name of names.filter((each) => Object.hasOwn(containers, each))) {
    context.report({
      code: "name-collision",
      severity: "error",
      path: `${origin}.containers.${name}`,
      message: `${origin} has a container ${name} of its own, and one that ${name === routerName ? "logs.router" : "tracing"} brings`,
      hint: "rename the container, or keep one of the two",
    });
  }
}

function refusePorts(context: ResolveContext, origin: string, { port }: { readonly port?: number }): void {
  if (port === undefined || !collectorPorts.includes(port)) return;
  context.report({
    code: "port-conflict",
    severity: "error",
    path: `${origin}.port`,
    message: `${origin} listens on ${port}, which its collector takes`,
    reason: `the containers of a task share one address, and the collector listens on ${collectorPorts.join(", ")}`,
    hint: "give the service another port",
  });
}
