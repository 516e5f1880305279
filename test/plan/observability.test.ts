import { describe, expect, it } from "vitest";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import type { Plan } from "../../src/plan/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const resources = "resources:\n  Key: { type: kms }\n  Jobs: { type: sqs }\n";

/** A service `api` behind a load balancer, and what else is written. */
function manifest(api: string, more = ""): string {
  return `application: shop\nregion: eu-west-1\n${more}\nservices:\n  api: { image: nginx, port: 80, route: /*, ${api} }\n${resources}`;
}

function alarms(plan: Plan): Readonly<Record<string, readonly [number, string]>> {
  const found = resourcesOf(plan).filter((each) => each.kind === "Alarm");
  return Object.fromEntries(
    found.map(({ id, threshold, treatMissingData }) => [id, [threshold, treatMissingData]]),
  );
}

const terraform = (plan: Plan, file: string): string =>
  renderTerraform(plan).find((each) => each.file === file)?.text ?? "";

const resourcesOfType = (plan: Plan, type: string): readonly unknown[] =>
  renderCloudFormation(plan).flatMap(({ template }) =>
    Object.values(template.Resources).flatMap((each) => (each.Type === type ? [each.Properties] : [])),
  );

describe("alarms", () => {
  it("have limits of the service, else of the application, else those that fit most", () => {
    const own = "alarms: { errorRate: 1 %, cpu: off, queueAge: 10m }, access: { Jobs: consume }";
    const found = alarms(planOf(manifest(own, "alarms: { latency: 500ms, cpu: 70, memory: 80 }")));
    expect(found).toEqual({
      "platform/alarm-load-balancer-errors": [10, "notBreaching"],
      "service/api/alarm-latency": [0.5, "notBreaching"],
      "service/api/alarm-memory-high": [80, "notBreaching"],
      "service/api/alarm-queue-age-jobs": [600, "notBreaching"],
      "service/api/alarm-running-below-desired": [0, "notBreaching"],
      "service/api/alarm-server-errors": [1, "notBreaching"],
      "service/api/alarm-unhealthy-targets": [0, "notBreaching"],
    });
    expect(alarms(planOf(manifest("")))).toMatchObject({
      "service/api/alarm-cpu-high": [90, "notBreaching"],
      "service/api/alarm-server-errors": [5, "notBreaching"],
    });
  });

  it("are none where they are off", () => {
    expect(Object.keys(alarms(planOf(manifest("alarms: off"))))).toEqual([
      "platform/alarm-load-balancer-errors",
    ]);
  });

  it("take a missing count of tasks for none where it is counted by samples", () => {
    const found = alarms(planOf(manifest("", "cluster: { insights: off }")));
    expect(found["service/api/alarm-running-below-desired"]).toEqual([2, "breaching"]);
  });

  it("watch a percentile only with enough samples, in both outputs", () => {
    const plan = planOf(manifest("alarms: { latency: 2s }"));
    expect(resourcesOfType(plan, "AWS::CloudWatch::Alarm")).toContainEqual(
      expect.objectContaining({
        ExtendedStatistic: "p99",
        MetricName: "TargetResponseTime",
        Threshold: 2,
        EvaluateLowSampleCountPercentile: "ignore",
      }),
    );
    expect(terraform(plan, "alarms.tf")).toMatch(/evaluate_low_sample_count_percentiles = "ignore"/);
  });

  it("are told by one over all of them, when asked", () => {
    const plan = planOf(manifest("", "alarms: { notify: [ops@example.com], composite: true }"));
    const single = resourcesOf(plan).filter((each) => each.kind === "Alarm");
    expect(single.length).toBeGreaterThan(4);
    expect(single.flatMap(({ actions }) => actions)).toEqual([]);
    const composite = resourceOf(plan, "CompositeAlarm", "alarms/composite");
    expect(composite.anyOf).toEqual(single.map(({ alarmName }) => alarmName).sort());
    expect(composite.actions).toEqual([{ ref: "platform/alarms-topic", attribute: "arn" }]);
    expect(plan.stacks.at(-1)).toMatchObject({
      area: "alarms",
      dependsOn: ["shop-platform", "shop-service-api"],
    });
    const [body] = resourcesOfType(plan, "AWS::CloudWatch::CompositeAlarm") as { AlarmRule: string }[];
    expect(body?.AlarmRule).toMatch(/^ALARM\("shop-api-cpu-high"\) OR ALARM\(".*"\)$/);
    expect(terraform(plan, "alarms.tf")).toMatch(
      /alarm_rule = join\(" OR ", formatlist\("ALARM\(\\"%s\\"\)", \[/,
    );
  });

  it("go to a topic that a key encrypts, which lets them", () => {
    const plan = planOf(manifest("", "alarms: { notify: [ops@example.com], encryption: Key }"));
    expect(resourceOf(plan, "SnsTopic", "platform/alarms-topic").key).toEqual({
      ref: "data/Key",
      attribute: "arn",
    });
    const principals = resourceOf(plan, "Key", "data/Key").policy.flatMap((each) => each.principals ?? []);
    expect(principals).toContainEqual({ service: "cloudwatch.amazonaws.com" });
    expect(principals).toContainEqual({ service: "events.amazonaws.com" });
  });
});

describe("events", () => {
  it("of stopped tasks and deployments are kept in a log group that they may be written to", () => {
    const plan = planOf(manifest("", "alarms: { events: 14d }"));
    const group = resourceOf(plan, "LogGroup", "platform/event-log-group");
    expect(group).toMatchObject({ logGroupName: "/aws/events/shop", retentionDays: 14 });
    const rules = resourcesOf(plan).filter((each) => each.kind === "EventRule");
    expect(rules.map(({ ruleName }) => ruleName)).toEqual(["shop-deployments", "shop-stopped-tasks"]);
    const [policy] = resourcesOfType(plan, "AWS::Logs::ResourcePolicy") as { PolicyDocument: unknown }[];
    const text = JSON.stringify(policy?.PolicyDocument);
    expect(text).toMatch(/events\.amazonaws\.com/);
    expect(text).toMatch(/logs:PutLogEvents/);
    expect(text).toMatch(/PlatformEventLogGroup\.Arn/);
    expect(terraform(plan, "logs.tf")).toMatch(/resource "aws_cloudwatch_log_resource_policy" "event_log"/);
    expect(resourcesOf(planOf(manifest(""))).map(({ id }) => id)).not.toContain("platform/event-log-group");
  });
});

describe("a log group", () => {
  const logs =
    "logs: { retention: 14d, group: /shop/api, class: infrequent-access, encryption: Key, mode: blocking, multiline: '^\\d{4}-' }";

  it("has a name, a class and a key of one's own", () => {
    const plan = planOf(manifest(logs));
    expect(resourcesOfType(plan, "AWS::Logs::LogGroup")).toContainEqual(
      expect.objectContaining({
        LogGroupName: "/shop/api",
        RetentionInDays: 14,
        LogGroupClass: "INFREQUENT_ACCESS",
      }),
    );
    expect(resourceOf(plan, "LogGroup", "service/api/log-group").key).toEqual({
      ref: "data/Key",
      attribute: "arn",
    });
    expect(terraform(plan, "logs.tf")).toMatch(
      /log_group_class += "INFREQUENT_ACCESS"\n +kms_key_id += aws_kms_key\.key\.arn/,
    );
    expect(resourceOf(plan, "Key", "data/Key").policy).toContainEqual(
      expect.objectContaining({
        sid: "UsedByLogs",
        principals: [{ service: { join: ["logs.", { pseudo: "region" }, ".amazonaws.com"] } }],
      }),
    );
    expect(resourceOf(planOf(manifest("")), "Key", "data/Key").policy).toHaveLength(1);
  });

  it("is written to in blocks of lines, and waited for", () => {
    const plan = planOf(manifest(logs));
    const [definition] = resourcesOfType(plan, "AWS::ECS::TaskDefinition") as {
      ContainerDefinitions: { LogConfiguration: { Options: object } }[];
    }[];
    const options = definition?.ContainerDefinitions[0]?.LogConfiguration.Options;
    expect(options).toMatchObject({ "awslogs-multiline-pattern": "^\\d{4}-", mode: "blocking" });
    expect(options).not.toHaveProperty("max-buffer-size");
    expect(terraform(plan, "ecs.tf")).toMatch(/awslogs-multiline-pattern = "\^\\\\d\{4\}-"/);
    const buffered = planOf(manifest("logs: { buffer: 50 }"));
    expect(JSON.stringify(resourcesOfType(buffered, "AWS::ECS::TaskDefinition"))).toMatch(
      /"max-buffer-size":"50m"/,
    );
  });
});

describe("a log router", () => {
  const router = (text: string): string => `logs: { router: ${text} }`;

  it("takes the lines of the other containers to the service's own log group", () => {
    const plan = planOf(
      manifest(
        `${router("{ destination: { Name: cloudwatch_logs } }")}, containers: { cache: { image: redis } }`,
      ),
    );
    const { containers } = resourceOf(plan, "TaskDefinition", "service/api/task-definition");
    expect(containers.map(({ name }) => name)).toEqual(["api", "cache", "log-router"]);
    for (const { logs } of containers.slice(0, 2)) {
      expect(logs).toEqual({
        options: [
          { name: "Name", value: "cloudwatch_logs" },
          { name: "log_group_name", value: { ref: "service/api/log-group", attribute: "name" } },
          { name: "log_stream_prefix", value: "api/" },
          { name: "region", value: { pseudo: "region" } },
        ],
        secretOptions: [],
      });
    }
    expect(containers[2]).toMatchObject({
      essential: true,
      user: "0",
      firelens: { enableMetadata: true },
      logs: { streamPrefix: "api" },
    });
    const role = resourceOf(plan, "IamRole", "service/api/task-role").policies[0]?.statements;
    expect(role).toContainEqual(
      expect.objectContaining({
        sid: "RouteLogs",
        resources: [{ ref: "service/api/log-group", attribute: "streamsArn" }],
      }),
    );
  });

  it("is told in both outputs what it is and where the lines go", () => {
    const plan = planOf(
      manifest(
        router(
          '{ image: "example.com/router:1", config: /extra.conf, enableMetadata: false, destination: { Name: datadog }, secretOptions: { apikey: "secret:datadog#key" } }',
        ),
      ),
    );
    const [definition] = resourcesOfType(plan, "AWS::ECS::TaskDefinition") as {
      ContainerDefinitions: object[];
    }[];
    expect(definition?.ContainerDefinitions[0]).toMatchObject({
      LogConfiguration: {
        LogDriver: "awsfirelens",
        Options: { Name: "datadog" },
        SecretOptions: [{ Name: "apikey" }],
      },
    });
    expect(definition?.ContainerDefinitions[1]).toMatchObject({
      FirelensConfiguration: {
        Type: "fluentbit",
        Options: {
          "enable-ecs-log-metadata": "false",
          "config-file-type": "file",
          "config-file-value": "/extra.conf",
        },
      },
    });
    const ecs = terraform(plan, "ecs.tf");
    expect(ecs).toMatch(/logDriver = "awsfirelens"/);
    expect(ecs).toMatch(/firelensConfiguration = \{\n +type = "fluentbit"/);
    const secrets = resourceOf(plan, "IamRole", "service/api/execution-role").policies[0]?.statements;
    expect(secrets?.map(({ sid }) => sid)).toContain("ReadSecrets");
  });

  it.each([
    [
      "{ Name: kinesis_firehose, delivery_stream: lines }",
      ["firehose:PutRecordBatch"],
      "deliverystream/lines",
    ],
    ["{ Name: kinesis_streams, stream: lines }", ["kinesis:PutRecords"], "stream/lines"],
    ["{ Name: s3, bucket: lines }", ["s3:PutObject"], "lines/*"],
    [
      "{ Name: cloudwatch, log_group_name: /x/$(ecs_cluster), log_stream_prefix: a, auto_create_group: true }",
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      "log-group:/x/*",
    ],
  ])("may do what the destination %s needs", (destination, actions, resource) => {
    const plan = planOf(manifest(router(`{ destination: ${destination} }`)));
    const statements = resourceOf(plan, "IamRole", "service/api/task-role").policies[0]?.statements ?? [];
    const found = statements.find(({ sid }) => sid === "RouteLogs");
    expect(found?.actions).toEqual(actions);
    expect(JSON.stringify(found?.resources)).toContain(resource);
  });
});

describe("tracing", () => {
  it("puts a collector beside the code and tells the code where it is", () => {
    const plan = planOf(
      manifest("tracing: xray, environment: { OTEL_SERVICE_NAME: other }", "environments: {}"),
    );
    const { containers } = resourceOf(plan, "TaskDefinition", "service/api/task-definition");
    expect(containers[0]?.dependsOn).toEqual([{ container: "aws-otel-collector", condition: "START" }]);
    const variables = Object.fromEntries(
      (containers[0]?.environment ?? []).map(({ name, value }) => [name, value]),
    );
    expect(variables).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318",
      OTEL_METRICS_EXPORTER: "none",
      OTEL_SERVICE_NAME: "other",
    });
    expect(containers[1]).toMatchObject({
      name: "aws-otel-collector",
      essential: false,
      command: ["--config=/etc/ecs/ecs-xray.yaml"],
      environment: [],
    });
    const [statement, ...others] =
      resourceOf(plan, "IamRole", "service/api/task-role").policies[0]?.statements ?? [];
    expect(statement).toMatchObject({
      sid: "SendTraces",
      resources: ["*"],
      reason: expect.stringContaining("xray"),
    });
    expect(others.map(({ sid }) => sid)).not.toContain("SendMetrics");
  });

  it("sends metrics, too, where it is otel", () => {
    const plan = planOf(manifest("tracing: otel"));
    const statements = resourceOf(plan, "IamRole", "service/api/task-role").policies[0]?.statements ?? [];
    expect(JSON.stringify(statements.find(({ sid }) => sid === "SendMetrics")?.resources)).toContain(
      "/aws/ecs/application/metrics",
    );
    const { containers } = resourceOf(plan, "TaskDefinition", "service/api/task-definition");
    expect(containers[0]?.environment.map(({ name }) => name)).not.toContain("OTEL_METRICS_EXPORTER");
    expect(containers[1]?.command).toEqual(["--config=/etc/ecs/ecs-default-config.yaml"]);
  });

  it("is there for jobs", () => {
    const plan = planOf(`${manifest("")}jobs:\n  nightly: { image: nginx, tracing: xray }\n`);
    const { containers } = resourceOf(plan, "TaskDefinition", "job/nightly/task-definition");
    expect(containers.map(({ name }) => name)).toEqual(["nightly", "aws-otel-collector"]);
  });
});

const many = Array.from(
  { length: 30 },
  (_, index) => `  s${index}: { image: nginx, port: 80, route: /${index} }\n`,
).join("");

const wrong: readonly (readonly [
  string,
  string,
  { code: string; path: string; message: RegExp; hint?: RegExp },
])[] = [
  [
    "a retention that CloudWatch lacks",
    manifest("logs: { retention: 31d }"),
    { code: "invalid-value", path: "services.api.logs.retention", message: /cannot be 31d/, hint: /30d/ },
  ],
  [
    "a retention of events that CloudWatch lacks",
    manifest("", "alarms: { events: 2d }"),
    { code: "invalid-value", path: "alarms.events", message: /cannot be 2d/ },
  ],
  [
    "a router with an unknown option",
    manifest("logs: { router: { destination: { Name: cloudwatch_logs, log_group_nam: /x } } }"),
    {
      code: "unknown-key",
      path: "services.api.logs.router.destination.log_group_nam",
      message: /cloudwatch_logs has no option log_group_nam/,
      hint: /did you mean "log_group_name"/,
    },
  ],
  [
    "a router with an unknown secret option",
    manifest('logs: { router: { destination: { Name: datadog }, secretOptions: { apikeys: "secret:x" } } }'),
    {
      code: "unknown-key",
      path: "services.api.logs.router.secretOptions.apikeys",
      message: /no option apikeys/,
      hint: /apikey/,
    },
  ],
  [
    "a router without an output",
    manifest("logs: { router: { destination: { region: eu-west-1 } } }"),
    { code: "missing-key", path: "services.api.logs.router.destination", message: /does not name an output/ },
  ],
  [
    "a router that leads nowhere",
    manifest("logs: { router: { enableMetadata: true } }"),
    { code: "missing-key", path: "services.api.logs.router", message: /neither a destination nor a config/ },
  ],
  [
    "a router whose secret is a value",
    manifest("logs: { router: { destination: { Name: datadog }, secretOptions: { apikey: abc } } }"),
    {
      code: "secret-looks-like-value",
      path: "services.api.logs.router.secretOptions.apikey",
      message: /does not say where/,
    },
  ],
  [
    "lines that a router would have to join",
    manifest("logs: { multiline: x, router: { destination: { Name: stdout } } }"),
    { code: "invalid-value", path: "services.api.logs.multiline", message: /line by line/ },
  ],
  [
    "a buffer in blocking mode",
    manifest("logs: { mode: blocking, buffer: 5 }"),
    { code: "invalid-value", path: "services.api.logs.buffer", message: /no buffer/ },
  ],
  [
    "a key that is none",
    manifest("logs: { encryption: Jobs }"),
    { code: "unknown-reference", path: "services.api.logs.encryption", message: /a resource of type sqs/ },
  ],
  [
    "a log group of AWS's own",
    manifest("logs: { group: aws/x }"),
    { code: "invalid-value", path: "services.api.logs.group", message: /name of a log group/ },
  ],
  [
    "two services with one log group",
    `${manifest("logs: { group: /x }").replace(resources, "")}  web: { image: nginx, logs: { group: /x } }\n${resources}`,
    {
      code: "name-collision",
      path: "services.web.logs.group",
      message: /\/x is the log group of services\.api, too/,
    },
  ],
  [
    "tracing on Windows",
    manifest("tracing: xray, size: { cpu: 1024, memory: 2048, os: windows-2022-core }"),
    { code: "kind-conflict", path: "services.api.tracing", message: /runs on Windows/ },
  ],
  [
    "tracing beside a container of the same name",
    manifest("tracing: xray, containers: { aws-otel-collector: { image: x } }"),
    {
      code: "name-collision",
      path: "services.api.containers.aws-otel-collector",
      message: /one that tracing brings/,
    },
  ],
  [
    "tracing on the port of the service",
    manifest("tracing: xray").replace("port: 80", "port: 4318"),
    { code: "port-conflict", path: "services.api.port", message: /4318/ },
  ],
  [
    "a malformed e-mail address",
    manifest("", "alarms: { notify: [ops@example] }"),
    { code: "invalid-value", path: "alarms.notify[0]", message: /e-mail address or the ARN/ },
  ],
  [
    "an error rate over 100 %",
    manifest("alarms: { errorRate: 120 % }"),
    { code: "invalid-value", path: "services.api.alarms.errorRate", message: /from 0 to 100 %/ },
  ],
  [
    "CPU over 100 % for all",
    manifest("", "alarms: { cpu: 101 }"),
    { code: "invalid-value", path: "alarms.cpu", message: /from 1 to 100 %/ },
  ],
  [
    "a latency without a unit",
    manifest("alarms: { latency: 500 }"),
    { code: "wrong-type", path: "services.api.alarms.latency", message: /500ms/ },
  ],
  [
    "an error rate without requests",
    manifest("").replace("services:", "services:\n  worker: { image: nginx, alarms: { errorRate: 1 } }"),
    { code: "kind-conflict", path: "services.worker.alarms.errorRate", message: /has no route/ },
  ],
  [
    "a queue's age without a queue",
    manifest("alarms: { queueAge: 5m }"),
    { code: "kind-conflict", path: "services.api.alarms.queueAge", message: /consumes no queue/ },
  ],
  [
    "limits on a job",
    `${manifest("")}jobs:\n  nightly: { image: nginx, alarms: { cpu: 80 } }\n`,
    { code: "wrong-type", path: "jobs.nightly.alarms", message: /true or off/ },
  ],
  [
    "one alarm that tells nobody",
    manifest("", "alarms: { composite: true }"),
    { code: "missing-key", path: "alarms.notify", message: /tells nobody/ },
  ],
  [
    "one alarm over too many",
    `application: shop\nregion: eu-west-1\nalarms: { notify: [ops@example.com], composite: true }\nservices:\n${many}`,
    { code: "limit", path: "alarms.composite", message: /cannot stand over all 151/ },
  ],
  [
    "a key without a topic",
    manifest("", "alarms: { encryption: Key }"),
    { code: "invalid-value", path: "alarms.encryption", message: /no topic/ },
  ],
];

describe("wrong observability", () => {
  it.each(wrong)("refuses %s", (_, text, expected) => {
    const { plan, diagnostics } = tryPlan(text);
    expect(plan).toBeUndefined();
    const found = diagnostics.find(({ code, path }) => code === expected.code && path === expected.path);
    expect(found, JSON.stringify(diagnostics)).toMatchObject({ severity: "error" });
    expect(found?.message).toMatch(expected.message);
    if (expected.hint !== undefined) expect(found?.hint).toMatch(expected.hint);
    expect(found?.span?.file).toBe("longshore.yaml");
  });
});

describe("the dashboard", () => {
  it("shows the services, the queues and the jobs", () => {
    const text = `${manifest("access: { Jobs: consume }", "dashboard: true\nstacks: layered")}jobs:\n  nightly: { image: nginx }\n`;
    const plan = planOf(text);
    const { body } = resourceOf(plan, "Dashboard", "platform/dashboard") as unknown as {
      body: {
        widgets: {
          type: string;
          x: number;
          y: number;
          height: number;
          properties: Record<string, unknown>;
        }[];
      };
    };
    const graphs = body.widgets;
    expect(graphs.map(({ properties }) => properties["title"])).toEqual([
      "CPU by service (%)",
      "Memory by service (%)",
      "Running tasks",
      "Desired tasks",
      "Requests per minute",
      "Answers 5xx per minute",
      "Answers 4xx per minute",
      "Response time p50, p90, p99 (s)",
      "Healthy and unhealthy targets",
      "Messages that wait",
      "Age of the oldest message (s)",
      "Runs of jobs that succeeded",
      "Runs of jobs that failed or took too long",
    ]);
    const places = body.widgets.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
    // It reads names of queues, and nothing of theirs waits for it.
    const [data] = plan.stacks.filter(({ area }) => area === "data");
    expect(data?.dependsOn).not.toContain("shop-platform");
  });
});
