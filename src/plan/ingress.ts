import type { Domain, IngressImport } from "../manifest/index.js";
import { planAccessLogs } from "./access-logs.js";
import { external, type ResolveContext } from "./context.js";
import { nameLimits, shorten } from "./names.js";
import type { NetworkPart } from "./network.js";
import { type Resource, referTo } from "./resource.js";
import type { Certificate, Listener, LoadBalancer } from "./resources/load-balancing.js";
import type { InlineRule, SecurityGroup } from "./resources/network.js";
import type { Value } from "./value.js";

export interface IngressPart {
  readonly resources: readonly Resource[];
  readonly securityGroup: Value<string>;
  /** False for a group of another owner, which gets no rules from here. */
  readonly ownsSecurityGroup: boolean;
  /** Listeners that carry the routes: HTTPS where there is a certificate, and HTTP where it is served. */
  readonly listeners: readonly { readonly name: string; readonly arn: Value<string> }[];
  /** `app/<name>/<id>`, as metrics name the load balancer. */
  readonly fullName: Value<string>;
  /** Address of the load balancer itself; absent when it is imported without one. */
  readonly dnsName?: Value<string>;
  readonly loadBalancer?: LoadBalancer;
  readonly https: boolean;
  readonly domains: readonly Domain[];
}

const tlsPolicyDefault = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

export function planIngress(context: ResolveContext, network: NetworkPart): IngressPart {
  const imported = context.manifest.ingress.import;
  return imported === undefined ? createIngress(context, network) : importIngress(context, imported);
}

function importIngress(context: ResolveContext, imported: IngressImport): IngressPart {
  const listener = external(imported.listener);
  return {
    resources: [],
    securityGroup: external(imported.securityGroup),
    ownsSecurityGroup: false,
    listeners: [{ name: "shared", arn: listener }],
    fullName: imported.loadBalancer === undefined ? fullNameOf(listener) : external(imported.loadBalancer),
    ...(imported.dnsName && { dnsName: external(imported.dnsName) }),
    // A listener that teams share is an HTTPS one.
    https: true,
    domains: context.manifest.ingress.domains,
  };
}

/** `arn:...:listener/app/<name>/<id>/<listener>` holds the full name `app/<name>/<id>` of its load balancer. */
function fullNameOf(listenerArn: Value<string>): Value<string> {
  const part = (select: number): Value<string> => ({ select, from: { split: listenerArn, by: "/" } });
  return { join: ["app/", part(2), "/", part(3)] };
}

function createIngress(context: ResolveContext, network: NetworkPart): IngressPart {
  const settings = context.manifest.ingress;
  const scheme = settings.scheme ?? "public";
  const https = settings.domains.length > 0;
  const http = settings.http ?? (https ? "redirect" : "serve");
  if (!https && http !== "serve") reportMissingCertificate(context, http);
  const group = network.groups.get(scheme === "public" ? "public" : network.taskGroup);
  if (group === undefined) {
    context.report({
      code: "missing-network",
      severity: "error",
      path: "network.import",
      message: `a ${scheme} load balancer needs ${scheme === "public" ? "public" : "private"} subnets, and the imported network names none`,
      hint: `add network.import.${scheme === "public" ? "public" : "private"}Subnets, or import a load balancer with ingress.import`,
    });
  }
  const securityGroup = planSecurityGroup(context, network, https, http !== "off");
  const logs = (settings.accessLogs ?? context.defaults.accessLogs) ? planAccessLogs(context) : undefined;
  const loadBalancer: LoadBalancer = {
    id: "platform/load-balancer",
    kind: "LoadBalancer",
    origin: "ingress",
    // AWS refuses an internet-facing load balancer in a VPC that has no way to the internet yet.
    dependsOn: [...network.routes, ...(logs ? [logs.policyId] : [])],
    name: shorten(
      scheme === "public" ? context.prefix : `${context.prefix}-internal`,
      nameLimits["load balancer"],
    ),
    scheme: scheme === "public" ? "internet-facing" : "internal",
    subnets: group?.subnets ?? [],
    securityGroups: [referTo(securityGroup, "id")],
    deletionProtection: settings.deletionProtection ?? context.defaults.deletionProtection,
    settings: {
      type: "application",
      idleTimeoutSeconds: settings.idleTimeoutSeconds ?? 60,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
    },
    ...(logs && { accessLogs: { bucket: logs.bucketName, prefix: logs.prefix } }),
    tags: context.tags(),
  };
  const certificates = planCertificates(context, settings.domains);
  const listeners = planListeners(context, loadBalancer, certificates, http);
  return {
    resources: [
      securityGroup,
      loadBalancer,
      ...(logs?.resources ?? []),
      ...certificates.resources,
      ...listeners,
      ...planExtraCertificates(certificates.arns.slice(1), listeners),
      ...planAliases(settings.domains, loadBalancer),
    ],
    securityGroup: referTo(securityGroup, "id"),
    ownsSecurityGroup: true,
    listeners: listeners
      .filter((listener) => listener.defaultAction.type !== "redirect-to-https")
      .map((listener) => ({ name: listener.protocol.toLowerCase(), arn: referTo(listener, "arn") })),
    fullName: referTo(loadBalancer, "fullName"),
    dnsName: referTo(loadBalancer, "dnsName"),
    loadBalancer,
    https,
    domains: settings.domains,
  };
}

