import { describe, expect, it } from "vitest";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import { parseManifest } from "../../src/manifest/index.js";
import { resolve } from "../../src/plan/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { createWorkspace } from "../cli/harness.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";
import { listSamples, planOfSample } from "../support/samples.js";

const services = "services:\n  api: { image: nginx, port: 80, route: /* }\n";
const jobs = 'jobs:\n  nightly: { image: nginx, schedule: "rate(1 day)" }\n';
const boundary = "arn:aws:iam::111111111111:policy/boundary";

function manifest(more: string, region = "eu-west-1"): string {
  return `application: shop\nregion: ${region}\n${more}\n${services}${jobs}`;
}

function planIn(text: string, region?: string): ReturnType<typeof resolve> {
  const parsed = parseManifest({ file: "longshore.yaml", text }, region === undefined ? {} : { region });
  if (parsed.manifest === undefined)
    throw new TypeError(parsed.diagnostics.map((each) => each.message).join());
  return resolve(parsed.manifest);
}

describe("roles of an account that limits them", () => {
  it("have the boundary and the path, whoever takes them", () => {
    const plan = planOf(
      manifest(`iam: { permissionsBoundary: "${boundary}", path: /shop/ }\nnetwork: { flowLogs: true }`),
    );
    const roles = resourcesOf(plan).filter((each) => each.kind === "IamRole");
    expect(roles.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "job/nightly/scheduler-role",
        "network/flow-log-role",
        "service/api/task-role",
      ]),
    );
    for (const role of roles) expect(role).toMatchObject({ permissionsBoundary: boundary, path: "/shop/" });
    const bodies = renderCloudFormation(plan).flatMap(({ template }) => Object.values(template.Resources));
    for (const { Type, Properties } of bodies.filter(({ Type }) => Type === "AWS::IAM::Role"))
      expect([Type, Properties?.["Path"], Properties?.["PermissionsBoundary"]]).toEqual([
        Type,
        "/shop/",
        boundary,
      ]);
    const iam = renderTerraform(plan).find(({ file }) => file === "iam.tf")?.text ?? "";
    expect(iam.match(/resource "aws_iam_role" /g)).toHaveLength(roles.length);
    expect(iam.match(/permissions_boundary = "arn:aws:iam::111111111111:policy\/boundary"/g)).toHaveLength(
      roles.length,
    );
  });
});

