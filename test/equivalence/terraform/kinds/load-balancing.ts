import { conditions, extraCertificate, queryValues } from "../../conditions.js";
import { flag, number, set, text } from "../../converters.js";
import type { JsonObject } from "../../facts.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, type Field, items, keyed, listOf, read, under, within } from "../../read.js";
import { certificates } from "./certificates.js";

const tags = { tags_all: as("tags") };

/** An attribute of the load balancer's or target group's API, where the provider has an argument for it. */
const attribute =
  (name: string): Field =>
  (value) => ({ attributes: { [name]: String(value) } });

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html */
const redirectAsAsked: JsonObject = {
  protocol: "#{protocol}",
  host: "#{host}",
  port: "#{port}",
  path: "/#{path}",
  query: "#{query}",
};

const redirect = {
  protocol: as("protocol"),
  host: as("host"),
  port: as("port", text),
  path: as("path"),
  query: as("query"),
  status_code: as("status"),
};

const session = {
  scope: as("scope"),
  session_timeout: as("session", number),
  session_cookie_name: as("cookie"),
  on_unauthenticated_request: as("without a login"),
};

const action = {
  type: as("type"),
  order: as("order", number),
  target_group_arn: as("target group"),
  forward: within({
    target_group: keyed("weights", "target group", {
      arn: as("target group"),
      weight: as("weight", number),
    }),
    stickiness: under("sticky", { enabled: as("enabled", flag), duration: as("duration", number) }),
  }),
  authenticate_oidc: under("login", {
    ...session,
    issuer: as("issuer"),
    authorization_endpoint: as("authorization endpoint"),
    token_endpoint: as("token endpoint"),
    user_info_endpoint: as("user info endpoint"),
    client_id: as("client"),
    client_secret: as("client secret"),
  }),
  authenticate_cognito: under("login", {
    ...session,
    user_pool_arn: as("user pool"),
    user_pool_client_id: as("client"),
    user_pool_domain: as("domain"),
  }),
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

const logs = (kind: string): Field =>
  within({
    enabled: attribute(`${kind}.s3.enabled`),
    bucket: attribute(`${kind}.s3.bucket`),
    prefix: attribute(`${kind}.s3.prefix`),
  });

/** One argument of the provider is another attribute for each type of stickiness. */
const stickiness: Field = (value, at) => {
  const fields = {
    enabled: as("enabled"),
    type: as("type"),
    cookie_name: as("name"),
    cookie_duration: as("duration"),
  };
  const [item = null] = items(value, at);
  const { enabled = null, type = null, name, duration } = read(item, fields, at);
  return {
    attributes: {
      "stickiness.enabled": String(enabled),
      "stickiness.type": type,
      ...(name === undefined ? {} : { "stickiness.app_cookie.cookie_name": name }),
      ...(duration === undefined
        ? {}
        : { [`stickiness.${String(type)}.duration_seconds`]: String(duration) }),
    },
  };
};

export const loadBalancing: Kinds = {
  ...certificates,
  aws_lb: {
    subject: (get) => `load balancer ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      load_balancer_type: as("type"),
      ip_address_type: as("ip address type"),
      internal: as("scheme", (value) => (value === true ? "internal" : "internet-facing")),
      subnets: as("subnets", set),
      security_groups: as("security groups", set),
      enable_deletion_protection: attribute("deletion_protection.enabled"),
      enable_cross_zone_load_balancing: attribute("load_balancing.cross_zone.enabled"),
      idle_timeout: attribute("idle_timeout.timeout_seconds"),
      drop_invalid_header_fields: attribute("routing.http.drop_invalid_header_fields.enabled"),
      desync_mitigation_mode: attribute("routing.http.desync_mitigation_mode"),
      enable_http2: attribute("routing.http2.enabled"),
      client_keep_alive: attribute("client_keep_alive.seconds"),
      access_logs: logs("access_logs"),
      connection_logs: logs("connection_logs"),
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
    subject: (get) => extraCertificate(get("listener_arn"), get("certificate_arn")),
    fields: { listener_arn: as("listener"), certificate_arn: as("certificate") },
  },
  aws_lb_listener_rule: {
    subject: (get) => `rule ${get("priority")} of ${subjectOf(get("listener_arn"), "listener")}`,
    fields: {
      ...tags,
      listener_arn: as("listener"),
      priority: as("priority", number),
      condition: conditions({
        host_header: condition("host-header"),
        path_pattern: condition("path-pattern"),
        http_header: (value, at) => ({
          field: "http-header",
          ...within({ http_header_name: as("name"), values: as("values", set) })(value, at),
        }),
        query_string: (value, at) => ({
          field: "query-string",
          ...queryValues({ key: as("key"), value: as("value") })(value, at),
        }),
        http_request_method: condition("http-request-method"),
        source_ip: condition("source-ip"),
      }),
      action: listOf("actions", action),
    },
  },
  aws_wafv2_web_acl_association: {
    subject: (get) => `web ACL of ${subjectOf(get("resource_arn"), "load balancer")}`,
    fields: { resource_arn: as("resource"), web_acl_arn: as("web ACL") },
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
      slow_start: attribute("slow_start.duration_seconds"),
      load_balancing_algorithm_type: attribute("load_balancing.algorithm.type"),
      preserve_client_ip: attribute("preserve_client_ip.enabled"),
      stickiness,
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
