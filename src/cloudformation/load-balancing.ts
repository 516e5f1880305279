import type {
  Certificate,
  DnsAlias,
  Listener,
  ListenerCertificate,
  ListenerRule,
  LoadBalancer,
  TargetGroup,
} from "../plan/resources/load-balancing.js";
import { renderListenerAction } from "./listener-actions.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderLoadBalancer(loadBalancer: LoadBalancer, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    Properties: {
      Name: loadBalancer.name,
      Type: loadBalancer.settings.type,
      Scheme: loadBalancer.scheme,
      Subnets: renderValues(loadBalancer.subnets, scope),
      SecurityGroups: renderEach(loadBalancer.securityGroups, scope),
      LoadBalancerAttributes: loadBalancerAttributes(loadBalancer, scope),
    },
  };
}

export function renderListener(listener: Listener, scope: Scope): ResourceBody {
  const { tls } = listener;
  return {
    Type: "AWS::ElasticLoadBalancingV2::Listener",
    Properties: {
      LoadBalancerArn: renderValue(listener.loadBalancer, scope),
      Port: listener.port,
      Protocol: listener.protocol,
      ...(tls === undefined
        ? {}
        : { SslPolicy: tls.policy, Certificates: [{ CertificateArn: renderValue(tls.certificate, scope) }] }),
      DefaultActions: [renderListenerAction(listener.defaultAction, scope)],
    },
  };
}

export function renderListenerCertificate(extra: ListenerCertificate, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ElasticLoadBalancingV2::ListenerCertificate",
    Properties: {
      ListenerArn: renderValue(extra.listener, scope),
      Certificates: [{ CertificateArn: renderValue(extra.certificate, scope) }],
    },
  };
}

export function renderListenerRule(rule: ListenerRule, scope: Scope): ResourceBody {
  const hosts = { Field: "host-header", HostHeaderConfig: { Values: rule.hosts } };
  const paths = { Field: "path-pattern", PathPatternConfig: { Values: rule.paths } };
  return {
    Type: "AWS::ElasticLoadBalancingV2::ListenerRule",
    Properties: {
      ListenerArn: renderValue(rule.listener, scope),
      Priority: rule.priority,
      Conditions: [...(rule.hosts.length > 0 ? [hosts] : []), ...(rule.paths.length > 0 ? [paths] : [])],
      Actions: [renderListenerAction(rule.action, scope)],
    },
  };
}

export function renderTargetGroup(group: TargetGroup, scope: Scope): ResourceBody {
  const { healthCheck } = group;
  return {
    Type: "AWS::ElasticLoadBalancingV2::TargetGroup",
    Properties: {
      Name: group.name,
      VpcId: renderValue(group.vpc, scope),
      TargetType: "ip",
      Protocol: group.protocol,
      ...(group.protocol === "HTTP" ? { ProtocolVersion: "HTTP1" } : {}),
      Port: group.port,
      HealthCheckEnabled: true,
      HealthCheckProtocol: healthCheck.http === undefined ? "TCP" : "HTTP",
      ...given("HealthCheckPort", healthCheck.port === undefined ? undefined : String(healthCheck.port)),
      ...given("HealthCheckPath", healthCheck.http?.path),
      HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
      HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
      HealthyThresholdCount: healthCheck.healthyCount,
      UnhealthyThresholdCount: healthCheck.unhealthyCount,
      ...given("Matcher", healthCheck.http && { HttpCode: healthCheck.http.codes }),
      TargetGroupAttributes: [
        attribute("deregistration_delay.timeout_seconds", String(group.deregistrationDelaySeconds)),
      ],
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html */
export function renderCertificate(certificate: Certificate, scope: Scope): ResourceBody {
  return {
    Type: "AWS::CertificateManager::Certificate",
    Properties: {
      DomainName: certificate.domainName,
      ValidationMethod: "DNS",
      DomainValidationOptions: [
        { DomainName: certificate.domainName, HostedZoneId: renderValue(certificate.hostedZone, scope) },
      ],
    },
  };
}

export function renderDnsAlias(alias: DnsAlias, scope: Scope): ResourceBody {
  return {
    Type: "AWS::Route53::RecordSet",
    Properties: {
      Name: alias.name,
      Type: "A",
      HostedZoneId: renderValue(alias.hostedZone, scope),
      AliasTarget: {
        DNSName: renderValue(alias.target.dnsName, scope),
        HostedZoneId: renderValue(alias.target.hostedZone, scope),
      },
    },
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes */
function loadBalancerAttributes(loadBalancer: LoadBalancer, scope: Scope): Json[] {
  const logs = loadBalancer.accessLogs;
  return [
    attribute("deletion_protection.enabled", String(loadBalancer.deletionProtection)),
    ...settingAttributes(loadBalancer.settings),
    ...(logs === undefined
      ? []
      : [
          attribute("access_logs.s3.enabled", "true"),
          attribute("access_logs.s3.bucket", renderValue(logs.bucket, scope)),
          attribute("access_logs.s3.prefix", logs.prefix),
        ]),
  ];
}

function settingAttributes(settings: LoadBalancer["settings"]): Json[] {
  if (settings.type === "network") {
    return [attribute("load_balancing.cross_zone.enabled", String(settings.crossZone))];
  }
  return [
    attribute("idle_timeout.timeout_seconds", String(settings.idleTimeoutSeconds)),
    attribute("routing.http.drop_invalid_header_fields.enabled", String(settings.dropInvalidHeaderFields)),
    attribute("routing.http.desync_mitigation_mode", settings.desyncMitigationMode),
  ];
}

function attribute(key: string, value: Json): JsonObject {
  return { Key: key, Value: value };
}
