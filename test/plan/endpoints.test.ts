import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const manifest = (network: string, services: string, more = ""): string => `
application: shop
region: eu-west-1
network: ${network}
services:
${services}
${more}`;

const built = "  api: { image: { build: . } }";

const endpoints = (plan: Plan): readonly string[] =>
  resourcesOf(plan).flatMap((each) =>
    each.kind === "GatewayEndpoint" || each.kind === "InterfaceEndpoint" ? [each.service] : [],
  );

describe("endpoints: auto", () => {
  it("leads to what starts a task, opens a shell in it and keeps its log", () => {
    expect(endpoints(planOf(manifest("{ endpoints: auto }", built)))).toEqual([
      ...["ecr.api", "ecr.dkr", "logs", "s3", "ssmmessages"],
    ]);
  });

  it("leads to what access, secrets and parameters name, and to nothing else", () => {
    const plan = planOf(
      manifest(
        "{ endpoints: auto }",
        `
  api:
    image: { build: . }
    exec: false
    access: { Orders: read-write, Jobs: send, Events: send, bedrock: { models: [a.b] }, run: invoke }
    secrets: { A: "ssm:/a", B: secret:b }
jobs:
  run: { image: { build: . } }
`,
        "resources: { Orders: { type: dynamodb, partitionKey: id }, Jobs: { type: sqs }, Events: { type: sns } }",
      ),
    );
    expect(endpoints(plan)).toEqual([
      ...["bedrock-runtime", "dynamodb", "ecr.api", "ecr.dkr", "logs", "s3", "secretsmanager"],
      ...["sns", "sqs", "ssm", "states"],
    ]);
  });

  it("leaves out keys that other services use for the tasks, and takes those that tasks use themselves", () => {
    const sealed = "resources: { K: { type: kms }, Jobs: { type: sqs, encryption: K } }";
    const through = planOf(
      manifest("{ endpoints: auto }", "  api: { image: nginx, exec: false, access: { Jobs: send } }", sealed),
    );
    expect(endpoints(through)).toEqual(["logs", "s3", "sqs"]);
    const direct = '{ actions: [kms:Decrypt], resources: ["arn:aws:kms:eu-west-1:111111111111:key/a"] }';
    const own = planOf(
      manifest(
        "{ endpoints: auto }",
        `  api: { image: nginx, exec: false, access: { policy: [${direct}] } }`,
      ),
    );
    expect(endpoints(own)).toEqual(["kms", "logs", "s3"]);
  });

  it("reads wildcards of statements in the words of IAM", () => {
    const wide =
      '{ actions: ["bedrock:Inv*"], resources: ["arn:aws:bedrock:eu-west-1::foundation-model/a"], reason: x }';
    const plan = planOf(
      manifest("{ endpoints: auto }", `  api: { image: nginx, exec: false, access: { policy: [${wide}] } }`),
    );
    expect(endpoints(plan)).toEqual(["bedrock-agent-runtime", "bedrock-runtime", "logs", "s3"]);
  });

  it("takes further names beside it", () => {
    const plan = planOf(
      manifest("{ endpoints: [auto, sts, ecs-agent] }", "  api: { image: nginx, exec: false }"),
    );
    expect(endpoints(plan)).toEqual(["ecs-agent", "logs", "s3", "sts"]);
    expect(resourceOf(plan, "InterfaceEndpoint", "network/ecs-agent-endpoint").policy).toBeUndefined();
  });
});

describe("interface endpoints", () => {
  const plan = planOf(
    manifest(
      "{ endpoints: auto, zones: 3 }",
      `${built}\n  web: { image: { build: . }, port: 80, route: /* }`,
    ),
  );

  it("are in the private subnet of each zone and let exactly the tasks in", () => {
    const endpoint = resourceOf(plan, "InterfaceEndpoint", "network/ecr-api-endpoint");
    expect(endpoint.subnets).toEqual(
      ["a", "b", "c"].map((zone) => ({ ref: `network/private-subnet-${zone}`, attribute: "id" })),
    );
    expect(endpoint.securityGroups).toEqual([{ ref: "network/endpoint-security-group", attribute: "id" }]);
    expect(resourceOf(plan, "SecurityGroup", "network/endpoint-security-group").ingress).toEqual([]);
    const into = resourcesOf(plan).flatMap((each) =>
      each.kind === "SecurityGroupRule" && JSON.stringify(each.securityGroup).includes("network/endpoint")
        ? [[each.direction, each.peer, each.traffic]]
        : [],
    );
    const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
    expect(into).toEqual([
      ["ingress", { ref: "service/api/security-group", attribute: "id" }, https],
      ["ingress", { ref: "service/web/security-group", attribute: "id" }, https],
    ]);
  });

  it("take credentials of this account alone, for their own service", () => {
    const [statement, ...others] =
      resourceOf(plan, "InterfaceEndpoint", "network/logs-endpoint").policy ?? [];
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      effect: "Allow",
      actions: ["logs:*"],
      conditions: [
        { operator: "StringEquals", key: "aws:PrincipalAccount", values: [{ pseudo: "accountId" }] },
      ],
    });
  });

  it("are there before tasks start, in one stack, too", () => {
    const single = planOf(`stacks: single\n${manifest("{ endpoints: auto }", built)}`);
    expect(resourceOf(single, "EcsService", "service/api/service").dependsOn).toEqual(
      expect.arrayContaining(["network/ecr-dkr-endpoint", "network/logs-endpoint"]),
    );
  });
});

