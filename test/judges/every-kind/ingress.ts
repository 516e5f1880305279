import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";
import type {
  AuthenticateSession,
  ListenerRule,
  TargetGroup,
} from "../../../src/plan/resources/load-balancing.js";

const origin = "ingress.partners";
const vpc = { ref: "network/vpc", attribute: "id" };
const loadBalancer = { ref: "partners/load-balancer", attribute: "arn" };
const login: AuthenticateSession = {
  ...{ scope: "openid email", sessionSeconds: 3600, cookie: "partners-session", unauthenticated: "deny" },
};
const oidc = {
  type: "oidc",
  issuer: "https://login.example.com",
  clientId: "partners",
  authorizationEndpoint: "https://login.example.com/authorize",
  tokenEndpoint: "https://login.example.com/token",
  userInfoEndpoint: "https://login.example.com/userinfo",
} as const;

/** A load balancer with every setting, and rules with every condition and action. */
const resources: readonly Resource[] = [
  {
    id: "partners/load-balancer",
    kind: "LoadBalancer",
    origin,
    name: "shop-dev-partners",
    scheme: "internal",
    ipAddressType: "dualstack",
    subnets: ["a", "b"].map((zone) => ({ ref: `network/public-subnet-${zone}`, attribute: "id" })),
    securityGroups: ["sg-0a1b2c3d"],
    deletionProtection: false,
    settings: {
      ...{ type: "application", idleTimeoutSeconds: 30, dropInvalidHeaderFields: false },
      ...{ desyncMitigationMode: "strictest", http2: false, clientKeepAliveSeconds: 600 },
    },
    accessLogs: { bucket: "edge-logs" },
    connectionLogs: { bucket: "edge-logs", prefix: "connections" },
  },
  {
    id: "partners/web-acl",
    kind: "WebAclAssociation",
    origin,
    loadBalancer,
    webAcl: { import: { ssm: "/waf/partners" } },
  },
  {
    id: "partners/certificate",
    kind: "Certificate",
    origin,
    domainName: "partners.example.com",
    alternativeNames: ["a.partners.example.com", "b.partners.example.com"],
    hostedZone: "Z0123456789ABCDEFGHIJ",
  },
  { id: "partners/foreign-certificate", kind: "Certificate", origin, domainName: "partners.example.net" },
  {
    id: "partners/alias-ipv6",
    kind: "DnsAlias",
    origin,
    name: "partners.example.com",
    recordType: "AAAA",
    latencyRegion: "eu-west-1",
    hostedZone: "Z0123456789ABCDEFGHIJ",
    target: {
      dnsName: { ref: "partners/load-balancer", attribute: "dnsName" },
      hostedZone: { ref: "partners/load-balancer", attribute: "hostedZoneId" },
    },
  },
  {
    id: "partners/https",
    kind: "Listener",
    origin,
    loadBalancer,
    port: 443,
    protocol: "HTTPS",
    tls: {
      policy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
      certificate: { ref: "partners/certificate", attribute: "arn" },
    },
    defaultAction: {
      type: "redirect",
      statusCode: 302,
      protocol: "HTTP",
      host: "www.#{host}",
      port: 8080,
      path: "/new/#{path}",
      query: "from=#{host}",
    },
  },
  {
    id: "partners/https/extra",
    kind: "ListenerCertificate",
    origin,
    listener: { ref: "partners/https", attribute: "arn" },
    certificate: { ref: "partners/foreign-certificate", attribute: "arn" },
  },
  target("grpc", { protocolVersion: "GRPC", slowStartSeconds: 60 }),
  target("http2", { protocolVersion: "HTTP2", sticky: { type: "lb_cookie", seconds: 3600 } }),
  target("sticky", {
    ...{ sticky: { type: "app_cookie", cookie: "SESSION", seconds: 600 } },
    algorithm: "least_outstanding_requests",
  }),
  {
    ...{ id: "partners/target-tcp", kind: "TargetGroup", origin, name: "shop-dev-partners-tcp", vpc },
    ...{ protocol: "TCP", port: 1883, deregistrationDelaySeconds: 30, preserveClientIp: true },
    sticky: { type: "source_ip" },
    healthCheck: { intervalSeconds: 10, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 },
  },
  rule(1, {
    hosts: [],
    paths: [],
    headers: [
      { name: "X-Version", values: ["next"] },
      { name: "Accept", values: ["*json*"] },
    ],
    queries: [{ key: "preview", values: ["true", "1"] }],
    action: { type: "fixed-response", statusCode: 200, contentType: "text/plain" },
  }),
  rule(2, {
    paths: ["/weighted/*"],
    methods: ["GET", "HEAD"],
    sources: ["10.0.0.0/8", "203.0.113.0/24"],
    action: {
      type: "weighted-forward",
      targets: [
        { targetGroup: groupOf("sticky"), weight: 90 },
        { targetGroup: groupOf("http2"), weight: 10 },
      ],
      stickySeconds: 600,
    },
  }),
  rule(3, {
    paths: ["/oidc/*"],
    authenticate: { ...oidc, ...login, clientSecret: { secret: "partners/login", jsonKey: "clientSecret" } },
    action: { type: "forward", targetGroup: groupOf("grpc") },
  }),
  rule(4, {
    paths: ["/plain/*"],
    authenticate: { ...oidc, clientSecret: { secret: { ref: "data/Token", attribute: "arn" } } },
    action: { type: "redirect", statusCode: 301, path: "/" },
  }),
  rule(5, {
    paths: ["/cognito/*"],
    authenticate: {
      ...{ type: "cognito", userPool: { import: { ssm: "/login/user-pool-arn" } } },
      ...{ client: "0a1b2c3d", domain: "partners-login", ...login },
    },
    action: { type: "redirect-to-https" },
  }),
];

export const ingressStack: Stack = {
  name: "shop-dev-partners",
  area: "partners",
  description: "Load balancer partners of shop-dev",
  dependsOn: ["shop-dev-data", "shop-dev-network"],
  parameters: [],
  resources,
  exports: [],
  outputs: [],
};

function target(name: string, settings: Partial<TargetGroup>): TargetGroup {
  return {
    ...{ id: `partners/target-${name}`, kind: "TargetGroup", origin, name: `shop-dev-partners-${name}`, vpc },
    ...{ protocol: "HTTP", port: 80, deregistrationDelaySeconds: 60 },
    healthCheck: {
      http: { path: "/healthz", codes: settings.protocolVersion === "GRPC" ? "0-5" : "200" },
      ...{ port: 9090, intervalSeconds: 30, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 2 },
    },
    ...settings,
  };
}

function groupOf(name: string): { readonly ref: string; readonly attribute: string } {
  return { ref: `partners/target-${name}`, attribute: "arn" };
}

function rule(
  priority: number,
  settings: Partial<ListenerRule> & Pick<ListenerRule, "action">,
): ListenerRule {
  return {
    ...{ id: `partners/rule-${priority}`, kind: "ListenerRule", origin, priority, hosts: [], paths: [] },
    listener: { ref: "partners/https", attribute: "arn" },
    ...settings,
  };
}
