import { appendPath } from "../../diagnostics/index.js";
import type { Domain, IngressImport, IngressSettings } from "../manifest.js";
import { externalShapes } from "../schema/external.js";
import type { WrittenDomain, WrittenIngress, WrittenIngressImport } from "../written.generated.js";
import { cidr } from "./cidr.js";
import { seconds } from "./duration.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

export function ingress(reading: Reading, written: WrittenIngress = {}): IngressSettings {
  return present({
    scheme: written.scheme,
    domains: domains(reading, written.domains ?? [], written.import !== undefined),
    http: written.http,
    sources: ifWritten(written.sources, (sources) => sourcesOf(reading, sources)),
    tlsPolicy: written.tlsPolicy,
    accessLogs: written.accessLogs,
    idleTimeoutSeconds: seconds(reading, "ingress.idleTimeout", written.idleTimeout, 1, 4000),
    deletionProtection: written.deletionProtection,
    import: ifWritten(written.import, (imported) => ingressImport(reading, imported)),
  });
}

/** The certificates of an imported listener are its owner's: names of it need no zone. */
function domains(reading: Reading, written: readonly WrittenDomain[], isImported: boolean): Domain[] {
  return written.flatMap((each, index) => {
    const path = appendPath("ingress.domains", index);
    const read = domain(reading, path, each, isImported);
    if (read === undefined) return [];
    const earlier = written.slice(0, index).some((other) => nameOf(other) === read.name);
    if (earlier) reading.fail("invalid-value", path, `the domain ${read.name} is listed twice`);
    return [read];
  });
}

function domain(
  reading: Reading,
  path: string,
  written: WrittenDomain,
  isImported: boolean,
): Domain | undefined {
  const { zone, certificate = "request" } = typeof written === "string" ? {} : written;
  const name = nameOf(written);
  const owned = maybeExternal(reading, `${path}.zone`, zone, "zone");
  if (certificate !== "request") {
    const kept = external(reading, `${path}.certificate`, certificate, "certificate");
    return kept === undefined ? undefined : present({ name, zone: owned, certificate: kept });
  }
  if (zone !== undefined || isImported)
    return present({ name, zone: owned, certificate: "request" as const });
  return reading.fail(
    "needs-certificate",
    path,
    `a certificate for ${name} cannot be requested without its zone`,
    {
      reason: "ACM validates the name by a record in its Route 53 zone",
      hint: `write { name: ${name}, zone: Z... }, or give the certificate: { name: ${name}, certificate: arn:... }`,
    },
  );
}

function nameOf(written: WrittenDomain): string {
  return typeof written === "string" ? written : written.name;
}

function sourcesOf(reading: Reading, written: readonly string[]): string[] {
  const prefixList = externalShapes.prefixList.literal;
  return written.flatMap((source, index) =>
    prefixList.test(source) ? source : (cidr(reading, appendPath("ingress.sources", index), source) ?? []),
  );
}

function ingressImport(reading: Reading, written: WrittenIngressImport): IngressImport | undefined {
  const at = "ingress.import";
  const listener = external(reading, `${at}.listener`, written.listener, "listener");
  const securityGroup = external(reading, `${at}.securityGroup`, written.securityGroup, "securityGroup");
  const others = present({
    loadBalancer: maybeExternal(reading, `${at}.loadBalancer`, written.loadBalancer, "loadBalancer"),
    dnsName: maybeExternal(reading, `${at}.dnsName`, written.dnsName, "dnsName"),
  });
  if (listener === undefined || securityGroup === undefined) return undefined;
  return { listener, securityGroup, ...others };
}
