import type {
  Listener,
  ListenerCertificate,
  ListenerRule,
  LoadBalancer,
  LogBucket,
  TargetGroup,
  WebAclAssociation,
} from "../plan/resources/load-balancing.js";
import { keepWeights } from "./deployment.js";
import { type Arguments, type Block, block } from "./hcl/tree.js";
import { renderAuthenticateAction, renderListenerAction } from "./listener-actions.js";
import { renderConditions } from "./listener-conditions.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderLoadBalancer(loadBalancer: LoadBalancer, scope: Scope): Rendered {
  const { settings } = loadBalancer;
  return {
    arguments: {
      name: scope.names.named(loadBalancer.name),
      load_balancer_type: settings.type,
      internal: loadBalancer.scheme === "internal",
      ip_address_type: loadBalancer.ipAddressType,
      subnets: renderValues(loadBalancer.subnets, scope),
      security_groups: renderEach(loadBalancer.securityGroups, scope),
      enable_deletion_protection: loadBalancer.deletionProtection,
      ...renderLoadBalancerSettings(settings),
    },
    blocks: [
      ...renderLogs("access_logs", loadBalancer.accessLogs, scope),
      ...renderLogs("connection_logs", loadBalancer.connectionLogs, scope),
    ],
  };
}

function renderLogs(type: string, logs: LogBucket | undefined, scope: Scope): readonly Block[] {
  if (logs === undefined) return [];
  return [block(type, { enabled: true, bucket: renderValue(logs.bucket, scope), prefix: logs.prefix })];
}

export function renderListener(listener: Listener, scope: Scope): Rendered {
  return {
    arguments: {
      load_balancer_arn: renderValue(listener.loadBalancer, scope),
      port: listener.port,
      protocol: listener.protocol,
      ssl_policy: listener.tls?.policy,
      certificate_arn: listener.tls && renderValue(listener.tls.certificate, scope),
    },
    blocks: [
      renderListenerAction("default_action", listener.defaultAction, scope),
      ...keepWeights(listener.defaultAction, "default_action"),
    ],
  };
}

export function renderListenerCertificate(extra: ListenerCertificate, scope: Scope): Rendered {
  return {
    arguments: {
      listener_arn: renderValue(extra.listener, scope),
      certificate_arn: renderValue(extra.certificate, scope),
    },
  };
}

export function renderListenerRule(rule: ListenerRule, scope: Scope): Rendered {
  const actions =
    rule.authenticate === undefined
      ? [renderListenerAction("action", rule.action, scope)]
      : [
          renderAuthenticateAction("action", rule.authenticate, scope, 1),
          renderListenerAction("action", rule.action, scope, 2),
        ];
  return {
    arguments: { listener_arn: renderValue(rule.listener, scope), priority: rule.priority },
    blocks: [...renderConditions(rule), ...actions, ...keepWeights(rule.action, "action")],
  };
}

export function renderWebAclAssociation(association: WebAclAssociation, scope: Scope): Rendered {
  return {
    arguments: {
      resource_arn: renderValue(association.loadBalancer, scope),
      web_acl_arn: renderValue(association.webAcl, scope),
    },
  };
}

export function renderTargetGroup(group: TargetGroup, scope: Scope): Rendered {
  const { healthCheck } = group;
  return {
    arguments: {
      name: scope.names.named(group.name),
      vpc_id: renderValue(group.vpc, scope),
      target_type: "ip",
      protocol: group.protocol,
      protocol_version: group.protocol === "HTTP" ? (group.protocolVersion ?? "HTTP1") : undefined,
      deregistration_delay: group.deregistrationDelaySeconds,
      slow_start: group.slowStartSeconds,
      load_balancing_algorithm_type: group.algorithm,
      preserve_client_ip: group.preserveClientIp,
      port: group.port,
    },
    comments: { port: "Only a default: ECS registers each task with its container's own port." },
    blocks: [
      block("health_check", {
        protocol: healthCheck.http === undefined ? "TCP" : "HTTP",
        port: healthCheck.port,
        path: healthCheck.http?.path,
        matcher: healthCheck.http?.codes,
        interval: healthCheck.intervalSeconds,
        timeout: healthCheck.timeoutSeconds,
        healthy_threshold: healthCheck.healthyCount,
        unhealthy_threshold: healthCheck.unhealthyCount,
      }),
      ...renderStickiness(group.sticky),
    ],
  };
}

function renderStickiness(sticky: TargetGroup["sticky"]): readonly Block[] {
  if (sticky === undefined) return [];
  const { type } = sticky;
  return [
    block("stickiness", {
      enabled: true,
      type,
      cookie_name: type === "app_cookie" ? sticky.cookie : undefined,
      cookie_duration: type === "source_ip" ? undefined : sticky.seconds,
    }),
  ];
}

function renderLoadBalancerSettings(settings: LoadBalancer["settings"]): Arguments {
  if (settings.type === "network") return { enable_cross_zone_load_balancing: settings.crossZone };
  return {
    idle_timeout: settings.idleTimeoutSeconds,
    drop_invalid_header_fields: settings.dropInvalidHeaderFields,
    desync_mitigation_mode: settings.desyncMitigationMode,
    enable_http2: settings.http2,
    client_keep_alive: settings.clientKeepAliveSeconds,
  };
}
