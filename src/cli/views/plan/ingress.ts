import type { ResourceOf } from "../../../plan/index.js";
import { field } from "../fields.js";
import type { Catalogue } from "./catalogue.js";
import { describePeer } from "./connections.js";
import { fieldSection, type Section } from "./section.js";
import { describeValue } from "./value.js";

export function describeIngress(catalogue: Catalogue): readonly Section[] {
  return catalogue.of("LoadBalancer").flatMap((loadBalancer) => {
    const groups = loadBalancer.securityGroups.flatMap(
      (value) => catalogue.get(describeValue(value), "SecurityGroup") ?? [],
    );
    const sources = groups.flatMap((group) => group.ingress.map((rule) => describePeer(rule.peer)));
    const listeners = catalogue
      .of("Listener")
      .filter((listener) => describeValue(listener.loadBalancer) === loadBalancer.id);
    const requested = catalogue
      .of("Certificate")
      .map((certificate) => `${certificate.domainName} (requested)`);
    return fieldSection("Ingress", `${loadBalancer.name}, ${loadBalancer.scheme}`, [
      ...field("listeners", ...listeners.map(describeListener)),
      ...field("sources", [...new Set(sources)].join(", ")),
      ...field("certificates", ...requested, ...givenCertificates(catalogue)),
      ...field(
        "DNS names",
        catalogue
          .of("DnsAlias")
          .map((alias) => alias.name)
          .join(", "),
      ),
      ...field("access logs", describeAccessLogs(catalogue, loadBalancer)),
      ...field("idle timeout", describeIdleTimeout(loadBalancer)),
      ...field("protection", loadBalancer.deletionProtection ? "cannot be deleted by mistake" : undefined),
    ]);
  });
}

function describeIdleTimeout({ settings }: ResourceOf<"LoadBalancer">): string | undefined {
  return settings.type === "application" ? `${settings.idleTimeoutSeconds} s` : undefined;
}

function describeListener({ port, protocol, tls, defaultAction }: ResourceOf<"Listener">): string {
  const otherwise =
    defaultAction.type === "redirect-to-https"
      ? "redirects to HTTPS"
      : defaultAction.type === "fixed-response"
        ? `answers ${defaultAction.statusCode} where no route fits`
        : `forwards to ${describeValue(defaultAction.targetGroup)} where no route fits`;
  return `${protocol} ${port}${tls === undefined ? "" : `, ${tls.policy}`}, ${otherwise}`;
}

/** Certificates that the plan does not make. */
function givenCertificates(catalogue: Catalogue): readonly string[] {
  const used = [
    ...catalogue.of("Listener").flatMap(({ tls }) => (tls === undefined ? [] : [tls.certificate])),
    ...catalogue.of("ListenerCertificate").map(({ certificate }) => certificate),
  ];
  return used.map(describeValue).filter((name) => catalogue.get(name, "Certificate") === undefined);
}

function describeAccessLogs(catalogue: Catalogue, loadBalancer: ResourceOf<"LoadBalancer">): string {
  if (loadBalancer.accessLogs === undefined) return "none";
  const bucketId = describeValue(loadBalancer.accessLogs.bucket);
  const bucket = catalogue.get(bucketId, "Bucket");
  const kept = bucket?.expireDays === undefined ? "" : `, kept for ${bucket.expireDays} days`;
  return `bucket ${bucketId}${kept}`;
}
