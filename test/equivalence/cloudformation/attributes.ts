import type { TemplateResource } from "../../../src/cloudformation/index.js";
import { EquivalenceError, type Json } from "../facts.js";
import { tokenOf } from "../kind.js";
import { kinds } from "./kinds.js";
import { logicalIdProperty } from "./logical-id.js";

/**
 * What `Ref` and `Fn::GetAtt` give, from "Return values" of each type's page: a property of the resource (`=Name`) or
 * something that only AWS knows.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "AWS::CertificateManager::Certificate": { Ref: "arn" },
  "AWS::DynamoDB::Table": { Ref: "name", Arn: "arn" },
  "AWS::EC2::EIP": { AllocationId: "allocation" },
  "AWS::EC2::InternetGateway": { Ref: "id" },
  "AWS::EC2::NatGateway": { Ref: "id" },
  "AWS::EC2::RouteTable": { Ref: "id" },
  "AWS::EC2::SecurityGroup": { GroupId: "id" },
  "AWS::EC2::Subnet": { Ref: "id" },
  "AWS::EC2::VPC": { Ref: "id" },
  "AWS::ApplicationAutoScaling::ScalableTarget": { Ref: "id" },
  "AWS::ApplicationAutoScaling::ScalingPolicy": { Ref: "arn" },
  "AWS::CloudWatch::Alarm": { Ref: "=AlarmName" },
  "AWS::ECR::Repository": { Arn: "arn", RepositoryUri: "uri" },
  "AWS::ECS::Cluster": { Ref: "=ClusterName", Arn: "arn" },
  "AWS::ECS::Service": { Ref: "arn", Name: "=ServiceName" },
  "AWS::ECS::TaskDefinition": { Ref: "arn" },
  "AWS::EFS::AccessPoint": { Ref: "id", Arn: "arn" },
  "AWS::EFS::FileSystem": { Ref: "id", Arn: "arn" },
  "AWS::ElasticLoadBalancingV2::Listener": { Ref: "arn" },
  "AWS::ElasticLoadBalancingV2::ListenerRule": { Ref: "arn" },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": {
    Ref: "arn",
    DNSName: "dns name",
    LoadBalancerFullName: "full name",
    CanonicalHostedZoneID: "zone",
  },
  "AWS::ElasticLoadBalancingV2::TargetGroup": { Ref: "arn", TargetGroupFullName: "full name" },
  "AWS::IAM::Role": { Arn: "arn" },
  // The ARN covers the streams.
  "AWS::Logs::LogGroup": { Ref: "=LogGroupName", Arn: "arn:*" },
  "AWS::ElastiCache::ReplicationGroup": { "PrimaryEndPoint.Address": "host" },
  "AWS::ElastiCache::ServerlessCache": { "Endpoint.Address": "host" },
  "AWS::ElastiCache::SubnetGroup": { Ref: "=CacheSubnetGroupName" },
  "AWS::RDS::DBCluster": { Ref: "id", "Endpoint.Address": "host", "MasterUserSecret.SecretArn": "secret" },
  "AWS::RDS::DBClusterParameterGroup": { Ref: "=DBClusterParameterGroupName" },
  "AWS::RDS::DBInstance": { "Endpoint.Address": "host", "MasterUserSecret.SecretArn": "secret" },
  "AWS::RDS::DBParameterGroup": { Ref: "=DBParameterGroupName" },
  "AWS::RDS::DBSubnetGroup": { Ref: "=DBSubnetGroupName" },
  "AWS::KMS::Key": { Ref: "id", Arn: "arn" },
  "AWS::S3::Bucket": { Ref: "name", Arn: "arn" },
  "AWS::SecretsManager::Secret": { Ref: "arn" },
  "AWS::ServiceDiscovery::HttpNamespace": { Arn: "arn" },
  "AWS::ServiceDiscovery::PrivateDnsNamespace": { Arn: "arn", Ref: "id" },
  "AWS::ServiceDiscovery::Service": { Arn: "arn" },
  "AWS::SNS::Topic": { Ref: "arn" },
  "AWS::StepFunctions::StateMachine": { Ref: "arn" },
  "AWS::SQS::Queue": { Ref: "url", Arn: "arn", QueueName: "name" },
};

export function readAttribute(
  logicalId: string,
  name: string,
  { Type, Properties = {} }: TemplateResource,
  evaluate: (json: Json) => Json,
): Json {
  const attribute = attributes[Type]?.[name];
  const kind = kinds[Type];
  if (attribute === undefined || kind === undefined)
    throw new EquivalenceError(`${name} of ${logicalId}, which is ${Type}`);
  const get = (property: string): Json | undefined => {
    const value = property === logicalIdProperty ? logicalId : Properties[property];
    return value === undefined ? undefined : evaluate(value);
  };
  if (attribute.startsWith("=")) return get(attribute.slice(1)) ?? null;
  const [said = "", suffix] = attribute.split(":");
  return tokenOf(said, kind.subject(get)) + (suffix === undefined ? "" : `:${suffix}`);
}
