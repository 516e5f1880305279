import { suggest } from "../../diagnostics/index.js";
import type { EnvironmentValue, Text } from "../../manifest/index.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import type { IngressPart } from "../ingress.js";
import { parameterName } from "../names.js";
import { accountId, join, type Value } from "../value.js";
import type { FactsByName, ServiceFacts } from "./facts.js";

/** What `${services...}` and `${resources...}` may stand for. */
export interface Surroundings {
  readonly cluster: ClusterPart;
  /** Absent when no service has a route. */
  readonly ingress?: IngressPart;
  readonly data: DataPart;
  readonly services: FactsByName;
}

export function planEnvironmentValue(
  context: ResolveContext,
  around: Surroundings,
  facts: ServiceFacts,
  path: string,
  value: EnvironmentValue,
): Value<string> {
  if (typeof value === "object" && "from" in value) return { import: { ssm: value.path } };
  return planText(context, around, facts, path, value);
}

export function planText(
  context: ResolveContext,
  around: Surroundings,
  facts: ServiceFacts,
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
  facts: ServiceFacts,
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
  return area === "services"
    ? lookUpService(around, facts, name, attribute)
    : lookUpResource(around.data, name, attribute);
}

function lookUpService(
  around: Surroundings,
  caller: ServiceFacts,
  name: string,
  attribute: string,
): Value<string> | Problem {
  const callee = around.services.get(name);
  if (callee === undefined) return unknown("service", name, [...around.services.keys()]);
  if (attribute === "name") return name;
  // The private name where the caller is let in, the public one otherwise.
  if (caller.callees.includes(name) && callee.discoverable && around.cluster.namespace) {
    const host = `${name}.${around.cluster.namespace.name}`;
    const scheme = callee.kind === "network" ? "tcp" : "http";
    return attribute === "host" ? host : `${scheme}://${host}:${callee.port}`;
  }
  const url = publicAddress(around.ingress, callee);
  if (url === undefined) {
    return {
      problem: `has no address that ${caller.origin} can reach`,
      hint: `add connects: [${name}] to ${caller.origin}`,
    };
  }
  return attribute === "host" ? url.host : join(`${url.scheme}://`, url.host);
}

/** Where the internet, or the imported load balancer's network, finds a service. */
export function publicAddress(
  ingress: IngressPart | undefined,
  facts: ServiceFacts,
): { readonly scheme: "http" | "https"; readonly host: Value<string> } | undefined {
  if (ingress === undefined || facts.service.routes.length === 0) return undefined;
  const scheme = ingress.https ? "https" : "http";
  const routeHost = facts.service.routes.flatMap((route) => route.hosts).find((host) => !/[*?]/.test(host));
  const host =
    routeHost ?? ingress.domains.find((domain) => !domain.name.startsWith("*"))?.name ?? ingress.dnsName;
  return host === undefined ? undefined : { scheme, host };
}

function lookUpResource(data: DataPart, name: string, attribute: string): Value<string> | Problem {
  const handle = data.handles.get(name);
  if (handle === undefined) return unknown("resource", name, [...data.handles.keys()]);
  const value = attribute === "name" ? handle.name : attribute === "arn" ? handle.arn : handle.host;
  if (value !== undefined) return value;
  const offered = (["name", "arn", "host"] as const).filter((key) => handle[key] !== undefined);
  return {
    problem: `asks a ${handle.type} resource for what it does not have`,
    hint: offered.length === 0 ? `add ${attribute} to the import of ${name}` : `it has ${offered.join(", ")}`,
  };
}

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
