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
  | "databases"
  | "dns"
  | "dynamodb"
  | "ecr"
  | "ecs"
  | "efs"
  | "iam"
  | "jobs"
  | "kms"
  | "logs"
  | "messaging"
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
  InterfaceEndpoint: kind("aws_vpc_endpoint", "network", ["endpoint"]),
  FlowLog: kind("aws_flow_log", "network", ["flow_log"]),
  HttpNamespace: kind("aws_service_discovery_http_namespace", "dns", ["namespace"]),
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
  StateMachine: kind("aws_sfn_state_machine", "jobs", ["state_machine"]),
  Schedule: untagged("aws_scheduler_schedule", "jobs", ["schedule"]),
  LoadBalancer: kind("aws_lb", "alb", ["load_balancer"]),
  Listener: kind("aws_lb_listener", "alb", ["listener"]),
  ListenerCertificate: untagged("aws_lb_listener_certificate", "alb", []),
  TargetGroup: kind("aws_lb_target_group", "alb", ["target_group"]),
  ListenerRule: kind("aws_lb_listener_rule", "alb", ["rule"]),
  WebAclAssociation: untagged("aws_wafv2_web_acl_association", "alb", ["web_acl"]),
  EcrRepository: kind("aws_ecr_repository", "ecr", []),
  LogGroup: kind("aws_cloudwatch_log_group", "logs", ["log_group"]),
  LogResourcePolicy: untagged("aws_cloudwatch_log_resource_policy", "logs", ["policy"]),
  Key: kind("aws_kms_key", "kms", []),
  KeyAlias: untagged("aws_kms_alias", "kms", ["alias"]),
  Secret: kind("aws_secretsmanager_secret", "secrets", []),
  FileSystem: kind("aws_efs_file_system", "efs", []),
  MountTarget: untagged("aws_efs_mount_target", "efs", ["mount_target"]),
  AccessPoint: kind("aws_efs_access_point", "efs", ["access_point"]),
  DbSubnetGroup: kind("aws_db_subnet_group", "databases", ["subnet_group"]),
  DbParameterGroup: kind("aws_db_parameter_group", "databases", ["parameter_group"]),
  DbClusterParameterGroup: kind("aws_rds_cluster_parameter_group", "databases", ["parameter_group"]),
  DbCluster: kind("aws_rds_cluster", "databases", []),
  DbClusterInstance: kind("aws_rds_cluster_instance", "databases", ["instance"]),
  DbInstance: kind("aws_db_instance", "databases", []),
  CacheSubnetGroup: kind("aws_elasticache_subnet_group", "databases", ["subnet_group"]),
  ReplicationGroup: kind("aws_elasticache_replication_group", "databases", []),
  ServerlessCache: kind("aws_elasticache_serverless_cache", "databases", []),
  Bucket: kind("aws_s3_bucket", "s3", []),
  BucketPolicy: untagged("aws_s3_bucket_policy", "s3", ["policy"]),
  Table: kind("aws_dynamodb_table", "dynamodb", []),
  Queue: kind("aws_sqs_queue", "messaging", []),
  QueuePolicy: untagged("aws_sqs_queue_policy", "messaging", ["policy"]),
  SnsTopic: kind("aws_sns_topic", "alarms", ["topic"]),
  SnsTopicPolicy: untagged("aws_sns_topic_policy", "alarms", ["topic", "policy"]),
  SnsSubscription: untagged("aws_sns_topic_subscription", "alarms", ["subscription"]),
  EventRule: kind("aws_cloudwatch_event_rule", "alarms", ["rule"]),
  Alarm: kind("aws_cloudwatch_metric_alarm", "alarms", ["alarm"]),
  CompositeAlarm: kind("aws_cloudwatch_composite_alarm", "alarms", ["alarm"]),
  Dashboard: untagged("aws_cloudwatch_dashboard", "dashboard", ["dashboard"]),
};

function kind(type: string, file: FileName, nouns: readonly string[]): Kind {
  return { type, file, nouns, taggable: true };
}

function untagged(type: string, file: FileName, nouns: readonly string[]): Kind {
  return { type, file, nouns, taggable: false };
}
