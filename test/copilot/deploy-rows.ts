import { type CopilotRow, ecs, group, service } from "./row.js";

/** Section 1: deployments, networks and network load balancers. */
export const deployRows: readonly CopilotRow[] = [
  {
    field: "exec",
    types: "LBWJ",
    ours: service("exec: false"),
    becomes: [ecs, "EnableExecuteCommand", "false"],
    note: "the profile decides where it is left out",
  },
  {
    field: "deployment.rolling",
    types: "LBW",
    ours: service("deploy: { minHealthy: 0, max: 100 }"),
    becomes: [ecs, "DeploymentConfiguration.MinimumHealthyPercent", "0"],
    note: "`recreate` is this; `default` is the default",
  },
  {
    field: "deployment.rollback_alarms (names)",
    types: "LBW",
    ours: service("deploy: { alarms: ['arn:aws:cloudwatch:eu-west-1:111111111111:alarm:shop-errors'] }"),
    becomes: [ecs, "DeploymentConfiguration.Alarms.AlarmNames[]", "shop-errors"],
  },
  {
    field: "deployment.rollback_alarms (own)",
    types: "LBW",
    ours: service("deploy: { alarms: { cpu: 88 } }"),
    becomes: ["AWS::CloudWatch::Alarm", "Threshold", "88"],
  },
  {
    field: "network.connect",
    types: "LBW",
    ours: `cluster: { serviceConnect: true }\n${service("serviceConnect: true")}`,
    becomes: [ecs, "ServiceConnectConfiguration.Enabled", "true"],
  },
  {
    field: "network.connect.alias",
    types: "LB",
    ours: service("serviceConnect: { alias: orders }"),
    becomes: [ecs, "ServiceConnectConfiguration.Services[].ClientAliases[].DnsName", "orders"],
  },
  {
    field: "network.vpc.placement",
    types: "LBWJA",
    ours: service("subnets: public"),
    becomes: [ecs, "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", "ENABLED"],
    note: "Copilot's default is public, ours private",
  },
  {
    field: "network.vpc.placement.subnets",
    types: "LBWJ",
    ours: service("subnets: [subnet-0a1b2c3d, subnet-1a1b2c3d]"),
    becomes: [ecs, "NetworkConfiguration.AwsvpcConfiguration.Subnets[]", "subnet-0a1b2c3d"],
  },
  {
    field: "network.vpc.placement.subnets.from_tags",
    types: "LBWJ",
    because: "what a tag finds can change between two runs, and a plan must not",
    instead: "list the ids, or keep them in SSM: `subnets: [ssm:/network/subnet-a]`",
  },
  {
    field: "network.vpc.security_groups",
    types: "LBWJ",
    ours: service("securityGroups: [sg-0123456789abcdef0]"),
    becomes: [ecs, "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]", "sg-0123456789abcdef0"],
    note: "`from_cfn` is `export:Name`",
  },
  {
    field: "network.vpc.security_groups.deny_default",
    types: "LBWJ",
    because: "there is no group in which every task reaches every other",
    instead: "nothing: `connects` opens what is named and no more",
  },
];

export const balancerRows: readonly CopilotRow[] = [
  {
    field: "nlb.port",
    types: "L",
    ours: service(
      "kind: network, port: null, route: null, listeners: [{ port: 443, protocol: tls, certificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/1234abcd-12ab-34cd-56ef-1234567890ab', target: 1883 }]",
    ),
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "Protocol", "TLS"],
  },
  {
    field: "nlb.target_port, target_container",
    types: "L",
    ours: service("kind: network, port: null, route: null, listeners: [{ port: 1883, target: 1999 }]"),
    becomes: [ecs, "LoadBalancers[].ContainerPort", "1999"],
  },
  {
    field: "nlb.ssl_policy",
    types: "L",
    ours: service(
      "kind: network, port: null, route: null, listeners: [{ port: 443, protocol: tls, certificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/1234abcd-12ab-34cd-56ef-1234567890ab', tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06 }]",
    ),
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "SslPolicy", "1-3-2021"],
  },
  {
    field: "nlb.stickiness",
    types: "L",
    ours: service("kind: network, port: null, route: null, listeners: [{ port: 1883, sticky: true }]"),
    becomes: [group, "TargetGroupAttributes[].Value", "source_ip"],
  },
  {
    field: "nlb.alias",
    types: "L",
    ours: service(
      "kind: network, port: null, route: null, listeners: [1883], loadBalancer: { domains: [{ name: mqtt.example.com, zone: Z0123456789ABC }] }",
    ),
    becomes: ["AWS::Route53::RecordSet", "Name", "mqtt.example.com"],
  },
  {
    field: "nlb.deregistration_delay",
    types: "L",
    ours: service("kind: network, port: null, route: null, listeners: [{ port: 1883, drain: 45s }]"),
    becomes: [group, "TargetGroupAttributes[].Value", "45"],
  },
  {
    field: "nlb.healthcheck",
    types: "L",
    ours: service(
      "kind: network, port: null, route: null, listeners: [1883], health: { interval: 30s, timeout: 9s, healthy: 3, grace: 61s }",
    ),
    becomes: [group, "HealthCheckIntervalSeconds", "30"],
  },
  {
    field: "nlb.additional_listeners",
    types: "L",
    ours: service("kind: network, port: null, route: null, listeners: [1883, 1884]"),
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "Port", "1884"],
  },
  {
    field: "http and nlb together",
    types: "L",
    because: "a service is reached over HTTP or over connections, and each has its own health",
    instead: "two services from one image: `image: { from: api }`",
  },
];
