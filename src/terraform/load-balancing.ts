import type {
  Listener,
  ListenerCertificate,
  ListenerRule,
  LoadBalancer,
  TargetGroup,
} from "../plan/resources/load-balancing.js";
import { type Arguments, type Block, block } from "./hcl/tree.js";
import { renderListenerAction } from "./listener-actions.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderLoadBalancer(loadBalancer: LoadBalancer, scope: Scope): Rendered {
  const logs = loadBalancer.accessLogs;
  const { settings } = loadBalancer;
  return {
    arguments: {
      name: scope.names.named(loadBalancer.name),
      load_balancer_type: settings.type,
      internal: loadBalancer.scheme === "internal",
      subnets: renderValues(loadBalancer.subnets, scope),
      security_groups: renderEach(loadBalancer.securityGroups, scope),
      enable_deletion_protection: loadBalancer.deletionProtection,
      ...renderLoadBalancerSettings(settings),
    },
    blocks:
      logs === undefined
        ? []
        : [
            block("access_logs", {
              enabled: true,
              bucket: renderValue(logs.bucket, scope),
              prefix: logs.prefix,
            }),
          ],
  };
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
    blocks: [renderListenerAction("default_action", listener.defaultAction, scope)],
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
  const condition = (field: string, values: readonly string[]): Block[] =>
    values.length === 0 ? [] : [block("condition", [block(field, { values })])];
  return {
    arguments: { listener_arn: renderValue(rule.listener, scope), priority: rule.priority },
    blocks: [
      ...condition("host_header", rule.hosts),
      ...condition("path_pattern", rule.paths),
      renderListenerAction("action", rule.action, scope),
    ],
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
      protocol_version: group.protocol === "HTTP" ? "HTTP1" : undefined,
      deregistration_delay: group.deregistrationDelaySeconds,
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
    ],
  };
}

function renderLoadBalancerSettings(settings: LoadBalancer["settings"]): Arguments {
  if (settings.type === "network") return { enable_cross_zone_load_balancing: settings.crossZone };
  return {
    idle_timeout: settings.idleTimeoutSeconds,
    drop_invalid_header_fields: settings.dropInvalidHeaderFields,
    desync_mitigation_mode: settings.desyncMitigationMode,
  };
}
