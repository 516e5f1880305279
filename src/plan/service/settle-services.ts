import { suggest } from "../../diagnostics/index.js";
import type { Job, Service, ServiceKind } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { withCompanions } from "../observability/companions.js";
import { findPort, reportUnknownPort } from "./callable-ports.js";
import { settleServiceConnect } from "./connect-facts.js";
import type { ConnectFacts, FactsByName, ServiceFacts } from "./facts.js";
import { reportKindConflicts } from "./kind-conflicts.js";
import { listenerPorts, ownPorts, sidecarPorts } from "./routed-ports.js";
import type { ServicePort, Workload } from "./workload.js";

/** By name in order, so that the order of the manifest never shows. */
export function settleServices(context: ResolveContext): FactsByName {
  const { services, jobs = {} } = context.manifest;
  const names = Object.keys(services).sort();
  const callers: readonly (Service | Job)[] = [...Object.values(services), ...Object.values(jobs)];
  const called = new Set(callers.flatMap((caller) => caller.connects));
  const facts = new Map<string, ServiceFacts>();
  for (const name of names) {
    const service = services[name];
    if (service === undefined) continue;
    const origin = `services.${name}`;
    const kind = context.decide(
      `${origin}.kind`,
      service.kind,
      inferKind(service),
      "inferred from listeners, routes and ports",
    );
    const ports = portsOf(service, kind);
    const port = ports[0]?.port;
    reportKindConflicts(context, origin, service, kind);
    facts.set(name, {
      name,
      id: `service/${name}`,
      origin,
      owner: { service: name },
      settings: withCompanions(context, { name, origin }, service),
      service,
      kind,
      ...(service.health.container && { health: service.health.container }),
      exec: context.byProfile(
        `${origin}.exec`,
        service.exec,
        context.defaults.exec,
        "a shell in a running task helps in tests and is a way in elsewhere",
      ),
      ports,
      sidecarPorts: (sidecar) => sidecarPorts(service, sidecar),
      portsOrigin: `${origin}.${kind === "network" ? "listeners" : service.ports === undefined ? "port" : "ports"}`,
      ...(port !== undefined && { port }),
      discoverable: port !== undefined && (kind === "backend" || called.has(name)),
      callees: service.connects.filter((callee) => callee in services).sort(),
    });
  }
  for (const fact of facts.values()) reportUnreachable(context, facts, fact);
  const connects = settleServiceConnect(context, facts);
  return new Map(
    [...facts].map(([name, fact]) => {
      const connect = connects.get(name);
      return [name, connect === undefined ? fact : withProxy(fact, connect)];
    }),
  );
}

function withProxy(facts: ServiceFacts, connect: ConnectFacts): ServiceFacts {
  const { port } = connect.server ?? {};
  const ports = facts.ports.map((each) => (port?.port === each.port ? port : each));
  return { ...facts, connect, proxied: true, ports };
}

function portsOf(service: Service, kind: ServiceKind): readonly ServicePort[] {
  if (kind !== "network") {
    return ownPorts(service);
  }
  return listenerPorts(service);
}

function inferKind(service: Service): ServiceKind {
  if (service.listeners !== undefined && service.listeners.length > 0) return "network";
  if (service.routes.length > 0) return "web";
  return service.port === undefined ? "worker" : "backend";
}

/** Refuses connections that lead nowhere. */
export function reportUnreachable(context: ResolveContext, facts: FactsByName, caller: Workload): void {
  const resourceNames = Object.keys(context.manifest.resources);
  caller.settings.connects.forEach((name, index) => {
    const path = `${caller.origin}.connects[${index}]`;
    const callee = facts.get(name);
    const resource = context.manifest.resources[name];
    if (Object.hasOwn(context.manifest.jobs ?? {}, name)) {
      context.report({
        code: "kind-conflict",
        severity: "error",
        path,
        message: `${caller.origin} connects to "${name}", which is a job and listens to nobody`,
        hint: `to start it, use access: { ${name}: invoke }`,
      });
    } else if (callee === undefined && resource === undefined) {
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
  for (const { to, port, origin } of caller.settings.connectedPorts ?? []) {
    const callee = facts.get(to);
    if (callee?.port !== undefined && findPort(callee, port) === undefined)
      reportUnknownPort(context, `${origin}.port`, callee, port);
  }
}
