import { suggest } from "../../diagnostics/index.js";
import type { ResolveContext } from "../context.js";
import type { ServiceFacts } from "./facts.js";
import type { ServicePort, Workload } from "./workload.js";

/** The ports of a callee that a caller is let through to: those that its `connects` names, else all of the own container. */
export function calledPorts(caller: Workload, callee: ServiceFacts): readonly ServicePort[] {
  const named = (caller.settings.connectedPorts ?? []).filter(({ to }) => to === callee.name);
  if (named.length === 0) return callee.ports;
  const ports = named.flatMap(({ port }) => findPort(callee, port) ?? []);
  return [...new Map(ports.map((each) => [`${each.port} ${each.protocol}`, each])).values()];
}

/** By number, also one of a sidecar, or by the name that the manifest gives it. */
export function findPort(callee: ServiceFacts, port: number | string): ServicePort | undefined {
  const sidecars = Object.keys(callee.settings.containers ?? {}).flatMap(
    (name) => callee.sidecarPorts?.(name) ?? [],
  );
  return [...callee.ports, ...sidecars].find((each) => each.port === port || each.name === port);
}

export function reportUnknownPort(
  context: ResolveContext,
  path: string,
  callee: ServiceFacts,
  port: number | string,
): void {
  const names = callee.ports.flatMap(({ name }) => name ?? []);
  const meant = typeof port === "string" ? suggest(port, names) : undefined;
  const known = callee.ports.map((each) =>
    each.name === undefined ? `${each.port}` : `${each.port} (${each.name})`,
  );
  context.report({
    code: "port-unknown",
    severity: "error",
    path,
    message: `services.${callee.name} has no port ${typeof port === "string" ? `"${port}"` : port}`,
    hint: meant === undefined ? `it listens on ${known.join(", ") || "none"}` : `did you mean "${meant}"?`,
  });
}
