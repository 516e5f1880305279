import { appendPath } from "../diagnostics/index.js";
import type { Domain, External, IngressSettings } from "../manifest/index.js";
import { external, type ResolveContext } from "./context.js";
import { ingressId } from "./ingress-names.js";
import { type Resource, referTo } from "./resource.js";
import type { Certificate, Listener, LoadBalancer } from "./resources/load-balancing.js";
import type { Value } from "./value.js";

export interface CertificatesPart {
  readonly resources: readonly Certificate[];
  /** The first is the listener's own; the others are chosen by the name that a client asks for. */
  readonly used: readonly { readonly arn: Value<string>; readonly origin: string }[];
}

/** https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
const namesPerCertificate = 10;
/** Beside the default one. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const extraCertificates = 25;

export function planCertificates(context: ResolveContext, settings: IngressSettings): CertificatesPart {
  const resources: Certificate[] = [];
  const used = settings.domains.flatMap((domain, index) => {
    const origin = appendPath(`${settings.origin}.domains`, index);
    if (domain.certificate !== "request") {
      checkRegion(context, `${origin}.certificate`, "certificate", domain.certificate);
      return [{ arn: external(domain.certificate), origin }];
    }
    const requested = requestCertificates(context, settings, domain, origin);
    resources.push(...requested);
    return requested.map((certificate) => ({ arn: referTo(certificate, "arn"), origin }));
  });
  if (used.length - 1 > extraCertificates) reportTooMany(context, settings, used.length);
  return { resources, used };
}

/** ACM puts ten names in a certificate; what is more goes into the next. */
function requestCertificates(
  context: ResolveContext,
  settings: IngressSettings,
  { name, also = [], zone }: Domain,
  origin: string,
): readonly Certificate[] {
  const names = [name, ...also];
  const certificates: Certificate[] = [];
  for (let start = 0; start < names.length; start += namesPerCertificate) {
    const [first = name, ...others] = names.slice(start, start + namesPerCertificate);
    certificates.push({
      id: ingressId(settings, `certificate/${idOfDomain(first)}`),
      kind: "Certificate",
      origin,
      domainName: first,
      ...(others.length > 0 && { alternativeNames: others }),
      ...(zone !== undefined && { hostedZone: external(zone) }),
      tags: context.tags({ name: first }),
    });
  }
  return certificates;
}

export function planExtraCertificates(
  settings: IngressSettings,
  { used }: CertificatesPart,
  listeners: readonly Listener[],
): readonly Resource[] {
  const https = listeners.find((listener) => listener.protocol === "HTTPS");
  if (https === undefined) return [];
  return used.slice(1).map(({ arn, origin }, index) => ({
    id: ingressId(settings, `https-listener-certificate-${index + 2}`),
    kind: "ListenerCertificate",
    origin,
    listener: referTo(https, "arn"),
    certificate: arn,
  }));
}

/** Records towards the load balancer in the zones that are known. */
export function planAliases(settings: IngressSettings, loadBalancer: LoadBalancer): readonly Resource[] {
  return settings.domains.flatMap(({ name, also = [], zone }, index): Resource[] => {
    if (zone === undefined) return [];
    const origin = appendPath(`${settings.origin}.domains`, index);
    return [name, ...also].flatMap((each) => aliasesOf(settings, loadBalancer, { name: each, zone, origin }));
  });
}

function aliasesOf(
  settings: IngressSettings,
  loadBalancer: LoadBalancer,
  { name, zone, origin }: { readonly name: string; readonly zone: External; readonly origin: string },
): readonly Resource[] {
  const alias = {
    kind: "DnsAlias",
    origin,
    name,
    hostedZone: external(zone),
    target: {
      dnsName: referTo(loadBalancer, "dnsName"),
      hostedZone: referTo(loadBalancer, "hostedZoneId"),
    },
  } as const;
  const id = ingressId(settings, `dns-alias/${idOfDomain(name)}`);
  const ipv4: Resource = { id, ...alias };
  return loadBalancer.ipAddressType === "dualstack"
    ? [ipv4, { id: `${id}-ipv6`, ...alias, recordType: "AAAA" }]
    : [ipv4];
}

/** Names whose zone another account owns, and which it must lead here. */
export function foreignNames({ domains }: IngressSettings): readonly string[] {
  return domains.flatMap(({ name, also = [], zone }) => (zone === undefined ? [name, ...also] : []));
}

/** A listener takes certificates of its own region, a load balancer web ACLs. */
export function checkRegion(context: ResolveContext, path: string, what: string, given: External): void {
  const { region } = context.manifest;
  if (given.from !== "literal" || region === undefined) return;
  const [, , , found = ""] = given.value.split(":");
  if (found === region) return;
  context.report({
    code: "other-region",
    severity: "error",
    path,
    message: `the ${what} is in ${found}, and the load balancer in ${region}`,
    reason: `a load balancer takes a ${what} of its own region alone`,
    hint: `give one of ${region}; where it differs by environment, set it under environments`,
  });
}

function reportTooMany(context: ResolveContext, { origin }: IngressSettings, count: number): void {
  context.report({
    code: "limit",
    severity: "error",
    path: `${origin}.domains`,
    message: `${origin} needs ${count} certificates: its listener's own and ${count - 1} more`,
    reason: `a listener takes ${extraCertificates} beside its own`,
    hint: `a certificate holds ${namesPerCertificate} names: write those of one zone as also: of one domain, or use a wildcard such as *.example.com`,
  });
}

function idOfDomain(name: string): string {
  return name.replace("*", "wildcard").replaceAll(".", "-");
}
