import type { IngressImport, IngressSettings, Route } from "../manifest/index.js";
import { planLogs } from "./access-logs.js";
import { external, type ResolveContext } from "./context.js";
import { checkRegion, planAliases, planCertificates, planExtraCertificates } from "./ingress-certificates.js";
import { decideHttp, type IngressListener, planListeners } from "./ingress-listeners.js";
import { ingressId, ingressKeyOf } from "./ingress-names.js";
import { planIngressRules } from "./ingress-rules.js";
import { ingressParameters, planIngressGroup } from "./ingress-security.js";
import type { AllocatedRule } from "./listener-rules.js";
import { planLoadBalancer } from "./load-balancer.js";
import type { NetworkPart } from "./network.js";
import type { Parameter } from "./plan.js";
import { type Resource, referTo } from "./resource.js";
import type { LoadBalancer } from "./resources/load-balancing.js";
import type { FactsByName } from "./service/facts.js";
import type { Value } from "./value.js";

export interface IngressPart {
  readonly settings: IngressSettings;
  readonly resources: readonly Resource[];
  readonly securityGroup: Value<string>;
  /** False for a group of another owner, which gets no rules from here. */
  readonly ownsSecurityGroup: boolean;
  /** Listeners that carry the routes: HTTPS where there is a certificate, and HTTP where it is served. */
  readonly listeners: readonly IngressListener[];
  /** `app/<name>/<id>`, as metrics name the load balancer. */
  readonly fullName: Value<string>;
  /** Address of the load balancer itself; absent when it is imported without one. */
  readonly dnsName?: Value<string>;
  readonly loadBalancer?: LoadBalancer;
  readonly https: boolean;
}

/** The load balancers that routes lead through, by name; the only one has the empty name. */
export interface IngressesPart {
  readonly byName: ReadonlyMap<string, IngressPart>;
  /** Of the manifest, with those that are not made. */
  readonly settings: readonly IngressSettings[];
  readonly parameters: readonly { readonly ownerId: string; readonly parameter: Parameter }[];
}

export function planIngresses(
  context: ResolveContext,
  network: NetworkPart,
  services: FactsByName,
  rules: readonly AllocatedRule[],
): IngressesPart {
  const { ingresses: all } = context.manifest;
  const used = all.filter((settings) => isUsed(context, settings, rules));
  const parts = used.map((settings) => {
    const own = rules.filter(({ ingress }) => ingress === (settings.name ?? ""));
    return settings.import === undefined
      ? createIngress(context, network, settings, own, services)
      : importIngress(context, settings, settings.import, own);
  });
  const parameters = ingressParameters(used).map((parameter) => ({ ownerId: "platform/", parameter }));
  const byName = new Map(parts.map((part) => [part.settings.name ?? "", part]));
  return { byName, settings: all, parameters };
}

/** Undefined for a route that names no load balancer of the manifest. */
export function ingressOf(
  { byName, settings }: Pick<IngressesPart, "byName" | "settings">,
  route: Pick<Route, "ingress">,
): IngressPart | undefined {
  const key = ingressKeyOf(settings, route);
  return key === undefined ? undefined : byName.get(key);
}

function isUsed(
  context: ResolveContext,
  settings: IngressSettings,
  rules: readonly AllocatedRule[],
): boolean {
  if (rules.some(({ ingress }) => ingress === (settings.name ?? ""))) return true;
  if (settings.name !== undefined) {
    context.report({
      code: "unknown-ingress",
      severity: "warning",
      path: settings.origin,
      message: `no route leads through the load balancer "${settings.name}", so it is not made`,
      hint: `write route: { ingress: ${settings.name}, ... } in a service, or remove it`,
    });
  }
  return false;
}

function importIngress(
  context: ResolveContext,
  settings: IngressSettings,
  imported: IngressImport,
  rules: readonly AllocatedRule[],
): IngressPart {
  const listener = external(imported.listener);
  checkRegion(context, `${settings.origin}.import.listener`, "listener", imported.listener);
  const listeners = [{ name: "shared", arn: listener }] as const;
  return {
    settings,
    resources: planIngressRules(context, settings, listeners, rules),
    securityGroup: external(imported.securityGroup),
    ownsSecurityGroup: false,
    listeners,
    fullName: imported.loadBalancer === undefined ? fullNameOf(listener) : external(imported.loadBalancer),
    ...(imported.dnsName && { dnsName: external(imported.dnsName) }),
    // A listener that teams share is an HTTPS one.
    https: true,
  };
}

