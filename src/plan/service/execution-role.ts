import { viaService } from "../access/targets.js";
import { referTo } from "../resource.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { LogGroup } from "../resources/observability.js";
import type { Value } from "../value.js";
import type { SecretGrants } from "./secrets.js";

export interface ExecutionNeeds {
  /** The private repositories of the images. */
  readonly repositoryArns: readonly Value<string>[];
  readonly logGroup: LogGroup;
  readonly secrets: SecretGrants;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
export function executionStatements(needs: ExecutionNeeds): readonly PolicyStatement[] {
  const allow = (
    sid: string,
    actions: readonly string[],
    resources: readonly Value<string>[],
  ): PolicyStatement[] => (resources.length === 0 ? [] : [{ sid, effect: "Allow", actions, resources }]);
  const pull =
    needs.repositoryArns.length === 0
      ? []
      : [
          {
            sid: "LogInToRegistry",
            effect: "Allow",
            actions: ["ecr:GetAuthorizationToken"],
            resources: ["*"],
            reason: "ecr:GetAuthorizationToken supports no resources",
          } as const,
          ...allow(
            "PullImage",
            ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            needs.repositoryArns,
          ),
        ];
  return [
    ...pull,
    ...allow(
      "WriteLogs",
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      [referTo(needs.logGroup, "streamsArn")],
    ),
    ...allow("ReadParameters", ["ssm:GetParameter", "ssm:GetParameters"], needs.secrets.parameterArns),
    ...allow("ReadSecrets", ["secretsmanager:GetSecretValue"], needs.secrets.secretArns),
    ...allow("DecryptSecrets", ["kms:Decrypt"], needs.secrets.keyArns).map((statement) => ({
      ...statement,
      conditions: [viaService("secretsmanager")],
    })),
    ...allow("ReadFiles", ["s3:GetObject"], needs.secrets.objectArns),
    ...allow("FindFiles", ["s3:GetBucketLocation"], needs.secrets.bucketArns),
    ...allow("DecryptFiles", ["kms:Decrypt"], needs.secrets.bucketKeyArns).map((statement) => ({
      ...statement,
      conditions: [viaService("s3")],
    })),
  ];
}
