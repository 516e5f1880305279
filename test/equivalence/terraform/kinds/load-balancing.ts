import { flag, number, set, text } from "../../converters.js";
import type { JsonObject } from "../../facts.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, type Field, keyed, listOf, within } from "../../read.js";
import { certificates } from "./certificates.js";

const tags = { tags_all: as("tags") };

/** An attribute of the load balancer's or target group's API, where the provider has an argument for it. */
const attribute =
  (name: string): Field =>
  (value) => ({ attributes: { [name]: String(value) } });

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html */
const redirectAsAsked: JsonObject = { host: "#{host}", path: "/#{path}", query: "#{query}" };

const redirect = {
  protocol: as("protocol"),
  host: as("host"),
  port: as("port", text),
  path: as("path"),
  query: as("query"),
  status_code: as("status"),
};

const action = {
  type: as("type"),
  target_group_arn: as("target group"),
  redirect: ((value, at) => ({ ...redirectAsAsked, ...within(redirect)(value, at) })) satisfies Field,
  fixed_response: within({
    status_code: as("status"),
    content_type: as("content type"),
    message_body: as("body"),
  }),
};

const condition =
  (field: string): Field =>
  (value, at) => ({
    field,
    ...within({ values: as("values", set) })(value, at),
  });

export const loadBalancing: Kinds = {
  ...certificates,
  aws_lb: {
    subject: (get) => `load balancer ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      load_balancer_type: as("type"),
      internal: as("scheme", (value) => (value === true ? "internal" : "internet-facing")),
      subnets: as("subnets", set),
      security_groups: as("security groups", set),
      enable_deletion_protection: attribute("deletion_protection.enabled"),
      enable_cross_zone_load_balancing: attribute("load_balancing.cross_zone.enabled"),
      idle_timeout: attribute("idle_timeout.timeout_seconds"),
      drop_invalid_header_fields: attribute("routing.http.drop_invalid_header_fields.enabled"),
      desync_mitigation_mode: attribute("routing.http.desync_mitigation_mode"),
      access_logs: within({
        enabled: attribute("access_logs.s3.enabled"),
        bucket: attribute("access_logs.s3.bucket"),
        prefix: attribute("access_logs.s3.prefix"),
      }),
    },
  },
  aws_lb_listener: {
    subject: (get) => `listener ${get("port")} of ${subjectOf(get("load_balancer_arn"), "load balancer")}`,
    fields: {
      ...tags,
      load_balancer_arn: as("load balancer"),
      port: as("port", number),
      protocol: as("protocol"),
      ssl_policy: as("tls policy"),
      certificate_arn: as("certificate"),
      default_action: listOf("default action", action),
    },
  },
  aws_lb_listener_certificate: {
    subject: (get) => `certificate of ${subjectOf(get("listener_arn"), "listener")}`,
    fields: { listener_arn: as("listener"), certificate_arn: as("certificate") },
  },
  aws_lb_listener_rule: {
    subject: (get) => `rule ${get("priority")} of ${subjectOf(get("listener_arn"), "listener")}`,
    fields: {
      ...tags,
      listener_arn: as("listener"),
      priority: as("priority", number),
      condition: keyed("conditions", "field", {
        host_header: condition("host-header"),
        path_pattern: condition("path-pattern"),
      }),
      action: listOf("actions", action),
    },
  },
  aws_lb_target_group: {
    subject: (get) => `target group ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      vpc_id: as("vpc"),
      target_type: as("target type"),
      protocol: as("protocol"),
      protocol_version: as("protocol version"),
      port: as("port", number),
      deregistration_delay: attribute("deregistration_delay.timeout_seconds"),
      health_check: (value, at) => ({ ...checkedByDefault, ...within(healthCheck)(value, at) }),
    },
  },
};

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group#health_check-configuration-block */
const checkedByDefault: JsonObject = { "health check enabled": true };

const healthCheck = {
  enabled: as("health check enabled", flag),
  protocol: as("health check protocol"),
  port: as("health check port", text),
  path: as("health check path"),
  interval: as("health check interval", number),
  timeout: as("health check timeout", number),
  healthy_threshold: as("healthy count", number),
  unhealthy_threshold: as("unhealthy count", number),
  matcher: as("health check codes"),
};
