import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../examples/bff-agentcore-cdk/config.js";
import { buildSystem } from "../../../examples/bff-agentcore-cdk/system.js";
import { allOf, propertiesOf, type Synthesized, synthesized } from "../synthesized.js";

const app = new App({ analyticsReporting: false });
const system = buildSystem(app, readConfig(app));
const compute = synthesized(system.compute);
const network = synthesized(system.network);

/** The name of the output that a value imports, without the stack's name and CDK's hash. */
function imported(value: unknown): string {
  const text = JSON.stringify(value);
  return /"Fn::ImportValue":"([^"]+?)[0-9A-F]{8}/.exec(text)?.[1] ?? text;
}

// proves BFF-T062, BFF-T063
describe("the stack of the two services", () => {
  // proves BFF-T049, BFF-T056, BFF-T057
  it("is made from the four other stacks and follows them", () => {
    const names = system.compute.dependencies.map((stack) => stack.stackName).sort();
    expect(names).toEqual(["bff-dev-database", "bff-dev-network", "bff-dev-security", "bff-dev-storage"]);
    expect(system.compute.stackName).toBe("bff-dev-compute");
  });

  // proves BFF-T050, BFF-T051
  it.each([
    ["ServiceBffTaskDefinition", "AppRepository"],
    ["ServiceAgentcoreTaskDefinition", "AgentRepository"],
  ])("runs images of the storage stack's repositories in %s", (id, repository) => {
    const [container] = propertiesOf(compute, id)["ContainerDefinitions"] as readonly [{ Image: unknown }];
    expect(imported(container.Image)).toContain(`bff-dev-storage:ExportsOutputFnGetAtt${repository}`);
  });

  // proves BFF-T052
  it("lets the execution role read the security stack's parameters and no others", () => {
    const statements = JSON.stringify(propertiesOf(compute, "ServiceAgentcoreExecutionRole")["Policies"]);
    expect(statements.match(/parameter\/[a-z/-]+/g)).toEqual(["parameter/bff/dev/security/database-url"]);
    expect(statements).toContain('"ssm:GetParameters"');
  });

  // proves BFF-T053
  it("opens the database stack's group to the two services on 5432", () => {
    const rules = allOf(compute, "AWS::EC2::SecurityGroupIngress").filter(
      ({ Properties }) => Properties["FromPort"] === 5432,
    );
    expect(rules.map(({ Properties }) => imported(Properties["GroupId"]))).toEqual([
      "bff-dev-database:ExportsOutputFnGetAttSecurityGroup",
      "bff-dev-database:ExportsOutputFnGetAttSecurityGroup",
    ]);
    expect(rules.map(({ Properties }) => Properties["SourceSecurityGroupId"])).toEqual([
      { "Fn::GetAtt": ["ServiceAgentcoreSecurityGroup", "GroupId"] },
      { "Fn::GetAtt": ["ServiceBffSecurityGroup", "GroupId"] },
    ]);
  });

  // proves BFF-T054
  it("runs the services in the network stack's subnets of 10.0.11 to 10.0.22", () => {
    const blocks = allOf(network, "AWS::EC2::Subnet").map(({ Properties }) => Properties["CidrBlock"]);
    expect(blocks).toEqual(["1", "2", "11", "12", "21", "22", "31", "32"].map((n) => `10.0.${n}.0/24`));
    expect(subnetNames(compute, "ServiceBffService")).toEqual(["PrivateApp", "PrivateApp"]);
    expect(subnetNames(compute, "ServiceAgentcoreService")).toEqual(["PrivateAgent", "PrivateAgent"]);
  });

  // proves BFF-T055
  it("adds its rule to the public load balancer's listener", () => {
    const [rule, ...others] = allOf(compute, "AWS::ElasticLoadBalancingV2::ListenerRule");
    expect(others).toEqual([]);
    expect(imported(rule?.Properties["ListenerArn"])).toMatch(
      /^bff-dev-network:ExportsOutputRefLoadBalancerHttps/,
    );
  });

  // proves BFF-T008
  it("reaches AWS through the endpoints, which let in these two services", () => {
    const rules = allOf(compute, "AWS::EC2::SecurityGroupIngress").filter(
      ({ Properties }) => Properties["FromPort"] === 443,
    );
    expect(rules.map(({ Properties }) => Properties["Description"]).sort()).toEqual([
      "Tasks of agentcore",
      "Tasks of bff",
    ]);
  });
});

describe("what the example tells its users", () => {
  const file = (name: string): string =>
    readFileSync(join(import.meta.dirname, "../../../examples/bff-agentcore-cdk", name), "utf8");

  // proves BFF-T064
  it("deploys and destroys stacks that exist, in an order that works, and tells the way back", () => {
    const report = file("DEPLOYMENT.md");
    const commands = [...report.matchAll(/cdk deploy ([A-Za-z ]+?)(?: -|`)/g)].map(
      ([, names]) => names ?? "",
    );
    const deployed = [...new Set(commands.flatMap((names) => names.split(" ")))];
    const stacks = Object.values(system).map((stack) => stack.node.id);
    expect([...deployed].sort()).toEqual([...stacks].sort());
    for (const stack of Object.values(system)) {
      for (const needed of stack.dependencies) {
        expect(deployed.indexOf(needed.node.id)).toBeLessThan(deployed.indexOf(stack.node.id));
      }
    }
    for (const section of ["## Steps", "## Validation", "## Roll-back"]) expect(report).toContain(section);
    for (const parameter of report.matchAll(/--parameters (\w+)=/g)) {
      expect(Object.keys(compute.Parameters ?? {})).toContain(parameter[1]);
    }
  });

  // proves BFF-T065
  it("names commands and sizes that are true", () => {
    const readme = file("README.md");
    expect(readme).toContain("npx cdk synth -c environment=dev");
    for (const [environment, cpu, memory] of [
      ["dev", "512", "1024"],
      ["test", "1024", "2048"],
      ["prod", "2048", "4096"],
    ] as const) {
      const other = new App({ analyticsReporting: false, context: { environment } });
      const template = synthesized(buildSystem(other, readConfig(other)).compute);
      const definition = propertiesOf(template, "ServiceBffTaskDefinition");
      expect([definition["Cpu"], definition["Memory"]]).toEqual([cpu, memory]);
      expect(readme).toContain(`${environment} ${cpu}/${memory}`);
    }
  });

  // proves BFF-T002
  it("asks for versions of the CDK that have what it uses", () => {
    const { peerDependencies, devDependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"),
    ) as Record<string, Record<string, string>>;
    const [, least] = /^>=2\.(\d+)\.0$/.exec(peerDependencies?.["aws-cdk-lib"] ?? "") ?? [];
    const [, tested] = /^2\.(\d+)\.\d+$/.exec(devDependencies?.["aws-cdk-lib"] ?? "") ?? [];
    expect(Number(least)).toBeGreaterThanOrEqual(257);
    expect(Number(tested)).toBeGreaterThanOrEqual(Number(least));
    expect(peerDependencies?.["constructs"]).toBe("^10.0.0");
  });
});

function subnetNames(template: Synthesized, id: string): readonly (string | undefined)[] {
  const { AwsvpcConfiguration } = propertiesOf(template, id)["NetworkConfiguration"] as {
    AwsvpcConfiguration: { Subnets: readonly unknown[] };
  };
  return AwsvpcConfiguration.Subnets.map(
    (subnet) => /Vpc(PrivateApp|PrivateAgent)Subnet/.exec(imported(subnet))?.[1],
  );
}