describe("the endpoint of S3", () => {
  const s3 = (plan: Plan) => resourceOf(plan, "GatewayEndpoint", "network/s3-endpoint");

  it("lets image layers through for everyone, and the rest for this account and what it imports", () => {
    const plan = planOf(
      manifest(
        "{ endpoints: auto }",
        "  api: { image: { build: . }, access: { Own: read, Theirs: read } }",
        "resources: { Own: { type: s3 }, Theirs: { type: s3, import: arn:aws:s3:::theirs } }",
      ),
    );
    const [layers, own, imported, ...others] = s3(plan).policy ?? [];
    expect(layers?.conditions).toBeUndefined();
    expect(JSON.stringify(layers?.resources)).toContain("-starport-layer-bucket/*");
    expect(own?.conditions?.map(({ key }) => key)).toEqual(["aws:PrincipalAccount", "aws:ResourceAccount"]);
    expect(imported?.resources).toEqual(["arn:aws:s3:::theirs", "arn:aws:s3:::theirs/*"]);
    expect(imported?.conditions?.map(({ key }) => key)).toEqual(["aws:PrincipalAccount"]);
    expect(others).toEqual([]);
  });

  it("is all that there is, and open, where the manifest is silent", () => {
    const plan = planOf(manifest("{}", built));
    expect(endpoints(plan)).toEqual(["s3"]);
    expect(s3(plan).policy).toBeUndefined();
  });

  it("is gone with none", () => {
    expect(endpoints(planOf(manifest("{ endpoints: none }", built)))).toEqual([]);
  });
});

describe("a network without NAT gateways", () => {
  it("keeps tasks in private subnets that lead nowhere but to endpoints", () => {
    const plan = planOf(manifest("{ nat: none, endpoints: auto }", built));
    const { network } = resourceOf(plan, "EcsService", "service/api/service");
    expect(network.assignPublicIp).toBe(false);
    expect(network.subnets).toEqual(
      ["a", "b"].map((zone) => ({ ref: `network/private-subnet-${zone}`, attribute: "id" })),
    );
    const routes = resourcesOf(plan).filter(({ kind }) => kind === "Route");
    expect(routes.map(({ id }) => id)).toEqual(["network/public-default-route"]);
    expect(resourcesOf(plan).some(({ kind }) => kind === "NatGateway")).toBe(false);
    const tables = resourceOf(plan, "GatewayEndpoint", "network/s3-endpoint").routeTables;
    expect(tables).toContainEqual({ ref: "network/private-route-table", attribute: "id" });
  });

  it("stays as it was with gateway endpoints alone: tasks have public addresses", () => {
    const plan = planOf(manifest("{ nat: none, endpoints: [s3, dynamodb] }", built));
    expect(resourceOf(plan, "EcsService", "service/api/service").network.assignPublicIp).toBe(true);
    expect(endpoints(plan)).toEqual(["dynamodb", "s3"]);
  });

  const isolated = (service: string, network = "{ nat: none, endpoints: auto }") =>
    tryPlan(manifest(network, `  api: ${service}`)).diagnostics.map(({ code, severity, path, message }) => ({
      code,
      severity,
      path,
      message,
    }));

  it.each([
    ["an image of Docker Hub", "{ image: nginx }", "services.api.image", /cannot pull nginx/],
    [
      "a sidecar",
      "{ image: { build: . }, containers: { otel: { image: public.ecr.aws/a/b } } }",
      "services.api.containers.otel.image",
      /public\.ecr\.aws/,
    ],
    [
      "egress to the internet",
      "{ image: { build: . }, egress: internet }",
      "services.api.egress",
      /cannot reach the internet/,
    ],
    [
      "a role of another owner",
      '{ image: { build: . }, exec: false, taskRole: "ssm:/role" }',
      "services.api.taskRole",
      /no endpoint is made/,
    ],
  ])("warns of %s", (_, service, path, message) => {
    expect(isolated(service)).toEqual([
      { code: "no-way-out", severity: "warning", path, message: expect.stringMatching(message) },
    ]);
  });

  it("warns of what a list of endpoints lacks", () => {
    const found = isolated(
      "{ image: { build: . }, exec: false }",
      "{ nat: none, endpoints: [ecr.api, logs] }",
    );
    expect(found).toMatchObject([
      { path: "network.endpoints", message: expect.stringMatching(/uses ecr\.dkr, s3, and/) },
    ]);
  });

  it("warns of nothing where an image is in ECR, or the task has a way out", () => {
    expect(isolated("{ image: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/a:1 }")).toEqual([]);
    expect(isolated("{ image: nginx, subnets: public }")).toEqual([]);
    expect(isolated("{ image: nginx }", "{ nat: single, endpoints: auto }")).toEqual([]);
  });
});

