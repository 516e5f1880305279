import type { Answer, IngressSettings } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import type { CertificatesPart } from "./ingress-certificates.js";
import { ingressId } from "./ingress-names.js";
import { referTo } from "./resource.js";
import type { Listener, ListenerAction, LoadBalancer } from "./resources/load-balancing.js";
import type { Value } from "./value.js";

export interface IngressListener {
  readonly name: "https" | "http" | "shared";
  readonly arn: Value<string>;
}

export const tlsPolicyDefault = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

/** What port 80 does. Behind CloudFront, which redirects by itself, it is closed. */
export function decideHttp({ http, cdn, domains }: IngressSettings): "redirect" | "serve" | "off" {
  if (http !== undefined) return http;
  if (domains.length === 0) return "serve";
  return cdn === undefined ? "redirect" : "off";
}

export function planListeners(
  context: ResolveContext,
  settings: IngressSettings,
  loadBalancer: LoadBalancer,
  { used }: CertificatesPart,
): readonly Listener[] {
  const http = context.decide(
    `${settings.origin}.http`,
    settings.http,
    decideHttp(settings),
    "redirect where there is a domain, serve where there is none, off behind CloudFront",
  );
  const otherwise = settings.default === undefined ? notFound : answerAction(settings.default);
  const base = {
    kind: "Listener",
    origin: settings.origin,
    loadBalancer: referTo(loadBalancer, "arn"),
  } as const;
  const listeners: Listener[] = [];
  const [own] = used;
  if (own !== undefined) {
    const policy = context.decide(
      `${settings.origin}.tlsPolicy`,
      settings.tlsPolicy,
      tlsPolicyDefault,
      "TLS 1.2 and 1.3 with the ciphers that AWS advises",
    );
    const tls = { policy, certificate: own.arn };
    const id = ingressId(settings, "https-listener");
    listeners.push({
      ...base,
      id,
      port: 443,
      protocol: "HTTPS",
      tls,
      defaultAction: otherwise,
      tags: context.tags(),
    });
  }
  if (http !== "off") {
    const defaultAction = http === "redirect" ? ({ type: "redirect-to-https" } as const) : otherwise;
    const id = ingressId(settings, "http-listener");
    listeners.push({ ...base, id, port: 80, protocol: "HTTP", defaultAction, tags: context.tags() });
  }
  return listeners;
}

const notFound: ListenerAction = {
  type: "fixed-response",
  statusCode: 404,
  contentType: "text/plain",
  body: "No service answers here.",
};

export function answerAction(answer: Answer): ListenerAction {
  if (answer.type === "fixed") {
    return {
      type: "fixed-response",
      statusCode: answer.status,
      contentType: answer.contentType ?? "text/plain",
      ...(answer.body !== undefined && { body: answer.body }),
    };
  }
  const { status, ...target } = answer;
  return { ...target, type: "redirect", statusCode: status };
}