describe("an account", () => {
  const text = `application: shop
environments:
  dev: { account: "111111111111" }
  prod: { account: "222222222222", role: "arn:aws:iam::222222222222:role/deployer" }
${services}`;

  it("is the only one that Terraform goes to, as the role", () => {
    const provider = renderTerraform(planOf(text, "prod")).find(({ file }) => file === "versions.tf")?.text;
    expect(provider).toMatch(/allowed_account_ids = \["222222222222"\]/);
    expect(provider).toMatch(/assume_role \{\n {4}role_arn = "arn:aws:iam::222222222222:role\/deployer"/);
    const dev = renderTerraform(planOf(text, "dev")).find(({ file }) => file === "versions.tf")?.text;
    expect(dev).toMatch(/allowed_account_ids = \["111111111111"\]/);
    expect(dev).not.toMatch(/assume_role/);
  });

  it("is checked before CloudFormation goes anywhere", async () => {
    const workspace = createWorkspace({ "longshore.yaml": text });
    const { stdout, code } = await workspace.run(["render", "cloudformation", "-e", "prod", "--out", "out"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /get-caller-identity .* = 222222222222 \|\| exit 1\n {2}aws cloudformation deploy/,
    );
  });
});

describe("several regions", () => {
  const text = manifest(
    "ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC, certificate: request }] }\ndashboard: true",
    "[eu-west-1, us-east-1]",
  );

  it("have the same fleet, with names apart where an account has them once", () => {
    const [first, second] = ["eu-west-1", "us-east-1"].map((region) => {
      const resolved = planIn(text, region);
      if (!resolved.ok) throw new TypeError("no plan");
      return resolved.value;
    });
    if (first === undefined || second === undefined) throw new TypeError("no plan");
    expect([first.region, second.region]).toEqual(["eu-west-1", "us-east-1"]);
    expect(resourcesOf(second).map(({ id }) => id)).toEqual(resourcesOf(first).map(({ id }) => id));
    expect(resourceOf(first, "IamRole", "service/api/task-role").roleName).toBe("shop-api-task-eu-west-1");
    expect(resourceOf(second, "IamRole", "service/api/task-role").roleName).toBe("shop-api-task-us-east-1");
    expect(resourceOf(second, "Dashboard", "platform/dashboard").dashboardName).toBe("shop-us-east-1");
    expect(resourceOf(second, "EcsService", "service/api/service").serviceName).toBe("shop-api");
  });

  it("answer for one name, each to those who are near", () => {
    const resolved = planIn(text, "us-east-1");
    if (!resolved.ok) throw new TypeError("no plan");
    const aliases = resourcesOf(resolved.value).filter((each) => each.kind === "DnsAlias");
    expect(aliases.map(({ latencyRegion }) => latencyRegion)).toEqual(["us-east-1"]);
    const records = renderCloudFormation(resolved.value).flatMap(({ template }) =>
      Object.values(template.Resources).filter(({ Type }) => Type === "AWS::Route53::RecordSet"),
    );
    expect(records[0]?.Properties).toMatchObject({ Region: "us-east-1", SetIdentifier: "us-east-1" });
    expect(records[0]?.Properties?.["AliasTarget"]).toMatchObject({ EvaluateTargetHealth: true });
    const dns = renderTerraform(resolved.value).find(({ file }) => file === "dns.tf")?.text;
    expect(dns).toMatch(/latency_routing_policy \{\n {4}region = "us-east-1"/);
  });

  it("is one region, nothing differs from a manifest that names it alone", () => {
    expect(planIn(manifest("", "[eu-west-1]"))).toEqual(planIn(manifest("")));
  });

  it("are rendered to a folder each", async () => {
    const workspace = createWorkspace({ "longshore.yaml": text });
    for (const format of ["cloudformation", "terraform"]) {
      const { code } = await workspace.run(["render", format, "--out", format]);
      expect(code).toBe(0);
      expect(workspace.files(format)).toEqual(["eu-west-1", "us-east-1"]);
      const printed = await workspace.run(["render", format]);
      expect(printed.code).toBe(2);
      expect(printed.stderr).toMatch(/the manifest is for 2 regions.*--region eu-west-1/s);
    }
    const one = await workspace.run(["render", "terraform", "--region", "us-east-1", "--out", "one"]);
    expect(one.code).toBe(0);
    expect(workspace.read("one/variables.tf")).toMatch(/default {5}= "us-east-1"/);
    const plan = await workspace.run(["plan"]);
    expect(plan.stderr).toMatch(/the plan for eu-west-1\. For the others: --region us-east-1/);
  });

  it("are all validated", async () => {
    const other = "arn:aws:acm:us-east-1:111111111111:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
    const workspace = createWorkspace({
      "longshore.yaml": manifest(
        `ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC, certificate: "${other}" }] }`,
        "[us-east-1, eu-west-1]",
      ),
    });
    const { code, stderr } = await workspace.run(["validate"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/other-region/);
  });
});

describe("a preview environment", () => {
  const text = `application: shop
region: eu-west-1
ttl: 3d
environments:
  prod: { profile: production }
  "pr-*": { variables: { COLOR: green } }
  pr-main: {}
ingress: { import: { listener: "ssm:/platform/listener", securityGroup: "ssm:/platform/security-group", dnsName: "ssm:/platform/dns", loadBalancer: "ssm:/platform/load-balancer" } }
network: { import: { vpc: ssm:/platform/vpc, privateSubnets: ssm:/platform/private-subnets } }
variables: { COLOR: blue }
services:
  api: { image: nginx, port: 80, route: { host: ["\${environment}.preview.example.com"] }, environment: { COLOR: "\${variables.COLOR}" } }
`;

  it("takes its name from the one that is asked for, and leaves nothing behind", () => {
    const plan = planOf(text, "pr-12");
    expect(plan.environment).toBe("pr-12");
    expect(plan.prefix).toBe("shop-pr-12");
    const group = resourceOf(plan, "LogGroup", "service/api/log-group");
    expect(group).toMatchObject({ logGroupName: "/ecs/shop-pr-12/api", removal: "delete", retentionDays: 7 });
    expect(group.tags).toMatchObject({ "longshore:environment": "pr-12", "longshore:ttl": "3d" });
    const container = resourceOf(plan, "TaskDefinition", "service/api/task-definition").containers[0];
    expect(container?.environment).toEqual([{ name: "COLOR", value: "green" }]);
  });

  it("shares a listener with other previews", () => {
    const rules = ["pr-12", "pr-13", "pr-14"].map((name) => {
      const [rule] = resourcesOf(planOf(text, name)).filter((each) => each.kind === "ListenerRule");
      return rule;
    });
    const [first = 0, ...others] = rules.map((rule) => rule?.priority ?? 0);
    expect(others).toEqual([first + 1, first + 2]);
    expect(rules.map((rule) => JSON.stringify(rule ?? {}).includes("pr-12.preview.example.com"))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("finds on the shared platform what that platform exports", () => {
    const [platform, accounts] = ["shared-platform", "accounts"].map((name) =>
      listSamples().find((sample) => sample.name === name),
    );
    if (platform === undefined || accounts === undefined) throw new TypeError("a sample is missing");
    const exported = planOfSample(platform, "dev").stacks.flatMap((stack) =>
      stack.exports.map(({ name }) => name),
    );
    const imported = JSON.stringify(planOfSample(accounts, "pr-1")).match(/\/platform\/dev\/[a-z/-]+/g) ?? [];
    expect(new Set(imported).size).toBeGreaterThan(4);
    expect(imported.filter((name) => !exported.includes(name))).toEqual([]);
  });

  it("is another environment where its name is declared itself", () => {
    const plan = planOf(text, "pr-main");
    const group = resourceOf(plan, "LogGroup", "service/api/log-group");
    expect(group).toMatchObject({ retentionDays: 30 });
  });

  it("is validated with a name that matches", async () => {
    const workspace = createWorkspace({ "longshore.yaml": text });
    const { code, stdout } = await workspace.run(["validate", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, environments: ["prod", "pr-1", "pr-main"] });
  });
});

const wrong: readonly (readonly [
  string,
  string,
  string | undefined,
  { code: string; path: string; message: RegExp },
])[] = [
  [
    "a boundary that is no policy",
    manifest('iam: { permissionsBoundary: "arn:aws:iam::111111111111:role/x" }'),
    undefined,
    { code: "invalid-value", path: "iam.permissionsBoundary", message: /ARN of a policy/ },
  ],
  [
    "a path without slashes",
    manifest("iam: { path: shop }"),
    undefined,
    { code: "invalid-value", path: "iam.path", message: /begins and ends with a slash/ },
  ],
  [
    "an account of eleven digits",
    manifest('account: "11111111111"'),
    undefined,
    { code: "invalid-value", path: "account", message: /twelve digits/ },
  ],
  [
    "an account as a number",
    manifest("account: 111111111111"),
    undefined,
    { code: "wrong-type", path: "account", message: /twelve digits/ },
  ],
  [
    "a role of another account",
    manifest('account: "111111111111"\nrole: "arn:aws:iam::222222222222:role/x"'),
    undefined,
    { code: "other-account", path: "role", message: /of account 222222222222/ },
  ],
  [
    "a boundary of another account",
    manifest('account: "222222222222"\niam: { permissionsBoundary: "arn:aws:iam::111111111111:policy/x" }'),
    undefined,
    { code: "other-account", path: "iam.permissionsBoundary", message: /of account 111111111111/ },
  ],
  [
    "a region twice",
    manifest("", "[eu-west-1, us-east-1, eu-west-1]"),
    undefined,
    { code: "invalid-value", path: "region[2]", message: /eu-west-1 is named twice/ },
  ],
  [
    "a malformed region",
    manifest("", "[eu-west-1, Ireland]"),
    undefined,
    { code: "invalid-value", path: "region[1]", message: /a region such as/ },
  ],
  [
    "a name that matches two patterns",
    manifest('environments: { "pr-*": {}, "*-1": {} }'),
    "pr-1",
    { code: "invalid-key", path: 'environments["*-1"]', message: /cannot name an environment/ },
  ],
  [
    "a name that matches two good patterns",
    manifest('environments: { "pr-*": {}, "pr*1": {} }'),
    "pr-11",
    { code: "environment-ambiguous", path: "environments", message: /"pr-11" matches pr-\* and pr\*1/ },
  ],
  [
    "a pattern in place of a name",
    manifest('environments: { "pr-*": {} }'),
    "pr-*",
    { code: "unknown-environment", path: "", message: /cannot name an environment/ },
  ],
  [
    "a name that no pattern matches",
    manifest('environments: { "pr-*": {} }'),
    "pr-",
    { code: "unknown-environment", path: "", message: /cannot name/ },
  ],
  [
    "a time to live that is no number of days",
    manifest("ttl: 90s"),
    undefined,
    { code: "invalid-value", path: "ttl", message: /from 1d to 365d/ },
  ],
];

describe("wrong accounts and environments", () => {
  it.each(wrong)("refuses %s", (_, text, environment, expected) => {
    const { plan, diagnostics } = tryPlan(text, environment);
    expect(plan).toBeUndefined();
    const found = diagnostics.find(({ code }) => code === expected.code);
    expect(found, JSON.stringify(diagnostics)).toMatchObject({ severity: "error", path: expected.path });
    expect(found?.message).toMatch(expected.message);
  });

  it("refuses a region that the manifest does not name", async () => {
    const workspace = createWorkspace({ "longshore.yaml": manifest("", "[eu-west-1, us-east-1]") });
    const { code, stderr } = await workspace.run(["plan", "--region", "eu-west-2"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/does not name the region eu-west-2/);
  });
});
