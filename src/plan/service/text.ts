import { suggest } from "../../diagnostics/index.js";
import type { EnvironmentValue, Text } from "../../manifest/index.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { type IngressesPart, ingressOf } from "../ingress.js";
import { stateMachineArn, stateMachineName } from "../job/state-machine-arn.js";
import { parameterName } from "../names.js";
import { accountId, join, type Value } from "../value.js";
import { calledPorts } from "./callable-ports.js";
import type { FactsByName, ServiceFacts } from "./facts.js";
import type { Workload } from "./workload.js";

/** What `${services...}` and `${resources...}` may stand for. */
export interface Surroundings {
  readonly cluster: ClusterPart;
  readonly ingresses: IngressesPart;
  readonly data: DataPart;
  readonly services: FactsByName;
}

export function planEnvironmentValue(
  context: ResolveContext,
  around: Surroundings,
  facts: Workload,
  path: string,
  value: EnvironmentValue,
): Value<string> {
  if (typeof value === "object" && "from" in value) return { import: { ssm: value.path } };
  return planText(context, around, facts, path, value);
}

export function planText(
  context: ResolveContext,
  around: Surroundings,
  facts: Workload,
  path: string,
  text: Text,
): Value<string> {
  if (typeof text === "string") return text;
  return join(
    ...text.template.map((part): Value<string> => {
      if (typeof part === "string") return part;
      const value = lookUp(context, around, facts, part.reference);
      if (typeof value !== "object" || !("problem" in value)) return value;
      context.report({
        code: "unknown-reference",
        severity: "error",
        path,
        message: `\${${part.reference}} ${value.problem}`,
        hint: value.hint,
      });
      return "";
    }),
  );
}

interface Problem {
  readonly problem: string;
  readonly hint: string;
}

function lookUp(
  context: ResolveContext,
  around: Surroundings,
  facts: Workload,
  reference: string,
): Value<string> | Problem {
  if (reference === "accountId") return accountId;
  const [area, name = "", attribute = ""] = reference.split(".");
  if (area === "parameters") {
    const declared = context.manifest.parameters ?? {};
    return Object.hasOwn(declared, name)
      ? { parameter: parameterName(name) }
      : unknown("parameter", name, Object.keys(declared));
  }
  // Known to exist since the manifest was read.
  if (area === "jobs")
    return attribute === "arn" ? stateMachineArn(context, name) : stateMachineName(context, name);
  return area === "services"
    ? lookUpService(around, facts, name, attribute)
    : lookUpResource(around.data, name, attribute);
}

function lookUpService(
  around: Surroundings,
  caller: Workload,
  name: string,
  attribute: string,
): Value<string> | Problem {
  const callee = around.services.get(name);
  if (callee === undefined) return unknown("service", name, [...around.services.keys()]);
  if (attribute === "name") return name;
  const alias = connectedAlias(around, caller, callee);
  if (alias !== undefined) {
    const scheme = callee.kind === "network" ? "tcp" : "http";
    return attribute === "host" ? alias.name : `${scheme}://${alias.name}:${alias.port}`;
  }
  // The private name where the caller is let in, the public one otherwise.
  if (caller.callees.includes(name) && callee.discoverable && around.cluster.namespace) {
    const host = `${name}.${around.cluster.namespace.name}`;
    const scheme = callee.kind === "network" ? "tcp" : "http";
    return attribute === "host" ? host : `${scheme}://${host}:${openPort(caller, callee)}`;
  }
  const url = publicAddress(around.ingresses, callee);
  if (url === undefined) {
    return {
      problem: `has no address that ${caller.origin} can reach`,
      hint: caller.callees.includes(name)
        ? "let both take part in Service Connect, or set cluster.serviceConnect.namespace: dns"
        : `add connects: [${name}] to ${caller.origin}`,
    };
  }
  return attribute === "host" ? url.host : join(`${url.scheme}://`, url.host);
}

/** The name by which the proxy of the caller knows the callee. */
function connectedAlias(
  { services }: Surroundings,
  caller: Workload,
  callee: ServiceFacts,
): { readonly name: string; readonly port: number } | undefined {
  const server = callee.connect?.server;
  const hasProxy = services.get(caller.name)?.connect !== undefined;
  if (server === undefined || !hasProxy || !caller.callees.includes(callee.name)) return undefined;
  const isOpen = calledPorts(caller, callee).some(({ port }) => port === server.port.port);
  return isOpen ? { name: server.alias, port: server.port.port } : undefined;
}

/** The callee's port, unless the caller is let through to others alone. */
function openPort(caller: Workload, callee: ServiceFacts): number | undefined {
  const open = calledPorts(caller, callee).map(({ port }) => port);
  return open.find((port) => port === callee.port) ?? open[0];
}

/** Where the internet, or else the network of an internal load balancer, finds a service. */
export function publicAddress(
  ingresses: IngressesPart,
  { service }: ServiceFacts,
): { readonly scheme: "http" | "https"; readonly host: Value<string> } | undefined {
  const routed = service.routes.flatMap((route) => {
    const ingress = ingressOf(ingresses, route);
    return ingress === undefined ? [] : [{ ingress, host: route.hosts.find((name) => !/[*?]/.test(name)) }];
  });
  const open = routed.filter(({ ingress }) => ingress.settings.scheme !== "internal");
  const reachable = open.length > 0 ? open : routed;
  const { ingress, host: routeHost } = reachable.find(({ host }) => host !== undefined) ?? reachable[0] ?? {};
  if (ingress === undefined) return undefined;
  const { domains } = ingress.settings;
  const host = routeHost ?? domains.find(({ name }) => !name.startsWith("*"))?.name ?? ingress.dnsName;
  return host === undefined ? undefined : { scheme: ingress.https ? "https" : "http", host };
}

function lookUpResource(data: DataPart, name: string, attribute: string): Value<string> | Problem {
  const handle = data.handles.get(name);
  if (handle === undefined) return unknown("resource", name, [...data.handles.keys()]);
  const offered = readable.filter((key) => handle[key] !== undefined);
  const asked = offered.find((key) => key === attribute);
  const value = asked && handle[asked];
  if (value !== undefined) return value;
  return {
    problem: `asks a ${handle.type} resource for what it does not have`,
    hint: offered.length === 0 ? `add ${attribute} to the import of ${name}` : `it has ${offered.join(", ")}`,
  };
}

const readable = ["name", "arn", "host", "port", "database", "url"] as const;

function unknown(what: string, name: string, names: readonly string[]): Problem {
  const suggestion = suggest(name, names);
  return {
    problem: `names a ${what} that does not exist`,
    hint:
      suggestion === undefined
        ? `the ${what}s are ${names.join(", ") || "none"}`
        : `did you mean "${suggestion}"?`,
  };
}
