import { suggest } from "../../diagnostics/index.js";
import type { Service, ServiceKind } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { reportKindConflicts } from "./kind-conflicts.js";

/** What the planner settles about each service before it plans any, since services refer to each other. */
export interface ServiceFacts {
  readonly name: string;
  /** Manifest path, `services.<name>`. */
  readonly origin: string;
  readonly service: Service;
  readonly kind: ServiceKind;
  /** What the service's own container listens on. */
  readonly ports: readonly ServicePort[];
  /** The first of them. */
  readonly port?: number;
  /** Found by other services as `<name>.<namespace>`. */
  readonly discoverable: boolean;
  /** The services that this one connects to, by name in order. */
  readonly callees: readonly string[];
}

export interface ServicePort {
  readonly port: number;
  readonly protocol: "tcp" | "udp";
}

export type FactsByName = ReadonlyMap<string, ServiceFacts>;

/** By name in order, so that the order of the manifest never shows. */
export function settleServices(context: ResolveContext): FactsByName {
  const { services, resources } = context.manifest;
  const names = Object.keys(services).sort();
  const called = new Set(names.flatMap((name) => services[name]?.connects ?? []));
  const facts = new Map<string, ServiceFacts>();
  for (const name of names) {
    const service = services[name];
    if (service === undefined) continue;
    const origin = `services.${name}`;
    const kind = service.kind ?? inferKind(service);
    const ports = portsOf(service, kind);
    const port = ports[0]?.port;
    reportKindConflicts(context, origin, service, kind);
    facts.set(name, {
      name,
      origin,
      service,
      kind,
      ports,
      ...(port !== undefined && { port }),
      discoverable: port !== undefined && (kind === "backend" || called.has(name)),
      callees: service.connects.filter((callee) => callee in services).sort(),
    });
  }
  for (const fact of facts.values()) reportUnreachable(context, facts, fact, Object.keys(resources));
  return facts;
}

function portsOf(service: Service, kind: ServiceKind): readonly ServicePort[] {
  if (kind !== "network") {
    const port = service.port ?? (kind === "web" ? 80 : undefined);
    return port === undefined ? [] : [{ port, protocol: "tcp" }];
  }
  const ports = new Map<string, ServicePort>();
  for (const listener of service.listeners ?? []) {
    const protocol = listener.protocol === "udp" ? "udp" : "tcp";
    const port = listener.target ?? listener.port;
    ports.set(`${port} ${protocol}`, { port, protocol });
  }
  return [...ports.values()];
}

function inferKind(service: Service): ServiceKind {
  if (service.listeners !== undefined && service.listeners.length > 0) return "network";
  if (service.routes.length > 0) return "web";
  return service.port === undefined ? "worker" : "backend";
}

function reportUnreachable(
  context: ResolveContext,
  facts: FactsByName,
  caller: ServiceFacts,
  resourceNames: readonly string[],
): void {
  caller.service.connects.forEach((name, index) => {
    const path = `${caller.origin}.connects[${index}]`;
    const callee = facts.get(name);
    const resource = context.manifest.resources[name];
    if (callee === undefined && resource === undefined) {
      const suggestion = suggest(name, [...facts.keys(), ...resourceNames]);
      context.report({
        code: "unknown-service",
        severity: "error",
        path,
        message: `${caller.origin} connects to "${name}", which is neither a service nor a resource`,
        hint:
          suggestion === undefined
            ? `the services are ${[...facts.keys()].join(", ")}`
            : `did you mean "${suggestion}"?`,
      });
    } else if (resource?.type === "s3") {
      context.report({
        code: "kind-conflict",
        severity: "error",
        path,
        message: `${name} is a bucket, and buckets have no security group to connect to`,
        hint: `grant it instead: access: { ${name}: read-write }`,
      });
    } else if (callee !== undefined && callee.port === undefined) {
      context.report({
        code: "kind-conflict",
        severity: "error",
        path,
        message: `${caller.origin} connects to "${name}", which listens on no port`,
        hint: `add a port to services.${name}, or remove it from connects`,
      });
    }
  });
}
