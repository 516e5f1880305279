import type { ResourceKind } from "../plan/resource.js";

export interface Kind {
  /** Type in the AWS provider of the resource that stands for it; references read that one. */
  readonly type: string;
  readonly file: FileName;
  /** Words of the plan's id that the type says already. */
  readonly nouns: readonly string[];
  readonly taggable: boolean;
}

export type FileName =
  | "alarms"
  | "alb"
  | "dashboard"
  | "dns"
  | "ecr"
  | "ecs"
  | "efs"
  | "iam"
  | "logs"
  | "network"
  | "nlb"
  | "s3"
  | "scaling"
  | "secrets"
  | "security_groups";

/** One for every kind, in the order in which they are read within a file; a kind that is missing here does not compile. */
export const kinds: { readonly [K in ResourceKind]: Kind } = {
  Vpc: kind("aws_vpc", "network", ["vpc"]),
  InternetGateway: kind("aws_internet_gateway", "network", ["internet_gateway"]),
  Subnet: kind("aws_subnet", "network", ["subnet"]),
  ElasticIp: kind("aws_eip", "network", ["address"]),
  NatGateway: kind("aws_nat_gateway", "network", ["nat_gateway"]),
  RouteTable: kind("aws_route_table", "network", ["route_table"]),
  Route: untagged("aws_route", "network", ["route"]),
  RouteTableAssociation: untagged("aws_route_table_association", "network", ["route_table"]),
  GatewayEndpoint: kind("aws_vpc_endpoint", "network", ["endpoint"]),
  PrivateDnsNamespace: kind("aws_service_discovery_private_dns_namespace", "dns", ["namespace"]),
  DiscoveryService: kind("aws_service_discovery_service", "dns", ["discovery_service"]),
  Certificate: kind("aws_acm_certificate", "dns", ["certificate"]),
  DnsAlias: untagged("aws_route53_record", "dns", ["dns_alias"]),
  SecurityGroup: kind("aws_security_group", "security_groups", ["security_group"]),
  // An egress rule is another type; see `typeOf`.
  SecurityGroupRule: untagged("aws_vpc_security_group_ingress_rule", "security_groups", [
    "ingress",
    "egress",
  ]),
  IamRole: kind("aws_iam_role", "iam", ["role"]),
  Cluster: kind("aws_ecs_cluster", "ecs", ["cluster"]),
  TaskDefinition: kind("aws_ecs_task_definition", "ecs", ["task_definition"]),
  EcsService: kind("aws_ecs_service", "ecs", ["service"]),
  ScalableTarget: kind("aws_appautoscaling_target", "scaling", ["scalable_target"]),
  ScalingPolicy: untagged("aws_appautoscaling_policy", "scaling", ["scale_on"]),
  LoadBalancer: kind("aws_lb", "alb", ["load_balancer"]),
  Listener: kind("aws_lb_listener", "alb", ["listener"]),
  ListenerCertificate: untagged("aws_lb_listener_certificate", "alb", []),
  TargetGroup: kind("aws_lb_target_group", "alb", ["target_group"]),
  ListenerRule: kind("aws_lb_listener_rule", "alb", ["rule"]),
  EcrRepository: kind("aws_ecr_repository", "ecr", []),
  LogGroup: kind("aws_cloudwatch_log_group", "logs", ["log_group"]),
  Secret: kind("aws_secretsmanager_secret", "secrets", []),
  FileSystem: kind("aws_efs_file_system", "efs", []),
  MountTarget: untagged("aws_efs_mount_target", "efs", ["mount_target"]),
  AccessPoint: kind("aws_efs_access_point", "efs", ["access_point"]),
  Bucket: kind("aws_s3_bucket", "s3", []),
  BucketPolicy: untagged("aws_s3_bucket_policy", "s3", ["policy"]),
  SnsTopic: kind("aws_sns_topic", "alarms", ["topic"]),
  SnsTopicPolicy: untagged("aws_sns_topic_policy", "alarms", ["topic", "policy"]),
  SnsSubscription: untagged("aws_sns_topic_subscription", "alarms", ["subscription"]),
  EventRule: kind("aws_cloudwatch_event_rule", "alarms", ["rule"]),
  Alarm: kind("aws_cloudwatch_metric_alarm", "alarms", ["alarm"]),
  Dashboard: untagged("aws_cloudwatch_dashboard", "dashboard", ["dashboard"]),
};

function kind(type: string, file: FileName, nouns: readonly string[]): Kind {
  return { type, file, nouns, taggable: true };
}

function untagged(type: string, file: FileName, nouns: readonly string[]): Kind {
  return { type, file, nouns, taggable: false };
}
