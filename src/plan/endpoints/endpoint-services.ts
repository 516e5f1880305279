/** A service of AWS that a VPC endpoint leads to. */
export interface EndpointService {
  readonly type: "gateway" | "interface";
  /**
   * Actions that are requests to it, by how they begin; the endpoint lets exactly these through. Empty where not the tasks'
   * own roles ask, but AWS in their name.
   */
  readonly actions: readonly string[];
}

const by = (...actions: readonly string[]): EndpointService => ({ type: "interface", actions });

/**
 * By the name behind `com.amazonaws.<region>.`. Gateways are free of charge, interfaces are billed by the hour.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const endpointServices: Readonly<Record<string, EndpointService>> = {
  "application-autoscaling": by("application-autoscaling:"),
  appconfigdata: by("appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"),
  "aps-workspaces": by("aps:"),
  athena: by("athena:"),
  "bedrock-agent-runtime": by(
    "bedrock:InvokeAgent",
    "bedrock:InvokeFlow",
    "bedrock:InvokeInlineAgent",
    "bedrock:Retrieve",
  ),
  "bedrock-runtime": by("bedrock:InvokeModel", "bedrock:ApplyGuardrail"),
  codecommit: by("codecommit:"),
  comprehend: by("comprehend:"),
  dynamodb: { type: "gateway", actions: ["dynamodb:"] },
  "ecr.api": by("ecr:"),
  "ecr.dkr": by("ecr:"),
  ecs: by("ecs:"),
  // Needed in regions since December 2023 alone; Service Connect uses it where it is.
  "ecs-agent": by(),
  "ecs-telemetry": by(),
  // A file system is mounted without it.
  elasticfilesystem: by("elasticfilesystem:Describe", "elasticfilesystem:Create", "elasticfilesystem:Delete"),
  events: by("events:"),
  "git-codecommit": by("codecommit:GitPull", "codecommit:GitPush"),
  glue: by("glue:"),
  "kinesis-firehose": by("firehose:"),
  "kinesis-streams": by("kinesis:"),
  kms: by("kms:"),
  lambda: by("lambda:"),
  logs: by("logs:"),
  monitoring: by("cloudwatch:"),
  rds: by("rds:"),
  "rds-data": by("rds-data:"),
  "redshift-data": by("redshift-data:"),
  rekognition: by("rekognition:"),
  s3: { type: "gateway", actions: ["s3:"] },
  scheduler: by("scheduler:"),
  secretsmanager: by("secretsmanager:"),
  sns: by("sns:"),
  sqs: by("sqs:"),
  ssm: by("ssm:"),
  ssmmessages: by("ssmmessages:"),
  states: by("states:"),
  sts: by("sts:"),
  "sync-states": by("states:StartSyncExecution"),
  textract: by("textract:"),
  transcribe: by("transcribe:"),
  translate: by("translate:"),
  xray: by("xray:"),
};

/** Names of the endpoints that an action of IAM, maybe with a `*`, is a request to. */
export function endpointsOf(action: string): readonly string[] {
  const [start = "", ...rest] = action.split("*");
  const covers = (each: string): boolean =>
    start.startsWith(each) || (rest.length > 0 && each.startsWith(start));
  return Object.entries(endpointServices).flatMap(([name, { actions }]) =>
    actions.some(covers) ? [name] : [],
  );
}
