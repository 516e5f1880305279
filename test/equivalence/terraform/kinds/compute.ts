import { containers } from "../../containers.js";
import { flag, number, parsed, set } from "../../converters.js";
import { isArray, isObject, type Json } from "../../facts.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, type Field, inSubject, keyed, pairs, under, within } from "../../read.js";

const tags = { tags_all: as("tags") };

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const capacity = (name: string): Field =>
  keyed(
    name,
    "provider",
    {
      capacity_provider: as("provider"),
      base: as("base", number),
      weight: as("weight", number),
    },
    { base: 0 },
  );

export const compute: Kinds = {
  aws_ecs_cluster: {
    subject: (get) => `cluster ${get("name")}`,
    fields: { ...tags, name: as("name"), setting: pairs("settings", "name", "value") },
  },
  aws_ecs_cluster_capacity_providers: {
    subject: (get) => `cluster ${get("cluster_name")}`,
    fields: {
      cluster_name: inSubject(),
      capacity_providers: as("capacity providers", set),
      default_capacity_provider_strategy: capacity("default capacity"),
    },
  },
  aws_ecs_task_definition: {
    subject: (get) => `task definition ${get("family")}`,
    fields: {
      ...tags,
      family: as("family"),
      // How Terraform meets a revision that was released outside of it. CloudFormation keeps no state that could differ.
      track_latest: () => ({}),
      cpu: as("cpu", number),
      memory: as("memory", number),
      network_mode: as("network mode"),
      requires_compatibilities: as("compatibilities", set),
      runtime_platform: within({
        cpu_architecture: as("architecture"),
        operating_system_family: as("operating system"),
      }),
      ephemeral_storage: within({ size_in_gib: as("ephemeral storage", number) }),
      execution_role_arn: as("execution role"),
      task_role_arn: as("task role"),
      container_definitions: as("containers", (value, at) => containers(parsed(value, at), at)),
      volume: keyed("volumes", "name", {
        name: as("name"),
        efs_volume_configuration: under("efs", {
          file_system_id: as("file system"),
          transit_encryption: as("encrypted in transit", flag),
          authorization_config: within({ access_point_id: as("access point"), iam: as("iam", flag) }),
        }),
      }),
    },
  },
  aws_ecs_service: {
    subject: (get) => `service ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      cluster: as("cluster"),
      task_definition: as("task definition"),
      desired_count: as("desired count", number),
      platform_version: as("platform version"),
      capacity_provider_strategy: capacity("capacity"),
      network_configuration: within({
        subnets: as("subnets", set),
        security_groups: as("security groups", set),
        assign_public_ip: as("public address", flag),
      }),
      load_balancer: keyed("load balancers", "target group", {
        container_name: as("container"),
        container_port: as("port", number),
        target_group_arn: as("target group"),
        advanced_configuration: under("moved", {
          alternate_target_group_arn: as("other target group"),
          production_listener_rule: as("production rule"),
          test_listener_rule: as("test rule"),
          role_arn: as("role"),
        }),
      }),
      service_registries: keyed("discovery", "registry", { registry_arn: as("registry") }),
      service_connect_configuration: under("service connect", {
        enabled: as("enabled", flag),
        namespace: as("namespace"),
        service: keyed("services", "discovery name", {
          port_name: as("port"),
          discovery_name: as("discovery name"),
          client_alias: keyed("aliases", "name", { dns_name: as("name"), port: as("port", number) }),
          timeout: under("timeouts", {
            idle_timeout_seconds: as("idle", number),
            per_request_timeout_seconds: as("request", number),
          }),
          tls: under("tls", {
            issuer_cert_authority: within({ aws_pca_authority_arn: as("authority") }),
            role_arn: as("role"),
            kms_key: as("key"),
          }),
        }),
        log_configuration: under("logs", { log_driver: as("driver"), options: as("options") }),
      }),
      health_check_grace_period_seconds: as("grace period", number),
      deployment_minimum_healthy_percent: as("minimum healthy", number),
      deployment_maximum_percent: as("maximum", number),
      deployment_circuit_breaker: under("circuit breaker", {
        enable: as("enabled", flag),
        rollback: as("rollback", flag),
      }),
      deployment_configuration: within({
        strategy: as("strategy"),
        bake_time_in_minutes: as("bake", number),
        canary_configuration: under("canary", {
          canary_percent: as("percent", number),
          canary_bake_time_in_minutes: as("bake", number),
        }),
        linear_configuration: under("linear", {
          step_percent: as("percent", number),
          step_bake_time_in_minutes: as("bake", number),
        }),
        lifecycle_hook: keyed("hooks", "stages", {
          lifecycle_stages: as("stages"),
          target_type: as("type"),
          hook_target_arn: as("function"),
          role_arn: as("role"),
          timeout_configuration: under("timeout", {
            timeout_in_minutes: as("minutes", number),
            action: as("action"),
          }),
        }),
      }),
      alarms: under("deployment alarms", {
        alarm_names: as("names", set),
        enable: as("enabled", flag),
        rollback: as("rollback", flag),
      }),
      wait_for_steady_state: as("waited for", flag),
      timeouts: under("timeouts", { create: as("create"), update: as("update"), delete: as("delete") }),
      availability_zone_rebalancing: as("zone rebalancing", flag),
      enable_execute_command: as("execute command", flag),
      enable_ecs_managed_tags: as("managed tags", flag),
      propagate_tags: as("propagate tags"),
      force_new_deployment: as("forces new deployments", flag),
    },
  },
  aws_service_discovery_service: {
    subject: (get) => {
      const namespace = namespaceOf(get("dns_config"));
      return `discovery service ${get("name")} of ${subjectOf(namespace, "namespace")}`;
    },
    fields: {
      ...tags,
      name: as("name"),
      dns_config: within({
        namespace_id: as("namespace"),
        dns_records: keyed("records", "type", { type: as("type"), ttl: as("ttl", number) }),
        routing_policy: as("routing policy"),
      }),
      health_check_custom_config: within({ failure_threshold: as("failure threshold", number) }),
    },
  },
};

function namespaceOf(config: Json | undefined): Json | undefined {
  const first = isArray(config) ? config[0] : undefined;
  return isObject(first) ? first["namespace_id"] : undefined;
}
