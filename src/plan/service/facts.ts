import { suggest } from "../../diagnostics/index.js";
import type { Service, ServiceKind } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";

/** What the planner settles about each service before it plans any, since services refer to each other. */
export interface ServiceFacts {
  readonly name: string;
  /** Manifest path, `services.<name>`. */
  readonly origin: string;
  readonly service: Service;
  readonly kind: ServiceKind;
  readonly port?: number;
  /** Found by other services as `<name>.<namespace>`. */
  readonly discoverable: boolean;
  /** The services that this one connects to, by name in order. */
  readonly callees: readonly string[];
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
    const port = service.port ?? (kind === "web" ? 80 : undefined);
    reportKindConflicts(context, origin, service, kind);
    facts.set(name, {
      name,
      origin,
      service,
      kind,
      ...(port !== undefined && { port }),
      discoverable: port !== undefined && (kind === "backend" || called.has(name)),
      callees: service.connects.filter((callee) => callee in services).sort(),
    });
  }
  for (const fact of facts.values()) reportUnreachable(context, facts, fact, Object.keys(resources));
  return facts;
}

function inferKind(service: Service): ServiceKind {
  if (service.routes.length > 0) return "web";
  return service.port === undefined ? "worker" : "backend";
}

function reportKindConflicts(
  context: ResolveContext,
  origin: string,
  service: Service,
  kind: ServiceKind,
): void {
  const conflict = (key: string, message: string, hint: string): void =>
    context.report({ code: "kind-conflict", severity: "error", path: `${origin}.${key}`, message, hint });
  if (kind === "web" && service.routes.length === 0) {
    conflict("kind", `${origin} is a web service without a route`, "add route: /*, or make it kind: backend");
  }
  if (kind === "web" && service.port === undefined) {
    conflict(
      "port",
      `${origin} has a route but no port`,
      "add the port that the container listens on, such as port: 8080",
    );
  }
  if (kind !== "web" && service.routes.length > 0) {
    conflict("kind", `${origin} is a ${kind} and has a route`, "make it kind: web, or remove the route");
  }
  if (kind === "worker" && service.port !== undefined) {
    conflict("kind", `${origin} is a worker and has a port`, "make it kind: backend, or remove the port");
  }
  if (kind === "backend" && service.port === undefined) {
    conflict("kind", `${origin} is a backend without a port`, "add its port, or make it kind: worker");
  }
  if (kind !== "web" && service.health.path !== undefined) {
    conflict(
      "health",
      `${origin} has no route, so no load balancer would check ${service.health.path}`,
      "use health.container with a command that the container runs itself",
    );
  }
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
