import type { Route, Service, Sidecar } from "../../manifest/index.js";
import type { ServicePort } from "./workload.js";

/** Port that a route leads to; undefined where the container that it names has none. */
export function portOfRoute(service: Service, { container, port }: Route): number | undefined {
  if (port !== undefined) return port;
  return container === undefined ? service.port : service.containers?.[container]?.port;
}

/** What the service's own container listens on: its `port` first, then its further `ports`, then what routes name. */
export function ownPorts(service: Service): readonly ServicePort[] {
  const routed = service.routes.flatMap(({ container, port }) =>
    container === undefined && port !== undefined ? [port] : [],
  );
  const listed = new Map((service.ports ?? []).map((each) => [each.port, each]));
  const further = [...listed.keys(), ...routed].sort((a, b) => a - b);
  const all = service.port === undefined ? further : [service.port, ...further];
  return [...new Set(all)].map((port): ServicePort => {
    const { name, protocol = "tcp" } = listed.get(port) ?? {};
    return {
      port,
      protocol: "tcp",
      ...(name !== undefined && { name }),
      ...(protocol !== "tcp" && { app: protocol }),
    };
  });
}

/** What the own container of a network service listens on. */
export function listenerPorts(service: Service, container?: string): readonly ServicePort[] {
  const ports = new Map<string, ServicePort>();
  for (const listener of service.listeners ?? []) {
    if (listener.container !== container) continue;
    const protocol = listener.protocol === "udp" ? "udp" : "tcp";
    const port = listener.target ?? listener.port;
    ports.set(`${port} ${protocol}`, { port, protocol });
  }
  return [...ports.values()];
}

/** What a sidecar listens on: its port, and those that routes and listeners lead to. */
export function sidecarPorts(service: Service, name: string): readonly ServicePort[] {
  const routed = service.routes.flatMap(({ container, port }) =>
    container === name && port !== undefined ? [port] : [],
  );
  const ports = new Map<string, ServicePort>();
  for (const each of writtenPorts(service.containers?.[name]))
    ports.set(`${each.port} ${each.protocol}`, each);
  for (const port of routed.sort((a, b) => a - b)) ports.set(`${port} tcp`, { port, protocol: "tcp" });
  for (const each of listenerPorts(service, name)) ports.set(`${each.port} ${each.protocol}`, each);
  return [...ports.values()];
}

/** `port` first, then the further `ports`. */
export function writtenPorts({ port, ports = [] }: Partial<Sidecar> = {}): readonly ServicePort[] {
  const further = ports.map(({ port: each, protocol = "tcp" }): ServicePort => ({ port: each, protocol }));
  return [...(port === undefined ? [] : [{ port, protocol: "tcp" as const }]), ...further];
}
