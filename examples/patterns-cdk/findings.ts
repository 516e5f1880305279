import { Validations } from "aws-cdk-lib";
import type { Longshore } from "longshore/cdk";

/** What cdk-nag asks about, and why it stays: each wildcard by itself, so that a new one is found. */
export function explainFindings(services: Longshore, environment: string): void {
  const acknowledge = (id: string, findings: Readonly<Record<string, string>>): void => {
    for (const [finding, reason] of Object.entries(findings)) {
      Validations.of(services.resource(id)).acknowledge({ id: `AwsSolutions::${finding}`, reason });
    }
  };
  acknowledge("data/UserFiles", {
    "AwsSolutions-S1": "what is read and written is recorded by CloudTrail's data events",
  });
  for (const name of ["app-api", "inference-api"]) {
    acknowledge(`service/${name}/execution-role`, {
      [wildcard("*")]: "ecr:GetAuthorizationToken supports no resource",
    });
  }
  acknowledge("service/app-api/task-definition", {
    "AwsSolutions-ECS2": "plain variables hold names and addresses only; the secret is read by the code",
  });
  const sessions = `<Agents${environment === "prod" ? "Prod" : "Dev"}DataSessionsMetadataTable>`;
  const table = `arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/${sessions}`;
  acknowledge("service/app-api/task-role", {
    [wildcard("<DataUserFiles.Arn>/*")]:
      "every object of this bucket is a user's file, which the service serves",
    [wildcard(`${table}/index/*`)]: "the table belongs to another team, which may add indexes",
  });
  if (environment === "prod") return;
  for (const name of ["app-api", "inference-api"]) {
    acknowledge(`service/${name}/task-role`, {
      [wildcard("*")]: "ECS Exec, outside production only: its ssmmessages actions support no resources",
    });
  }
  for (const name of ["QuotaEvents", "UserQuotas"]) {
    acknowledge(`data/${name}`, {
      "AwsSolutions-DDB3": "data of a development environment can be made again",
    });
  }
}

function wildcard(resource: string): string {
  return `AwsSolutions-IAM5[Resource::${resource}]`;
}
