import type {
  Certificate,
  DnsAlias,
  Listener,
  ListenerCertificate,
  ListenerRule,
  LoadBalancer,
  LogBucket,
  TargetGroup,
  WebAclAssociation,
} from "../plan/resources/load-balancing.js";
import { renderAuthenticateAction, renderListenerAction } from "./listener-actions.js";
import { renderConditions } from "./listener-conditions.js";
import { given, listed } from "./properties.js";
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
      ...given("IpAddressType", loadBalancer.ipAddressType),
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
  const action = renderListenerAction(rule.action, scope);
  return {
    Type: "AWS::ElasticLoadBalancingV2::ListenerRule",
    Properties: {
      ListenerArn: renderValue(rule.listener, scope),
      Priority: rule.priority,
      Conditions: renderConditions(rule),
      Actions:
        rule.authenticate === undefined
          ? [action]
          : [
              { Order: 1, ...renderAuthenticateAction(rule.authenticate, scope) },
              { Order: 2, ...action },
            ],
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
      ...(group.protocol === "HTTP" ? { ProtocolVersion: group.protocolVersion ?? "HTTP1" } : {}),
      Port: group.port,
      HealthCheckEnabled: true,
      HealthCheckProtocol: healthCheck.http === undefined ? "TCP" : "HTTP",
      ...given("HealthCheckPort", healthCheck.port === undefined ? undefined : String(healthCheck.port)),
      ...given("HealthCheckPath", healthCheck.http?.path),
      HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
      HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
      HealthyThresholdCount: healthCheck.healthyCount,
      UnhealthyThresholdCount: healthCheck.unhealthyCount,
      ...given(
        "Matcher",
        healthCheck.http && {
          [group.protocolVersion === "GRPC" ? "GrpcCode" : "HttpCode"]: healthCheck.http.codes,
        },
      ),
      TargetGroupAttributes: targetGroupAttributes(group),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html */
export function renderCertificate(certificate: Certificate, scope: Scope): ResourceBody {
  const { domainName, alternativeNames = [], hostedZone } = certificate;
  const names = [domainName, ...alternativeNames];
  return {
    Type: "AWS::CertificateManager::Certificate",
    Properties: {
      DomainName: domainName,
      ...listed("SubjectAlternativeNames", alternativeNames),
      ValidationMethod: "DNS",
      ...given(
        "DomainValidationOptions",
        hostedZone &&
          names.map((name) => ({ DomainName: name, HostedZoneId: renderValue(hostedZone, scope) })),
      ),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html */
export function renderWebAclAssociation(association: WebAclAssociation, scope: Scope): ResourceBody {
  return {
    Type: "AWS::WAFv2::WebACLAssociation",
    Properties: {
      ResourceArn: renderValue(association.loadBalancer, scope),
      WebACLArn: renderValue(association.webAcl, scope),
    },
  };
}

export function renderDnsAlias(alias: DnsAlias, scope: Scope): ResourceBody {
  return {
    Type: "AWS::Route53::RecordSet",
    Properties: {
      Name: alias.name,
      Type: alias.recordType ?? "A",
      HostedZoneId: renderValue(alias.hostedZone, scope),
      ...(alias.latencyRegion !== undefined && {
        SetIdentifier: alias.latencyRegion,
        Region: alias.latencyRegion,
      }),
      AliasTarget: {
        DNSName: renderValue(alias.target.dnsName, scope),
        HostedZoneId: renderValue(alias.target.hostedZone, scope),
        ...given("EvaluateTargetHealth", alias.latencyRegion === undefined ? undefined : true),
      },
    },
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes */
function loadBalancerAttributes(loadBalancer: LoadBalancer, scope: Scope): Json[] {
  return [
    attribute("deletion_protection.enabled", String(loadBalancer.deletionProtection)),
    ...settingAttributes(loadBalancer.settings),
    ...logAttributes("access_logs", loadBalancer.accessLogs, scope),
    ...logAttributes("connection_logs", loadBalancer.connectionLogs, scope),
  ];
}

function logAttributes(kind: string, logs: LogBucket | undefined, scope: Scope): Json[] {
  if (logs === undefined) return [];
  return [
    attribute(`${kind}.s3.enabled`, "true"),
    attribute(`${kind}.s3.bucket`, renderValue(logs.bucket, scope)),
    ...(logs.prefix === undefined ? [] : [attribute(`${kind}.s3.prefix`, logs.prefix)]),
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
    ...maybeAttribute("routing.http2.enabled", settings.http2),
    ...maybeAttribute("client_keep_alive.seconds", settings.clientKeepAliveSeconds),
  ];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
function targetGroupAttributes(group: TargetGroup): Json[] {
  const { sticky } = group;
  return [
    attribute("deregistration_delay.timeout_seconds", String(group.deregistrationDelaySeconds)),
    ...(sticky === undefined
      ? []
      : [attribute("stickiness.enabled", "true"), attribute("stickiness.type", sticky.type)]),
    ...(sticky?.type === "app_cookie" ? [attribute("stickiness.app_cookie.cookie_name", sticky.cookie)] : []),
    ...(sticky === undefined || sticky.type === "source_ip"
      ? []
      : [attribute(`stickiness.${sticky.type}.duration_seconds`, String(sticky.seconds))]),
    ...maybeAttribute("slow_start.duration_seconds", group.slowStartSeconds),
    ...maybeAttribute("load_balancing.algorithm.type", group.algorithm),
    ...maybeAttribute("preserve_client_ip.enabled", group.preserveClientIp),
  ];
}

function maybeAttribute(key: string, value: string | number | boolean | undefined): Json[] {
  return value === undefined ? [] : [attribute(key, String(value))];
}

function attribute(key: string, value: Json): JsonObject {
  return { Key: key, Value: value };
}