function reportMissingCertificate(context: ResolveContext, http: "redirect" | "off"): void {
  context.report({
    code: "needs-certificate",
    severity: "error",
    path: "ingress.http",
    message: `ingress.http: ${http} leaves no way in, because there is no HTTPS listener`,
    reason: "HTTPS needs a certificate, and a certificate needs a domain name",
    hint: "add ingress.domains, or set ingress.http to serve",
  });
}

function planSecurityGroup(
  context: ResolveContext,
  network: NetworkPart,
  https: boolean,
  http: boolean,
): SecurityGroup {
  const sources = context.manifest.ingress.sources ?? ["0.0.0.0/0"];
  const ports = [...(http ? [80] : []), ...(https ? [443] : [])];
  const ingress = sources.flatMap((source) =>
    ports.map(
      (port): InlineRule => ({
        peer: source.startsWith("pl-")
          ? { prefixList: source }
          : source.includes(":")
            ? { cidrBlockIpv6: source }
            : { cidrBlock: source },
        traffic: { protocol: "tcp", fromPort: port, toPort: port },
        description: `${port === 443 ? "HTTPS" : "HTTP"} from ${source}`,
      }),
    ),
  );
  return {
    id: "platform/load-balancer-security-group",
    kind: "SecurityGroup",
    origin: "ingress",
    vpc: network.vpcId,
    description: `Load balancer of ${context.prefix}`,
    ingress,
    egress: [],
    tags: context.tags({ name: `${context.prefix}-load-balancer` }),
  };
}

function planCertificates(
  context: ResolveContext,
  domains: readonly Domain[],
): { readonly resources: readonly Certificate[]; readonly arns: readonly Value<string>[] } {
  const resources: Certificate[] = [];
  const arns = domains.map((domain, index): Value<string> => {
    if (domain.certificate !== "request") return external(domain.certificate);
    const certificate: Certificate = {
      id: `platform/certificate/${idOfDomain(domain.name)}`,
      kind: "Certificate",
      origin: `ingress.domains[${index}]`,
      domainName: domain.name,
      hostedZone: domain.zone === undefined ? "" : external(domain.zone),
      tags: context.tags({ name: domain.name }),
    };
    resources.push(certificate);
    return referTo(certificate, "arn");
  });
  return { resources, arns };
}

function planListeners(
  context: ResolveContext,
  loadBalancer: LoadBalancer,
  certificates: { readonly arns: readonly Value<string>[] },
  http: "redirect" | "serve" | "off",
): readonly Listener[] {
  const notFound = {
    type: "fixed-response",
    statusCode: 404,
    contentType: "text/plain",
    body: "No service answers here.",
  } as const;
  const base = { kind: "Listener", origin: "ingress", loadBalancer: referTo(loadBalancer, "arn") } as const;
  const listeners: Listener[] = [];
  const [certificate] = certificates.arns;
  if (certificate !== undefined) {
    const tls = { policy: context.manifest.ingress.tlsPolicy ?? tlsPolicyDefault, certificate };
    const id = "platform/https-listener";
    listeners.push({
      ...base,
      id,
      port: 443,
      protocol: "HTTPS",
      tls,
      defaultAction: notFound,
      tags: context.tags(),
    });
  }
  if (http !== "off") {
    const defaultAction = http === "redirect" ? ({ type: "redirect-to-https" } as const) : notFound;
    const id = "platform/http-listener";
    listeners.push({ ...base, id, port: 80, protocol: "HTTP", defaultAction, tags: context.tags() });
  }
  return listeners;
}

function planExtraCertificates(
  arns: readonly Value<string>[],
  listeners: readonly Listener[],
): readonly Resource[] {
  const https = listeners.find((listener) => listener.protocol === "HTTPS");
  if (https === undefined) return [];
  return arns.map((certificate, index) => ({
    id: `platform/https-listener-certificate-${index + 2}`,
    kind: "ListenerCertificate",
    origin: `ingress.domains[${index + 1}]`,
    listener: referTo(https, "arn"),
    certificate,
  }));
}

function planAliases(domains: readonly Domain[], loadBalancer: LoadBalancer): readonly Resource[] {
  return domains.flatMap((domain, index): Resource[] => {
    if (domain.zone === undefined) return [];
    return [
      {
        id: `platform/dns-alias/${idOfDomain(domain.name)}`,
        kind: "DnsAlias",
        origin: `ingress.domains[${index}]`,
        name: domain.name,
        hostedZone: external(domain.zone),
        target: {
          dnsName: referTo(loadBalancer, "dnsName"),
          hostedZone: referTo(loadBalancer, "hostedZoneId"),
        },
      },
    ];
  });
}

function idOfDomain(name: string): string {
  return name.replace("*", "wildcard").replaceAll(".", "-");
}
