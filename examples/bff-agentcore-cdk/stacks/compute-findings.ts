import { type Stack, Validations } from "aws-cdk-lib";
import type { Longshore } from "longshore/cdk";

/** What cdk-nag asks about the services, and why it stays: each wildcard by itself, so that a new one is found. */
export function explainFindings(stack: Stack, services: Longshore, environment: string): void {
  Validations.of(stack).acknowledge(
    { id: wildcard("*"), reason: "execution roles: ecr:GetAuthorizationToken supports no resource" },
    {
      id: "AwsSolutions::AwsSolutions-ECS2",
      reason: "plain variables hold names and addresses only; passwords and keys come from Parameter Store",
    },
  );
  Validations.of(services.resource("service/bff/task-role")).acknowledge({
    id: wildcard(parameters(environment, "app")),
    reason: "the parameters below this path are the service's own",
  });
  Validations.of(services.resource("service/agentcore/task-role")).acknowledge(
    {
      id: wildcard(parameters(environment, "agent")),
      reason: "the parameters below this path are the service's own",
    },
    {
      id: wildcard("arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model/*"),
      reason: "which model answers is a setting of the agent, changed without a deploy",
    },
    {
      id: wildcard("arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>:agent-alias/*"),
      reason: "agents of this account only; a new version of an agent is a new alias",
    },
    {
      id: wildcard(objectsOfAgentData(environment)),
      reason: "every object of this one bucket is agent data",
    },
  );
}

function wildcard(resource: string): string {
  return `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`;
}

function parameters(environment: string, service: string): string {
  return `arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter/bff/${environment}/${service}/*`;
}

/** As it stands in the template: the bucket is an export of the storage stack. */
function objectsOfAgentData(environment: string): string {
  const bucket = `bff-${environment}-storage:ExportsOutputRefAgentData995D8ED8B4403E32`;
  const parts = { ImportAgentDataBucket: { "Fn::ImportValue": bucket } };
  return JSON.stringify(["arn:${AWS::Partition}:s3:::${ImportAgentDataBucket}/*", parts]);
}
