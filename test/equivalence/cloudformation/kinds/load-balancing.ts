import { conditions, extraCertificate, queryValues } from "../../conditions.js";
import { flag, number, set, text } from "../../converters.js";
import { isArray, isObject, type Json } from "../../facts.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, keyed, listOf, pairs, under, within } from "../../read.js";

const tags = { Tags: pairs("tags", "Key", "Value") };
const certificate = within({ CertificateArn: as("certificate") });

const redirect = {
  Protocol: as("protocol"),
  Host: as("host"),
  Port: as("port", text),
  Path: as("path"),
  Query: as("query"),
  StatusCode: as("status"),
};

const session = {
  Scope: as("scope"),
  SessionTimeout: as("session", number),
  SessionCookieName: as("cookie"),
  OnUnauthenticatedRequest: as("without a login"),
};

const action = {
  Type: as("type"),
  Order: as("order", number),
  TargetGroupArn: as("target group"),
  ForwardConfig: within({
    TargetGroups: keyed("weights", "target group", {
      TargetGroupArn: as("target group"),
      Weight: as("weight", number),
    }),
    TargetGroupStickinessConfig: under("sticky", {
      Enabled: as("enabled", flag),
      DurationSeconds: as("duration", number),
    }),
  }),
  AuthenticateOidcConfig: under("login", {
    ...session,
    Issuer: as("issuer"),
    AuthorizationEndpoint: as("authorization endpoint"),
    TokenEndpoint: as("token endpoint"),
    UserInfoEndpoint: as("user info endpoint"),
    ClientId: as("client"),
    ClientSecret: as("client secret"),
  }),
  AuthenticateCognitoConfig: under("login", {
    ...session,
    UserPoolArn: as("user pool"),
    UserPoolClientId: as("client"),
    UserPoolDomain: as("domain"),
  }),
  RedirectConfig: within(redirect),
  FixedResponseConfig: within({
    StatusCode: as("status"),
    ContentType: as("content type"),
    MessageBody: as("body"),
  }),
};

export const loadBalancing: Kinds = {
  "AWS::ElasticLoadBalancingV2::LoadBalancer": {
    subject: (get) => `load balancer ${get("Name")}`,
    fields: {
      ...tags,
      Name: as("name"),
      Type: as("type"),
      Scheme: as("scheme"),
      IpAddressType: as("ip address type"),
      Subnets: as("subnets", set),
      SecurityGroups: as("security groups", set),
      LoadBalancerAttributes: pairs("attributes", "Key", "Value"),
    },
  },
  "AWS::ElasticLoadBalancingV2::Listener": {
    subject: (get) => `listener ${get("Port")} of ${subjectOf(get("LoadBalancerArn"), "load balancer")}`,
    fields: {
      ...tags,
      LoadBalancerArn: as("load balancer"),
      Port: as("port", number),
      Protocol: as("protocol"),
      SslPolicy: as("tls policy"),
      Certificates: certificate,
      DefaultActions: listOf("default action", action),
    },
  },
  "AWS::ElasticLoadBalancingV2::ListenerCertificate": {
    subject: (get) => extraCertificate(get("ListenerArn"), certificateIn(get("Certificates"))),
    fields: { ListenerArn: as("listener"), Certificates: certificate },
  },
  "AWS::ElasticLoadBalancingV2::ListenerRule": {
    subject: (get) => `rule ${get("Priority")} of ${subjectOf(get("ListenerArn"), "listener")}`,
    fields: {
      ...tags,
      ListenerArn: as("listener"),
      Priority: as("priority", number),
      Conditions: conditions({
        Field: as("field"),
        HostHeaderConfig: within({ Values: as("values", set) }),
        PathPatternConfig: within({ Values: as("values", set) }),
        HttpHeaderConfig: within({ HttpHeaderName: as("name"), Values: as("values", set) }),
        QueryStringConfig: within({ Values: queryValues({ Key: as("key"), Value: as("value") }) }),
        HttpRequestMethodConfig: within({ Values: as("values", set) }),
        SourceIpConfig: within({ Values: as("values", set) }),
      }),
      Actions: listOf("actions", action),
    },
  },
  "AWS::ElasticLoadBalancingV2::TargetGroup": {
    subject: (get) => `target group ${get("Name")}`,
    fields: {
      ...tags,
      Name: as("name"),
      VpcId: as("vpc"),
      TargetType: as("target type"),
      Protocol: as("protocol"),
      ProtocolVersion: as("protocol version"),
      Port: as("port", number),
      HealthCheckEnabled: as("health check enabled", flag),
      HealthCheckProtocol: as("health check protocol"),
      HealthCheckPort: as("health check port", text),
      HealthCheckPath: as("health check path"),
      HealthCheckIntervalSeconds: as("health check interval", number),
      HealthCheckTimeoutSeconds: as("health check timeout", number),
      HealthyThresholdCount: as("healthy count", number),
      UnhealthyThresholdCount: as("unhealthy count", number),
      Matcher: within({ HttpCode: as("health check codes"), GrpcCode: as("health check codes") }),
      TargetGroupAttributes: pairs("attributes", "Key", "Value"),
    },
  },
  "AWS::CertificateManager::Certificate": {
    subject: (get) => `certificate ${get("DomainName")}`,
    fields: {
      ...tags,
      DomainName: as("domain"),
      SubjectAlternativeNames: as("alternative names", set),
      ValidationMethod: as("validation"),
      DomainValidationOptions: keyed("validations", "domain", {
        DomainName: as("domain"),
        HostedZoneId: as("zone"),
      }),
    },
  },
  "AWS::WAFv2::WebACLAssociation": {
    subject: (get) => `web ACL of ${subjectOf(get("ResourceArn"), "load balancer")}`,
    fields: { ResourceArn: as("resource"), WebACLArn: as("web ACL") },
  },
  "AWS::Route53::RecordSet": {
    subject: (get) => `record ${get("Type")} ${get("Name")}`,
    fields: {
      Name: as("name"),
      Type: as("type"),
      HostedZoneId: as("zone"),
      SetIdentifier: as("set"),
      Region: as("latency region"),
      AliasTarget: within({
        DNSName: as("alias of"),
        HostedZoneId: as("alias zone"),
        EvaluateTargetHealth: as("evaluates target health", flag),
      }),
    },
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html
    assumed: { "evaluates target health": false },
  },
};

function certificateIn(certificates: Json | undefined): Json | undefined {
  const [first] = isArray(certificates) ? certificates : [];
  return isObject(first) ? first["CertificateArn"] : undefined;
}