/** `arn:...:listener/app/<name>/<id>/<listener>` holds the full name `app/<name>/<id>` of its load balancer. */
function fullNameOf(listenerArn: Value<string>): Value<string> {
  if (typeof listenerArn === "string") return listenerArn.split("/").slice(1, 4).join("/");
  const part = (select: number): Value<string> => ({ select, from: { split: listenerArn, by: "/" } });
  return { join: ["app/", part(2), "/", part(3)] };
}

function createIngress(
  context: ResolveContext,
  network: NetworkPart,
  settings: IngressSettings,
  rules: readonly AllocatedRule[],
  services: FactsByName,
): IngressPart {
  const https = settings.domains.length > 0;
  const http = decideHttp(settings);
  if (!https && http !== "serve") reportMissingCertificate(context, settings, http);
  const logsIn = rules.some(({ needsLogin }) => needsLogin);
  const ports = { http: http !== "off", https, logsIn };
  const securityGroup = planIngressGroup(context, network, settings, ports);
  const logs = planLogs(context, settings);
  const loadBalancer = planLoadBalancer(context, network, settings, securityGroup, logs);
  reportSameName(context, settings, services);
  const certificates = planCertificates(context, settings);
  const listeners = planListeners(context, settings, loadBalancer, certificates);
  const routed = listeners
    .filter((listener) => listener.defaultAction.type !== "redirect-to-https")
    .map(({ id, kind, protocol }): IngressListener => {
      return { name: protocol === "HTTPS" ? "https" : "http", arn: referTo({ id, kind }, "arn") };
    });
  return {
    settings,
    resources: [
      securityGroup,
      loadBalancer,
      ...logs.resources,
      ...certificates.resources,
      ...listeners,
      ...planExtraCertificates(settings, certificates, listeners),
      ...planAliases(settings, loadBalancer),
      ...planFirewall(context, settings, loadBalancer),
      ...planIngressRules(context, settings, routed, rules),
    ],
    securityGroup: referTo(securityGroup, "id"),
    ownsSecurityGroup: true,
    listeners: routed,
    fullName: referTo(loadBalancer, "fullName"),
    dnsName: referTo(loadBalancer, "dnsName"),
    loadBalancer,
    https,
  };
}

function planFirewall(
  context: ResolveContext,
  { origin, waf, ...settings }: IngressSettings,
  loadBalancer: LoadBalancer,
): readonly Resource[] {
  if (waf === undefined) return [];
  checkRegion(context, `${origin}.waf`, "web ACL", waf);
  return [
    {
      id: ingressId(settings, "web-acl"),
      kind: "WebAclAssociation",
      origin: `${origin}.waf`,
      loadBalancer: referTo(loadBalancer, "arn"),
      webAcl: external(waf),
    },
  ];
}

function reportMissingCertificate(
  context: ResolveContext,
  { origin }: IngressSettings,
  http: "redirect" | "off",
): void {
  context.report({
    code: "needs-certificate",
    severity: "error",
    path: `${origin}.http`,
    message: `${origin}.http: ${http} leaves no way in, because there is no HTTPS listener`,
    reason: "HTTPS needs a certificate, and a certificate needs a domain name",
    hint: `add ${origin}.domains, or set ${origin}.http to serve`,
  });
}

/** A network service has a load balancer of its own name. */
function reportSameName(
  context: ResolveContext,
  { name, origin }: IngressSettings,
  services: FactsByName,
): void {
  if (name === undefined || services.get(name)?.kind !== "network") return;
  context.report({
    code: "name-collision",
    severity: "error",
    path: origin,
    message: `${origin} and services.${name} would both make a load balancer ${context.prefix}-${name}`,
    hint: "rename one of them",
  });
}
