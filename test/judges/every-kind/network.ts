import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";
import { accountId, join, partition, region } from "../../../src/plan/value.js";

const origin = "network";
const vpc = { ref: "network/vpc", attribute: "id" };
const endpointGroup = { ref: "network/endpoints", attribute: "id" };

const resources: readonly Resource[] = [
  {
    id: "network/vpc",
    kind: "Vpc",
    origin,
    cidrBlock: "10.0.0.0/16",
    tags: { Name: "shop-dev", "cost:unit": "yes" },
  },
  { id: "network/internet-gateway", kind: "InternetGateway", origin, vpc },
  ...["a", "b"].flatMap((zone, index): Resource[] => [
    {
      id: `network/public-subnet-${zone}`,
      kind: "Subnet",
      origin,
      vpc,
      cidrBlock: `10.0.${128 + index}.0/24`,
      availabilityZone: { select: index, from: { zones: true } },
      tier: "public",
    },
    {
      id: `network/public-subnet-${zone}/routes`,
      kind: "RouteTableAssociation",
      origin,
      routeTable: { ref: "network/public-routes", attribute: "id" },
      subnet: { ref: `network/public-subnet-${zone}`, attribute: "id" },
    },
  ]),
  { id: "network/public-routes", kind: "RouteTable", origin, vpc, tags: { Name: "shop-dev-public" } },
  {
    id: "network/public-routes/internet",
    kind: "Route",
    origin,
    routeTable: { ref: "network/public-routes", attribute: "id" },
    destinationCidrBlock: "0.0.0.0/0",
    target: { internetGateway: { ref: "network/internet-gateway", attribute: "id" } },
  },
  { id: "network/nat-a/address", kind: "ElasticIp", origin, dependsOn: ["network/internet-gateway"] },
  {
    id: "network/nat-a",
    kind: "NatGateway",
    origin,
    subnet: { ref: "network/public-subnet-a", attribute: "id" },
    elasticIpAllocation: { ref: "network/nat-a/address", attribute: "allocationId" },
    dependsOn: ["network/public-routes/internet"],
  },
  { id: "network/private-routes", kind: "RouteTable", origin, vpc },
  {
    id: "network/private-routes/nat",
    kind: "Route",
    origin,
    routeTable: { ref: "network/private-routes", attribute: "id" },
    destinationCidrBlock: "0.0.0.0/0",
    target: { natGateway: { ref: "network/nat-a", attribute: "id" } },
  },
  {
    id: "network/s3",
    kind: "GatewayEndpoint",
    origin,
    vpc,
    service: "s3",
    routeTables: [{ ref: "network/private-routes", attribute: "id" }],
  },
  {
    id: "network/endpoints",
    kind: "SecurityGroup",
    origin,
    vpc,
    description: "Interface endpoints",
    ingress: [
      {
        peer: { cidrBlock: "10.0.0.0/16" },
        traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
        description: "HTTPS from the VPC",
      },
      { peer: { cidrBlockIpv6: "2001:db8::/32" }, traffic: "all", description: "Offices over IPv6" },
      { peer: { prefixList: { import: { ssm: "/net/offices" } } }, traffic: "all", description: "Offices" },
    ],
    egress: [],
  },
  {
    id: "network/sqs",
    kind: "InterfaceEndpoint",
    origin,
    vpc,
    service: "sqs",
    subnets: ["a", "b"].map((zone) => ({ ref: `network/public-subnet-${zone}`, attribute: "id" })),
    securityGroups: [endpointGroup],
    policy: [
      {
        sid: "Own",
        effect: "Allow",
        principals: [{ everyone: true }],
        actions: ["sqs:*"],
        resources: ["*"],
        conditions: [{ operator: "StringEquals", key: "aws:PrincipalAccount", values: [accountId] }],
        reason: "roles say what",
      },
    ],
    tags: { Name: "shop-dev-sqs" },
  },
  {
    id: "network/kms",
    kind: "InterfaceEndpoint",
    origin,
    vpc,
    service: "kms",
    subnets: { importList: { ssm: "/net/endpoint-subnets" } },
    securityGroups: [endpointGroup],
  },
  {
    id: "network/dynamodb",
    kind: "GatewayEndpoint",
    origin,
    vpc,
    service: "dynamodb",
    routeTables: [{ ref: "network/private-routes", attribute: "id" }],
    policy: [
      {
        sid: "Own",
        effect: "Allow",
        principals: [{ everyone: true }],
        actions: ["dynamodb:GetItem"],
        resources: [join("arn:", partition, ":dynamodb:", region, ":", accountId, ":table/orders")],
      },
    ],
  },
  {
    id: "network/flow-log",
    kind: "FlowLog",
    origin,
    vpc,
    logGroup: join("arn:", partition, ":logs:", region, ":", accountId, ":log-group:", {
      ref: "network/flow-log-group",
      attribute: "name",
    }),
    role: { ref: "network/flow-log-role", attribute: "arn" },
    aggregationSeconds: 60,
    tags: { Name: "shop-dev" },
  },
  {
    id: "network/flow-log-group",
    kind: "LogGroup",
    origin,
    logGroupName: "/vpc/shop-dev",
    retentionDays: 14,
    removal: "delete",
  },
  {
    id: "network/flow-log-role",
    kind: "IamRole",
    origin,
    roleName: "shop-dev-flow-logs",
    description: "Writes the flow logs",
    trust: [
      {
        sid: "FlowLogs",
        effect: "Allow",
        principals: [{ service: "vpc-flow-logs.amazonaws.com" }],
        actions: ["sts:AssumeRole"],
      },
    ],
    policies: [
      {
        name: "write",
        statements: [
          {
            sid: "Write",
            effect: "Allow",
            actions: ["logs:PutLogEvents"],
            resources: [{ ref: "network/flow-log-group", attribute: "streamsArn" }],
          },
        ],
      },
    ],
  },
  {
    id: "network/http-namespace",
    kind: "HttpNamespace",
    origin,
    name: "shop-dev",
    description: "Aliases of shop-dev",
    tags: { Name: "shop-dev" },
  },
  {
    id: "network/namespace",
    kind: "PrivateDnsNamespace",
    origin,
    name: "shop-dev.local",
    vpc,
    description: "Services of shop-dev",
  },
];

export const networkStack: Stack = {
  name: "shop-dev-network",
  area: "network",
  description: "Network of shop-dev",
  dependsOn: [],
  parameters: [],
  resources,
  exports: [
    { name: "/shop/dev/network/vpc-id", description: "VPC", value: vpc, origin },
    {
      name: "/shop/dev/network/endpoint-group",
      description: "Security group of endpoints",
      value: endpointGroup,
      origin,
    },
    {
      name: "/shop/dev/network/subnet-ids",
      description: "Public subnets",
      value: ["a", "b"].map((zone) => ({ ref: `network/public-subnet-${zone}`, attribute: "id" })),
      origin,
    },
    {
      name: "/shop/dev/network/namespace-id",
      description: "Cloud Map namespace",
      value: { ref: "network/namespace", attribute: "id" },
      origin,
    },
    {
      name: "/shop/dev/network/http-namespace-arn",
      description: "Namespace of Service Connect",
      value: { ref: "network/http-namespace", attribute: "arn" },
      origin,
    },
  ],
  outputs: [
    { name: "Vpc", description: "VPC", value: join("vpc ", vpc), origin },
    { name: "Zone", description: "First zone", value: { select: 0, from: { zones: true } }, origin },
  ],
};
