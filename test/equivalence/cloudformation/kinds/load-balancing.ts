import { flag, number, set, text } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, keyed, listOf, pairs, within } from "../../read.js";

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

const action = {
  Type: as("type"),
  TargetGroupArn: as("target group"),
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
    subject: (get) => `certificate of ${subjectOf(get("ListenerArn"), "listener")}`,
    fields: { ListenerArn: as("listener"), Certificates: certificate },
  },
  "AWS::ElasticLoadBalancingV2::ListenerRule": {
    subject: (get) => `rule ${get("Priority")} of ${subjectOf(get("ListenerArn"), "listener")}`,
    fields: {
      ...tags,
      ListenerArn: as("listener"),
      Priority: as("priority", number),
      Conditions: keyed("conditions", "field", {
        Field: as("field"),
        HostHeaderConfig: within({ Values: as("values", set) }),
        PathPatternConfig: within({ Values: as("values", set) }),
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
      Matcher: within({ HttpCode: as("health check codes") }),
      TargetGroupAttributes: pairs("attributes", "Key", "Value"),
    },
  },
  "AWS::CertificateManager::Certificate": {
    subject: (get) => `certificate ${get("DomainName")}`,
    fields: {
      ...tags,
      DomainName: as("domain"),
      ValidationMethod: as("validation"),
      DomainValidationOptions: within({
        DomainName: as("validated domain"),
        HostedZoneId: as("validation zone"),
      }),
    },
  },
  "AWS::Route53::RecordSet": {
    subject: (get) => `record ${get("Type")} ${get("Name")}`,
    fields: {
      Name: as("name"),
      Type: as("type"),
      HostedZoneId: as("zone"),
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
