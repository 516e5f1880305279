import { type CopilotRow, container, ecs, service, task } from "./row.js";

const logs = "AWS::Logs::LogGroup";
const role = "AWS::IAM::Role";

/** Section 1: variables, storage, messages, logs and sidecars. */
export const dataRows: readonly CopilotRow[] = [
  {
    field: "variables",
    types: "LBWJA",
    ours: service("environment: { LEVEL: debug }"),
    becomes: [task, `${container}Environment[].Value`, "debug"],
  },
  {
    field: "variables.from_cfn",
    types: "LBWJA",
    because: "a value of an export is not known to the manifest's `environment`",
    instead:
      "export it to SSM and write `LEVEL: ssm:/shop/level`, or give it as a parameter: `${parameters.LEVEL}`",
  },
  {
    field: "env_file",
    types: "LBWJ",
    ours: `resources: { Files: { type: s3, import: shop-files } }\n${service('environmentFiles: ["s3://${resources.Files.name}/api.env"]')}`,
    becomes: [task, `${container}EnvironmentFiles[].Type`, "s3"],
    note: "the file is put there by whoever owns it",
  },
  {
    field: "secrets",
    types: "LBWJA",
    ours: service("secrets: { KEY: ssm:/shop/key, DB: secret:shop/db#url }"),
    becomes: [task, `${container}Secrets[].Name`, "KEY"],
  },
  {
    field: "secrets.secretsmanager",
    types: "LBWJ",
    ours: service("secrets: { DB: secret:shop/db#url }"),
    becomes: [task, `${container}Secrets[].ValueFrom`, "url"],
  },
  {
    field: "secrets.from_cfn",
    types: "LBWJ",
    because: "a reference to a secret is its name or ARN",
    instead: "write `secret:name`, or the ARN that the export holds",
  },
  {
    field: "storage.ephemeral",
    types: "LBWJ",
    ours: service("size: { disk: 30 }"),
    becomes: [task, "EphemeralStorage.SizeInGiB", "30"],
  },
  {
    field: "storage.readonly_fs",
    types: "LBWJ",
    ours: service("readOnly: true, exec: false"),
    becomes: [task, `${container}ReadonlyRootFilesystem`, "true"],
  },
  {
    field: "storage.volumes",
    types: "LBWJ",
    ours: service("volumes: { tmp: /data }"),
    becomes: [task, `${container}MountPoints[].ContainerPath`, "/data"],
    note: "without `efs`: scratch that sidecars share",
  },
  {
    field: "storage.volumes.efs",
    types: "LBWJ",
    ours: `resources: { Shared: { type: efs } }\n${service("volumes: { data: { efs: Shared, path: /data } }")}`,
    becomes: ["AWS::EFS::FileSystem", "Encrypted", "true"],
  },
  {
    field: "storage.volumes.efs.uid, gid",
    types: "LBWJ",
    ours: `resources: { Shared: { type: efs } }\n${service("volumes: { data: { efs: Shared, path: /data, owner: { uid: 1010, gid: 1020 } } }")}`,
    becomes: ["AWS::EFS::AccessPoint", "PosixUser.Gid", "1020"],
  },
  {
    field: "storage.volumes.efs.id, root_dir, auth",
    types: "LBWJ",
    ours: `resources: { Shared: { type: efs, import: { fileSystem: fs-0a1b2c3d4e5f60718, securityGroup: sg-0123456789abcdef0 } } }\n${service("volumes: { data: { efs: Shared, path: /data } }")}`,
    becomes: [task, "Volumes[].EFSVolumeConfiguration.FilesystemId", "fs-0a1b2c3d4e5f60718"],
    note: "`directory`, `accessPoint` and `iam` of the volume are root_dir and auth",
  },
  {
    field: "publish.topics",
    types: "LBWJA",
    ours: `resources: { Events: { type: sns } }\n${service("access: { Events: send }")}`,
    becomes: ["AWS::SNS::Topic", "TopicName"],
    note: "give it to the code: `environment: { TOPIC: ${resources.Events.arn} }`",
  },
  {
    field: "publish.topics.fifo",
    types: "LBWJ",
    ours: `resources: { Events: { type: sns, fifo: true } }\n${service("access: { Events: send }")}`,
    becomes: ["AWS::SNS::Topic", "FifoTopic", "true"],
  },
  {
    field: "logging.retention",
    types: "LBWJ",
    ours: service("logs: 14d"),
    becomes: [logs, "RetentionInDays", "14"],
  },
  {
    field: "logging.destination",
    types: "LBWJ",
    ours: service(
      "logs: { router: { destination: { Name: cloudwatch_logs, region: eu-west-1, log_group_name: /shop, log_stream_prefix: api- } } }",
    ),
    becomes: [task, `${container}LogConfiguration.LogDriver`, "awsfirelens"],
  },
  {
    field: "logging.image, enableMetadata",
    types: "LBWJ",
    ours: service(
      "logs: { router: { image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.5', enableMetadata: false, destination: { Name: cloudwatch_logs, region: eu-west-1, log_group_name: /shop, log_stream_prefix: api- } } }",
    ),
    becomes: [task, `${container}FirelensConfiguration.Options.enable-ecs-log-metadata`, "false"],
  },
  {
    field: "logging.secretOptions",
    types: "LBWJ",
    ours: service(
      "logs: { router: { destination: { Name: datadog, Host: http-intake.logs.datadoghq.eu }, secretOptions: { apikey: 'secret:datadog#key' } } }",
    ),
    becomes: [task, `${container}LogConfiguration.SecretOptions[].Name`, "apikey"],
  },
  {
    field: "logging.configFilePath",
    types: "LBWJ",
    ours: service(
      "logs: { router: { config: /fluent-bit/extra.conf, destination: { Name: cloudwatch_logs, region: eu-west-1, log_group_name: /shop, log_stream_prefix: api- } } }",
    ),
    becomes: [task, `${container}FirelensConfiguration.Options.config-file-value`, "/fluent-bit/extra.conf"],
  },
  {
    field: "logging.variables, secrets, env_file",
    types: "LBWJ",
    because: "the router that is added takes its settings from `destination` and `secretOptions`",
    instead: "write the router as a container of your own in `containers`",
  },
  {
    field: "observability.tracing",
    types: "LBWJ",
    ours: service("tracing: xray"),
    becomes: [role, "Policies[].PolicyDocument.Statement[].Action[]", "xray:PutTraceSegments"],
  },
  {
    field: "taskdef_overrides",
    types: "LBWJ",
    because: "patches of the output are not built yet; Copilot itself calls the field deprecated",
    instead:
      "most of what it was used for has a field: `ulimits`, `capabilities`, `sysctls`, `tmpfs`, `stopTimeout`",
  },
  {
    field: "sidecars.N.image, essential",
    types: "LBWJ",
    ours: service("containers: { proxy: { image: 'envoy:1', essential: false } }"),
    becomes: [task, `${container}Essential`, "false"],
  },
  {
    field: "sidecars.N.port",
    types: "LBWJ",
    ours: service("containers: { proxy: { image: 'envoy:1', ports: [{ port: 8125, protocol: udp }] } }"),
    becomes: [task, `${container}PortMappings[].Protocol`, "udp"],
  },
  {
    field: "sidecars.N.credentialsParameter",
    types: "LBWJ",
    ours: service(
      "containers: { proxy: { image: { repository: registry.example.com/envoy, credentials: secret:hub } } }",
    ),
    becomes: [task, `${container}RepositoryCredentials.CredentialsParameter`, "hub"],
  },
  {
    field: "sidecars.N.variables, secrets, env_file",
    types: "LBWJ",
    ours: service(
      "containers: { proxy: { image: 'envoy:1', environment: { A: from-sidecar }, secrets: { K: ssm:/k } } }",
    ),
    becomes: [task, `${container}Environment[].Value`, "from-sidecar"],
  },
  {
    field: "sidecars.N.mount_points",
    types: "LBWJ",
    ours: service(
      "volumes: { tmp: /data }, containers: { proxy: { image: 'envoy:1', volumes: { tmp: { path: /in, readOnly: true } } } }",
    ),
    becomes: [task, `${container}MountPoints[].ContainerPath`, "/in"],
  },
  {
    field: "sidecars.N.labels, depends_on, healthcheck, entrypoint, command",
    types: "LBWJ",
    ours: service(
      "containers: { proxy: { image: 'envoy:1', labels: { a: b }, health: [CMD, 'true'], entrypoint: [/run], command: [proxy], dependsOn: { api: start } } }",
    ),
    becomes: [task, `${container}Command[]`, "proxy"],
  },
  {
    field: "environments.E",
    types: "all",
    ours: `environments: { prod: { services: { api: { scale: 5 } } } }`,
    becomes: [ecs, "DesiredCount", "5"],
    note: "lists replace; null removes, where Copilot ignores it",
  },
];
