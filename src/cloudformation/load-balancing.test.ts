import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type {
  Listener,
  ListenerAction,
  ListenerRule,
  LoadBalancer,
} from "../plan/resources/load-balancing.js";
import type { Json } from "./template.js";

const listener: Listener = {
  ...{ id: "listener", kind: "Listener", origin: "ingress", loadBalancer: "lb", port: 80, protocol: "HTTP" },
  defaultAction: { type: "redirect-to-https" },
};
const rule: ListenerRule = {
  ...{
    id: "rule",
    kind: "ListenerRule",
    origin: "services.api",
    listener: "l",
    priority: 7,
    hosts: [],
    paths: [],
  },
  action: { type: "forward", targetGroup: "tg" },
};
const loadBalancer: LoadBalancer = {
  ...{ id: "balancer", kind: "LoadBalancer", origin: "ingress", name: "shop", scheme: "internal" },
  ...{ subnets: ["subnet-1"], securityGroups: ["sg-1"], idleTimeoutSeconds: 120, deletionProtection: false },
  ...{ dropInvalidHeaderFields: true, desyncMitigationMode: "strictest" },
};

describe("a listener", () => {
  it.each<[action: ListenerAction, rendered: Json]>([
    [
      { type: "forward", targetGroup: "tg" },
      { Type: "forward", TargetGroupArn: "tg" },
    ],
    [
      { type: "redirect-to-https" },
      {
        Type: "redirect",
        RedirectConfig: {
          ...{ Protocol: "HTTPS", Host: "#{host}", Port: "443", Path: "/#{path}", Query: "#{query}" },
          StatusCode: "HTTP_301",
        },
      },
    ],
    [
      { type: "fixed-response", statusCode: 404, contentType: "text/plain", body: "none" },
      {
        Type: "fixed-response",
        FixedResponseConfig: { StatusCode: "404", ContentType: "text/plain", MessageBody: "none" },
      },
    ],
  ])("renders the action %o", (defaultAction, rendered) => {
    expect(renderWith({ ...listener, defaultAction }).Properties).toEqual({
      ...{ LoadBalancerArn: "lb", Port: 80, Protocol: "HTTP" },
      DefaultActions: [rendered],
    });
  });

  it("has a policy and a certificate where it has TLS", () => {
    const tls = { policy: "ELBSecurityPolicy-TLS13-1-2-2021-06", certificate: "arn:c" };
    expect(renderWith({ ...listener, tls }).Properties).toMatchObject({
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      Certificates: [{ CertificateArn: "arn:c" }],
    });
  });
});

describe("a listener rule", () => {
  const host = { Field: "host-header", HostHeaderConfig: { Values: ["a.example.com"] } };
  const path = { Field: "path-pattern", PathPatternConfig: { Values: ["/a", "/a/*"] } };

  it.each([
    [["a.example.com"], [], [host]],
    [[], ["/a", "/a/*"], [path]],
    [["a.example.com"], ["/a", "/a/*"], [host, path]],
  ])("matches hosts %o and paths %o", (hosts, paths, conditions) => {
    expect(renderWith({ ...rule, hosts, paths }).Properties).toEqual({
      ...{ ListenerArn: "l", Priority: 7, Actions: [{ Type: "forward", TargetGroupArn: "tg" }] },
      Conditions: conditions,
    });
  });
});

describe("a load balancer", () => {
  const attributes = [
    { Key: "idle_timeout.timeout_seconds", Value: "120" },
    { Key: "deletion_protection.enabled", Value: "false" },
    { Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true" },
    { Key: "routing.http.desync_mitigation_mode", Value: "strictest" },
  ];

  it("has its settings as attributes, which are texts", () => {
    expect(renderWith(loadBalancer).Properties?.["LoadBalancerAttributes"]).toEqual(attributes);
  });

  it("writes its access logs where it is told", () => {
    const accessLogs = { bucket: "logs", prefix: "shop" };
    expect(renderWith({ ...loadBalancer, accessLogs }).Properties?.["LoadBalancerAttributes"]).toEqual([
      ...attributes,
      { Key: "access_logs.s3.enabled", Value: "true" },
      { Key: "access_logs.s3.bucket", Value: "logs" },
      { Key: "access_logs.s3.prefix", Value: "shop" },
    ]);
  });
});