describe("egress: endpoints", () => {
  const closed = "  api: { image: { build: . }, egress: endpoints }";

  it("lets tasks out to the endpoints of a network that is made here", () => {
    const plan = planOf(manifest("{ endpoints: auto, endpointPrefixLists: [pl-6da54004] }", closed));
    const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
    expect(resourceOf(plan, "SecurityGroup", "service/api/security-group").egress).toEqual([
      {
        peer: { securityGroup: { ref: "network/endpoint-security-group", attribute: "id" } },
        traffic: https,
        description: "VPC endpoints",
      },
      { peer: { prefixList: "pl-6da54004" }, traffic: https, description: "VPC endpoints" },
    ]);
  });

  it("is part of every egress with rules, since tasks cannot start without", () => {
    const listed = "  api: { image: { build: . }, egress: [{ cidr: 10.0.0.0/8, port: 443 }] }";
    const peers = (network: string) =>
      resourceOf(planOf(manifest(network, listed)), "SecurityGroup", "service/api/security-group").egress.map(
        ({ peer }) => peer,
      );
    expect(peers("{}")).toEqual([{ cidrBlock: "10.0.0.0/8" }]);
    expect(peers("{ endpoints: auto }")).toEqual([
      { cidrBlock: "10.0.0.0/8" },
      { securityGroup: { ref: "network/endpoint-security-group", attribute: "id" } },
    ]);
  });

  it.each([
    ["{}", /has none for it/, /endpoints: auto/],
    ["{ endpoints: auto }", /prefix list of S3/, /describe-managed-prefix-lists --region eu-west-1/],
  ])("says what the network %s lacks", (network, message, hint) => {
    const { diagnostics } = tryPlan(manifest(network, closed));
    expect(diagnostics).toMatchObject([
      {
        code: "missing-network",
        path: "services.api.egress",
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      },
    ]);
  });
});

describe("flow logs", () => {
  it("go to a group of their own, by a role that only flow logs of this account take on", () => {
    const plan = planOf(manifest("{ flowLogs: { retention: 30d } }", built));
    expect(resourceOf(plan, "LogGroup", "network/flow-log-group").retentionDays).toBe(30);
    const role = resourceOf(plan, "IamRole", "network/flow-log-role");
    expect(role.trust[0]?.conditions).toMatchObject([
      { key: "aws:SourceAccount", values: [{ pseudo: "accountId" }] },
      { key: "aws:SourceArn", values: [{ join: expect.arrayContaining([":vpc-flow-log/*"]) }] },
    ]);
    const log = resourceOf(plan, "FlowLog", "network/flow-log");
    expect(log.vpc).toEqual({ ref: "network/vpc", attribute: "id" });
    expect(JSON.stringify(log.logGroup)).not.toContain(":*");
  });

  it("are kept for 14 days with true, and not made with false", () => {
    const on = planOf(manifest("{ flowLogs: true }", built));
    expect(resourceOf(on, "LogGroup", "network/flow-log-group").retentionDays).toBe(14);
    const off = planOf(manifest("{ flowLogs: false }", built));
    expect(resourcesOf(off).some(({ kind }) => kind === "FlowLog")).toBe(false);
  });
});

describe("what is refused", () => {
  it.each([
    ["{ endpoints: [s3, ecr.apy] }", "endpoint-unknown", "network.endpoints[1]", /"ecr\.apy"/, /"ecr\.api"/],
    [
      "{ endpoints: [com.amazonaws.eu-west-1.sqs] }",
      "endpoint-unknown",
      "network.endpoints[0]",
      /sqs/,
      /"sqs"/,
    ],
    ["{ endpoints: all }", "invalid-value", "network.endpoints", /none, auto/, /./],
    ["{ flowLogs: { retention: 13d } }", "invalid-value", "network.flowLogs.retention", /13d/, /14d/],
    [
      "{ import: { vpc: vpc-0a1b2c3d, privateSubnets: [subnet-0a1b2c3d] }, endpoints: auto }",
      "kind-conflict",
      "network.endpoints",
      /imported/,
      /owner/,
    ],
    [
      "{ import: { vpc: vpc-0a1b2c3d, privateSubnets: [subnet-0a1b2c3d] }, flowLogs: true }",
      "kind-conflict",
      "network.flowLogs",
      /imported/,
      /owner/,
    ],
  ])("%s", (network, code, path, message, hint) => {
    const { plan, diagnostics } = tryPlan(manifest(network, built));
    expect(plan).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code, severity: "error", path, message: expect.stringMatching(message) },
    ]);
    expect(`${diagnostics[0]?.hint} ${diagnostics[0]?.reason}`).toMatch(hint);
  });
});
