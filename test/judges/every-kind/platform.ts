import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";
import { accountId, arn, join, partition } from "../../../src/plan/value.js";

const origin = "cluster";
const publicSubnets = ["a", "b"].map((zone) => ({ ref: `network/public-subnet-${zone}`, attribute: "id" }));
const vpc = { ref: "network/vpc", attribute: "id" };
const logs = { ref: "ingress/logs", attribute: "arn" };
const topic = { ref: "alarms/topic", attribute: "arn" };
const certificate = { ref: "ingress/certificate", attribute: "arn" };

const resources: readonly Resource[] = [
  {
    id: "alarms/subscription/ops",
    kind: "SnsSubscription",
    origin,
    topic,
    protocol: "email",
    endpoint: "ops@example.com",
  },
  { id: "alarms/topic", kind: "SnsTopic", origin, topicName: "shop-dev-alarms", tags: { team: "shop" } },
  {
    id: "alarms/topic-policy",
    kind: "SnsTopicPolicy",
    origin,
    topic,
    statements: [
      {
        sid: "PublishFromCloudWatch",
        effect: "Allow",
        principals: [{ service: "cloudwatch.amazonaws.com" }, { account: accountId }],
        actions: ["sns:Publish"],
        resources: [topic],
        conditions: [{ operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] }],
      },
    ],
  },
  {
    id: "cluster",
    kind: "Cluster",
    origin,
    clusterName: "shop-dev",
    containerInsights: "enhanced",
    capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    defaultCapacityProviderStrategy: [
      { provider: "FARGATE", base: 1, weight: 70 },
      { provider: "FARGATE_SPOT", base: 0, weight: 30 },
    ],
    tags: { on: "1:30" },
  },
  {
    id: "ingress/alias",
    kind: "DnsAlias",
    origin,
    name: "shop.example.com",
    hostedZone: "Z0123456789ABCDEFGHIJ",
    target: {
      dnsName: { ref: "ingress/load-balancer", attribute: "dnsName" },
      hostedZone: { ref: "ingress/load-balancer", attribute: "hostedZoneId" },
    },
  },
  {
    id: "ingress/certificate",
    kind: "Certificate",
    origin,
    domainName: "shop.example.com",
    hostedZone: "Z0123456789ABCDEFGHIJ",
  },
  {
    id: "ingress/http",
    kind: "Listener",
    origin,
    loadBalancer: { ref: "ingress/load-balancer", attribute: "arn" },
    port: 80,
    protocol: "HTTP",
    defaultAction: { type: "redirect-to-https" },
  },
  {
    id: "ingress/https",
    kind: "Listener",
    origin,
    loadBalancer: { ref: "ingress/load-balancer", attribute: "arn" },
    port: 443,
    protocol: "HTTPS",
    tls: { policy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", certificate },
    defaultAction: { type: "fixed-response", statusCode: 404, contentType: "text/plain", body: "no route" },
  },
  {
    id: "ingress/https/extra",
    kind: "ListenerCertificate",
    origin,
    listener: { ref: "ingress/https", attribute: "arn" },
    certificate: { import: { ssm: "/certificates/shop" } },
  },
  {
    id: "ingress/load-balancer",
    kind: "LoadBalancer",
    origin,
    name: "shop-dev",
    scheme: "internet-facing",
    subnets: publicSubnets,
    securityGroups: [{ ref: "ingress/security-group", attribute: "id" }],
    deletionProtection: true,
    settings: {
      type: "application",
      idleTimeoutSeconds: 60,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
    },
    accessLogs: { bucket: { ref: "ingress/logs", attribute: "name" }, prefix: "shop-dev" },
    dependsOn: ["ingress/logs/policy"],
  },
  {
    id: "ingress/logs",
    kind: "Bucket",
    origin,
    versioning: true,
    lifecycle: [
      { id: "expire", expireDays: 90 },
      { id: "abort-incomplete-uploads", abortUploadDays: 7 },
    ],
    removal: "retain",
  },
  {
    id: "ingress/logs/policy",
    kind: "BucketPolicy",
    origin,
    bucket: { ref: "ingress/logs", attribute: "name" },
    statements: [
      {
        sid: "DenyInsecure",
        effect: "Deny",
        principals: [{ everyone: true }],
        actions: ["s3:*"],
        resources: [logs, join(logs, "/*")],
        conditions: [{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }],
      },
      {
        sid: "DeliverLogs",
        effect: "Allow",
        principals: [{ service: "logdelivery.elasticloadbalancing.amazonaws.com" }],
        actions: ["s3:PutObject"],
        resources: [join(logs, "/shop-dev/AWSLogs/", accountId, "/*")],
        conditions: [
          { operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] },
          {
            operator: "ArnLike",
            key: "aws:SourceArn",
            values: [arn("elasticloadbalancing", "loadbalancer/app/shop-dev/*")],
          },
        ],
      },
    ],
  },
  {
    id: "ingress/security-group",
    kind: "SecurityGroup",
    origin,
    vpc,
    description: "Load balancer of shop-dev",
    ingress: [
      {
        peer: { cidrBlock: "0.0.0.0/0" },
        traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
        description: "HTTPS from everywhere",
      },
    ],
    egress: [{ peer: { cidrBlock: "10.0.0.0/16" }, traffic: "all", description: "To the tasks" }],
  },
  {
    id: "registry/api",
    kind: "EcrRepository",
    origin,
    repositoryName: "shop-dev/api",
    scanOnPush: true,
    immutableTags: true,
    keepImages: 30,
    untaggedExpireDays: 7,
    pullAccounts: ["222222222222", "333333333333"],
    removal: "delete",
  },
];

export const platformStack: Stack = {
  name: "shop-dev-platform",
  area: "platform",
  description: "Cluster and ingress of shop-dev",
  dependsOn: ["shop-dev-network"],
  parameters: [],
  resources,
  exports: [
    { name: "/shop/dev/platform/alarm-topic", description: "Alarm topic", value: topic, origin },
    {
      name: "/shop/dev/platform/cluster-name",
      description: "Cluster",
      value: { ref: "cluster", attribute: "name" },
      origin,
    },
    {
      name: "/shop/dev/platform/cluster-arn",
      description: "Cluster",
      value: { ref: "cluster", attribute: "arn" },
      origin,
    },
    {
      name: "/shop/dev/platform/listener",
      description: "HTTPS listener",
      value: { ref: "ingress/https", attribute: "arn" },
      origin,
    },
    {
      name: "/shop/dev/platform/load-balancer",
      description: "Load balancer, as metrics name it",
      value: { ref: "ingress/load-balancer", attribute: "fullName" },
      origin,
    },
    {
      name: "/shop/dev/platform/load-balancer-group",
      description: "Security group of the load balancer",
      value: { ref: "ingress/security-group", attribute: "id" },
      origin,
    },
    {
      name: "/shop/dev/platform/repository",
      description: "Repository of api",
      value: { ref: "registry/api", attribute: "uri" },
      origin,
    },
  ],
  outputs: [
    { name: "Url", description: "Where the services are", value: "https://shop.example.com", origin },
    {
      name: "Registry",
      description: "Repository of api, with its partition",
      value: join({ ref: "registry/api", attribute: "uri" }, " in ", partition, { pseudo: "urlSuffix" }),
      origin,
    },
  ],
};
