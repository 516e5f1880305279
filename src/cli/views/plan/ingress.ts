import type { ResourceOf } from "../../../plan/index.js";
import { field } from "../fields.js";
import type { Catalogue } from "./catalogue.js";
import { describePeer } from "./connections.js";
import { describeRule } from "./routes.js";
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
    const scope = loadBalancer.id.replace(/load-balancer$/, "");
    const requested = catalogue
      .of("Certificate")
      .filter(({ id }) => id.startsWith(`${scope}certificate/`))
      .map(({ domainName, alternativeNames = [] }) => {
        return `${[domainName, ...alternativeNames].join(", ")} (requested)`;
      });
    const answered = catalogue
      .of("ListenerRule")
      .filter(({ id, listener }) => {
        return id.startsWith(scope) && listeners.some((each) => each.id === describeValue(listener));
      })
      .map((rule) => `${describeRule(rule)}: ${describeAction(rule.action)}`);
    return fieldSection("Ingress", `${loadBalancer.name}, ${loadBalancer.scheme}`, [
      ...field("listeners", ...listeners.map(describeListener)),
      ...field("sources", [...new Set(sources)].join(", ")),
      ...field("answers itself", ...new Set(answered)),
      ...field("certificates", ...requested, ...givenCertificates(catalogue, listeners)),
      ...field(
        "DNS names",
        catalogue
          .of("DnsAlias")
          .filter(({ target }) => describeValue(target.dnsName) === loadBalancer.id)
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
      : `${describeAction(defaultAction)} where no route fits`;
  return `${protocol} ${port}${tls === undefined ? "" : `, ${tls.policy}`}, ${otherwise}`;
}

function describeAction(action: ResourceOf<"Listener">["defaultAction"]): string {
  switch (action.type) {
    case "fixed-response":
      return `answers ${action.statusCode}`;
    case "redirect-to-https":
      return "redirects to HTTPS";
    case "redirect":
      return `redirects to ${[action.protocol?.toLowerCase(), action.host, action.port, action.path].filter((part) => part !== undefined).join(" ")}`;
    case "forward":
      return `forwards to ${describeValue(action.targetGroup)}`;
    case "weighted-forward":
      return `forwards to ${action.targets.map(({ targetGroup, weight }) => `${describeValue(targetGroup)} (${weight})`).join(", ")}`;
  }
}

/** Certificates that the plan does not make. */
function givenCertificates(
  catalogue: Catalogue,
  listeners: readonly ResourceOf<"Listener">[],
): readonly string[] {
  const used = [
    ...listeners.flatMap(({ tls }) => (tls === undefined ? [] : [tls.certificate])),
    ...catalogue
      .of("ListenerCertificate")
      .filter(({ listener }) => listeners.some(({ id }) => id === describeValue(listener)))
      .map(({ certificate }) => certificate),
  ];
  return used.map(describeValue).filter((name) => catalogue.get(name, "Certificate") === undefined);
}

function describeAccessLogs(catalogue: Catalogue, loadBalancer: ResourceOf<"LoadBalancer">): string {
  if (loadBalancer.accessLogs === undefined) return "none";
  const bucketId = describeValue(loadBalancer.accessLogs.bucket);
  const bucket = catalogue.get(bucketId, "Bucket");
  const days = bucket?.lifecycle.find((rule) => rule.expireDays !== undefined)?.expireDays;
  const kept = days === undefined ? "" : `, kept for ${days} days`;
  return `bucket ${bucketId}${kept}`;
}
