import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type {
  Listener,
  ListenerAction,
  ListenerRule,
  LoadBalancer,
  TargetGroup,
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
  ...{ subnets: ["subnet-1"], securityGroups: ["sg-1"], deletionProtection: false },
  settings: {
    ...{ type: "application", idleTimeoutSeconds: 120, dropInvalidHeaderFields: true },
    desyncMitigationMode: "strictest",
  },
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

describe("a listener of a network load balancer", () => {
  it.each(["TCP", "UDP", "TLS"] as const)("of %s says so", (protocol) => {
    expect(renderWith({ ...listener, protocol }).Properties).toMatchObject({ Protocol: protocol });
  });
});

describe("a target group", () => {
  const counts = { intervalSeconds: 10, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 };
  const group: TargetGroup = {
    ...{ id: "group", kind: "TargetGroup", origin: "services.api", name: "api", vpc: "vpc-1" },
    ...{ protocol: "HTTP", port: 80, deregistrationDelaySeconds: 30, healthCheck: counts },
  };
  const common = {
    ...{ Name: "api", VpcId: "vpc-1", TargetType: "ip", HealthCheckEnabled: true },
    ...{ HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 5 },
    ...{ HealthyThresholdCount: 2, UnhealthyThresholdCount: 3 },
    TargetGroupAttributes: [{ Key: "deregistration_delay.timeout_seconds", Value: "30" }],
  };

  it("asks for a page over HTTP", () => {
    const http = { path: "/healthz", codes: "200-299" };
    expect(renderWith({ ...group, healthCheck: { ...counts, http } }).Properties).toEqual({
      ...{ ...common, Protocol: "HTTP", ProtocolVersion: "HTTP1", Port: 80 },
      ...{ HealthCheckProtocol: "HTTP", HealthCheckPath: "/healthz", Matcher: { HttpCode: "200-299" } },
    });
  });

  it("asks for a connection where there is no HTTP", () => {
    expect(renderWith({ ...group, protocol: "TCP", port: 1883 }).Properties).toEqual({
      ...{ ...common, Protocol: "TCP", Port: 1883, HealthCheckProtocol: "TCP" },
    });
  });

  it("asks another port where its own cannot answer", () => {
    const healthCheck = { ...counts, port: 1883 };
    expect(renderWith({ ...group, protocol: "UDP", port: 5683, healthCheck }).Properties).toEqual({
      ...{ ...common, Protocol: "UDP", Port: 5683, HealthCheckProtocol: "TCP", HealthCheckPort: "1883" },
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
    { Key: "deletion_protection.enabled", Value: "false" },
    { Key: "idle_timeout.timeout_seconds", Value: "120" },
    { Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true" },
    { Key: "routing.http.desync_mitigation_mode", Value: "strictest" },
  ];

  it("has its settings as attributes, which are texts", () => {
    expect(renderWith(loadBalancer).Properties).toEqual({
      ...{ Name: "shop", Type: "application", Scheme: "internal" },
      ...{ Subnets: ["subnet-1"], SecurityGroups: ["sg-1"], LoadBalancerAttributes: attributes },
    });
  });

  it.each([true, false])("of a network crosses zones: %s", (crossZone) => {
    expect(
      renderWith({ ...loadBalancer, settings: { type: "network", crossZone } }).Properties,
    ).toMatchObject({
      Type: "network",
      LoadBalancerAttributes: [
        { Key: "deletion_protection.enabled", Value: "false" },
        { Key: "load_balancing.cross_zone.enabled", Value: String(crossZone) },
      ],
    });
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
