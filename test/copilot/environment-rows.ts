import { type CopilotRow, ecs } from "./row.js";

/** Section 3: the environment manifest. */
export const environmentRows: readonly CopilotRow[] = [
  {
    field: "network.vpc.id, subnets.id",
    types: "",
    ours: "network: { import: { vpc: vpc-0123456789abcdef0, publicSubnets: [subnet-0a1b2c3d, subnet-1a1b2c3d], privateSubnets: [subnet-2a1b2c3d, subnet-3a1b2c3d] } }",
    becomes: [ecs, "NetworkConfiguration.AwsvpcConfiguration.Subnets[]", "subnet-2a1b2c3d"],
  },
  {
    field: "network.vpc.cidr",
    types: "",
    ours: "network: { cidr: 10.9.0.0/16 }",
    becomes: ["AWS::EC2::VPC", "CidrBlock", "10.9.0.0/16"],
  },
  {
    field: "network.vpc.subnets.cidr, az",
    types: "",
    ours: "network: { subnets: { public: [{ cidr: 10.0.0.0/24, zone: eu-west-1a }, { cidr: 10.0.1.0/24, zone: eu-west-1b }], private: [{ cidr: 10.0.2.0/24, zone: eu-west-1a }, { cidr: 10.0.3.0/24, zone: eu-west-1b }] } }",
    becomes: ["AWS::EC2::Subnet", "CidrBlock", "10.0.3.0/24"],
  },
  {
    field: "NAT gateways",
    types: "",
    ours: "network: { nat: per-zone }",
    becomes: ["AWS::EC2::NatGateway", "SubnetId"],
    note: "one for each zone in Copilot; here the profile decides",
  },
  {
    field: "network.vpc.security_group.ingress, egress",
    types: "",
    because: "there is no group that all tasks share",
    instead: "`connects`, `egress` and `securityGroups` of each service",
  },
  {
    field: "network.vpc.flow_logs",
    types: "",
    ours: "network: { flowLogs: { retention: 30d } }",
    becomes: ["AWS::EC2::FlowLog", "LogDestinationType"],
  },
  {
    field: "cdn",
    types: "",
    because: "Longshore makes no CloudFront distribution",
    instead: "let one that exists in front in: `ingress: { cdn: true }`",
  },
  {
    field: "cdn.static_assets, certificate, terminate_tls",
    types: "",
    because: "they are settings of the distribution",
    instead: "settings of the distribution that exists",
  },
  {
    field: "http.public.certificates",
    types: "",
    ours: "ingress: { domains: [{ name: shop.example.com, zone: none, certificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/1234abcd-12ab-34cd-56ef-1234567890ab' }] }",
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "Certificates[].CertificateArn", "1234abcd"],
  },
  {
    field: "http.public.access_logs",
    types: "",
    ours: "ingress: { accessLogs: { bucket: shop-logs, prefix: lb } }",
    becomes: ["AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancerAttributes[].Value", "shop-logs"],
  },
  {
    field: "http.public.ssl_policy",
    types: "",
    ours: "ingress: { tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06, domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }",
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "SslPolicy", "1-3-2021"],
  },
  {
    field: "http.public.ingress.cdn",
    types: "",
    ours: "ingress: { cdn: true }",
    becomes: ["AWS::EC2::SecurityGroup", "SecurityGroupIngress[].SourcePrefixListId"],
  },
  {
    field: "http.public.ingress.source_ips",
    types: "",
    ours: "ingress: { sources: [203.0.113.0/24] }",
    becomes: ["AWS::EC2::SecurityGroup", "SecurityGroupIngress[].CidrIp", "203.0.113.0/24"],
  },
  {
    field: "http.private",
    types: "",
    ours: "ingress: { scheme: internal }",
    becomes: ["AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", "internal"],
  },
  {
    field: "http.private.certificates, ssl_policy",
    types: "",
    ours: "ingress: { scheme: internal, domains: [{ name: in.example.com, zone: none, certificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/1234abcd-12ab-34cd-56ef-1234567890ab' }] }",
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "Certificates[].CertificateArn", "1234abcd"],
  },
  {
    field: "http.private.subnets",
    types: "",
    because: "an internal load balancer stands in the private subnets of the network",
    instead: "import the subnets that are meant: `network: { import: { privateSubnets: [...] } }`",
  },
  {
    field: "http.private.ingress.vpc",
    types: "",
    ours: "ingress: { scheme: internal, sources: [10.0.0.0/16] }",
    becomes: ["AWS::EC2::SecurityGroup", "SecurityGroupIngress[].CidrIp", "10.0.0.0/16"],
  },
  {
    field: "observability.container_insights",
    types: "",
    ours: "cluster: { insights: enhanced }",
    becomes: ["AWS::ECS::Cluster", "ClusterSettings[].Value", "enhanced"],
  },
];
