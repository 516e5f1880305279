import { describe, expect, it } from "vitest";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const manifest = (network: string, services = "  api: { image: nginx }", more = ""): string => `
application: shop
network: ${network}
services:
${services}
${more}`;

describe("subnets that the manifest lists", () => {
  const subnets = (network: string) =>
    resourcesOf(planOf(manifest(network))).flatMap((each) =>
      each.kind === "Subnet" ? [[each.id, each.cidrBlock, each.availabilityZone, each.origin]] : [],
    );

  it("are made in the zones that they name", () => {
    const network = `{ cidr: 10.1.0.0/16, subnets: {
  public: [{ cidr: 10.1.0.0/24, zone: eu-west-1b }, { cidr: 10.1.1.0/24, zone: eu-west-1c }],
  private: [{ cidr: 10.1.16.0/20, zone: eu-west-1b }, { cidr: 10.1.32.0/20, zone: eu-west-1c }] } }`;
    expect(subnets(network)).toEqual([
      ["network/private-subnet-a", "10.1.16.0/20", "eu-west-1b", "network.subnets.private[0]"],
      ["network/private-subnet-b", "10.1.32.0/20", "eu-west-1c", "network.subnets.private[1]"],
      ["network/public-subnet-a", "10.1.0.0/24", "eu-west-1b", "network.subnets.public[0]"],
      ["network/public-subnet-b", "10.1.1.0/24", "eu-west-1c", "network.subnets.public[1]"],
    ]);
  });

  it("say how many zones there are, whatever the profile says", () => {
    const network = `{ subnets: { public: [10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24],
  private: [10.0.16.0/20, 10.0.32.0/20, 10.0.48.0/20] } }`;
    expect(subnets(network)).toHaveLength(6);
    expect(subnets(network)[5]?.[2]).toEqual({ select: 2, from: { zones: true } });
  });

  const two = "public: [10.0.0.0/24, 10.0.1.0/24], private: [10.0.16.0/20, 10.0.32.0/20]";
  it.each([
    [
      "more zones than subnets",
      `zones: 3, subnets: { ${two} }`,
      "network.subnets.public",
      /2 subnets for 3 zones/,
    ],
    [
      "tiers of two sizes",
      `subnets: { ${two.replace(", 10.0.32.0/20", ", 10.0.32.0/20, 10.0.48.0/20")} }`,
      "network.subnets.private",
      /3 subnets for 2 zones/,
    ],
    [
      "an overlap",
      `subnets: { ${two.replace("10.0.16.0/20", "10.0.0.0/20")} }`,
      "network.subnets.private[0]",
      /10\.0\.0\.0\/20 overlaps 10\.0\.0\.0\/24/,
    ],
    [
      "the same twice",
      `subnets: { ${two.replace("10.0.1.0/24", "10.0.0.0/24")} }`,
      "network.subnets.public[1]",
      /overlaps/,
    ],
    [
      "a range outside the VPC",
      `subnets: { ${two.replace("10.0.1.0/24", "10.1.1.0/24")} }`,
      "network.subnets.public[1]",
      /not within the VPC's 10\.0\.0\.0\/16/,
    ],
    [
      "a range larger than the VPC",
      `cidr: 10.0.0.0/20, subnets: { ${two.replace("10.0.16.0/20", "10.0.0.0/16")} }`,
      "network.subnets.private[0]",
      /not within/,
    ],
    [
      "bits behind the prefix",
      `subnets: { ${two.replace("10.0.1.0/24", "10.0.1.1/24")} }`,
      "network.subnets.public[1]",
      /10\.0\.1\.1\/24 is not/,
    ],
    [
      "too small for a load balancer",
      `subnets: { ${two.replace("10.0.1.0/24", "10.0.1.0/28")} }`,
      "network.subnets.public[1]",
      /public subnet/,
    ],
    [
      "no private ones for NAT gateways",
      "nat: single, subnets: { public: [10.0.0.0/24, 10.0.1.0/24] }",
      "network.subnets",
      /not listed/,
    ],
    [
      "no private ones for endpoints",
      "nat: none, endpoints: auto, subnets: { public: [10.0.0.0/24, 10.0.1.0/24] }",
      "network.subnets",
      /not listed/,
    ],
    [
      "a zone twice",
      "nat: none, subnets: { public: [{ cidr: 10.0.0.0/24, zone: eu-west-1a }, { cidr: 10.0.1.0/24, zone: eu-west-1a }] }",
      "network.subnets.public[1].zone",
      /are in eu-west-1a/,
    ],
    [
      "some zones",
      "nat: none, subnets: { public: [{ cidr: 10.0.0.0/24, zone: eu-west-1a }, 10.0.1.0/24] }",
      "network.subnets.public",
      /others do not/,
    ],
    [
      "another order of zones",
      "nat: none, zones: [eu-west-1a, eu-west-1b], subnets: { public: [{ cidr: 10.0.0.0/24, zone: eu-west-1b }, { cidr: 10.0.1.0/24, zone: eu-west-1a }] }",
      "network.subnets.public[0].zone",
      /zone 1 is eu-west-1a/,
    ],
  ])("are refused with %s", (_, network, path, message) => {
    const { plan, diagnostics } = tryPlan(manifest(`{ ${network} }`));
    expect(plan).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      code: "subnets-invalid",
      severity: "error",
      path,
      message: expect.stringMatching(message),
    });
  });

  it("are of no use beside an imported network", () => {
    const { diagnostics } = tryPlan(
      manifest(`{ import: { vpc: vpc-0a1b2c3d, privateSubnets: [subnet-0a1b2c3d] }, subnets: { ${two} } }`),
    );
    expect(diagnostics).toMatchObject([{ code: "kind-conflict", path: "network.subnets" }]);
  });

  it.each([
    ["{ subnets: { public: [10.0.0.0/24] } }", "network.subnets.public"],
    ["{ subnets: { private: [10.0.0.0/24, 10.0.1.0/24] } }", "network.subnets.public"],
    ["{ subnets: { public: [10.0.0.0, 10.0.1.0/24] } }", "network.subnets.public[0]"],
    ['{ subnets: { public: ["2001:db8::/64", 10.0.1.0/24] } }', "network.subnets.public[0]"],
  ])("have to be IPv4, public and at least two: %s", (network, path) => {
    expect(tryPlan(manifest(network)).diagnostics).toMatchObject([{ path }]);
  });
});

describe("where tasks are", () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, at) => `subnet-0a1b2c${String(at).padStart(2, "0")}`).join(", ");
  const groups = (count: number) => Array.from({ length: count }, (_, at) => `sg-0a1b2c0${at}`).join(", ");

  it("is in the subnets and behind the groups that the manifest lists", () => {
    const plan = planOf(
      manifest(
        "{}",
        `  api: { image: nginx, subnets: [subnet-0a1b2c3d, "ssm:/subnet"], securityGroups: [sg-0a1b2c3d, "ssm:/sg"] }`,
      ),
    );
    expect(resourceOf(plan, "EcsService", "service/api/service").network).toEqual({
      subnets: ["subnet-0a1b2c3d", { import: { ssm: "/subnet" } }],
      securityGroups: [
        { ref: "service/api/security-group", attribute: "id" },
        "sg-0a1b2c3d",
        { import: { ssm: "/sg" } },
      ],
      assignPublicIp: false,
    });
  });

  it("has an address of its own there where the service says so", () => {
    const service = "  mqtt: { image: nginx, listeners: [1883], publicIp: true, subnets: [subnet-0a1b2c3d] }";
    const { network } = resourceOf(planOf(manifest("{}", service)), "EcsService", "service/mqtt/service");
    expect(network).toMatchObject({ subnets: ["subnet-0a1b2c3d"], assignPublicIp: true });
  });

  it("is the same for a job", () => {
    const plan = planOf(
      manifest(
        "{}",
        "  api: { image: nginx }",
        "jobs: { run: { image: nginx, subnets: [subnet-0a1b2c3d], securityGroups: [sg-0a1b2c3d] } }",
      ),
    );
    const machine = JSON.stringify(resourceOf(plan, "StateMachine", "job/run/state-machine").definition);
    expect(machine).toContain(
      '"Subnets":["subnet-0a1b2c3d"],"SecurityGroups":[{"ref":"job/run/security-group","attribute":"id"},"sg-0a1b2c3d"]',
    );
  });

  it("takes 16 subnets and 5 groups, and no more", () => {
    const of = (subnets: number, own: number) =>
      tryPlan(
        manifest(
          "{}",
          `  api: { image: nginx, subnets: [${ids(subnets)}], securityGroups: [${groups(own)}] }`,
        ),
      );
    expect(of(16, 4).diagnostics).toEqual([]);
    expect(of(17, 1).diagnostics).toMatchObject([
      { path: "services.api.subnets", message: expect.stringMatching(/16/) },
    ]);
    expect(of(1, 5).diagnostics).toMatchObject([
      {
        code: "limit",
        path: "services.api.securityGroups",
        message: expect.stringMatching(/5 security groups/),
        reason: expect.stringMatching(/at most 5/),
      },
    ]);
  });
});

describe("what tasks may reach", () => {
  const egress = (rules: string) =>
    resourceOf(
      planOf(manifest("{}", `  api: { image: nginx, egress: ${rules} }`)),
      "SecurityGroup",
      "service/api/security-group",
    ).egress;

  it("is an address, a prefix list or a group, with a port, a range or everything", () => {
    expect(
      egress(
        `[{ cidr: 10.0.0.0/8, port: 443 }, { cidr: "2001:db8::/32", port: 53, protocol: udp }, { prefixList: pl-6da54004, port: 8000-8100 }, { securityGroup: "ssm:/sg", protocol: all }]`,
      ),
    ).toEqual([
      {
        peer: { cidrBlock: "10.0.0.0/8" },
        traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
        description: "Port 443 of 10.0.0.0/8",
      },
      {
        peer: { cidrBlockIpv6: "2001:db8::/32" },
        traffic: { protocol: "udp", fromPort: 53, toPort: 53 },
        description: "UDP port 53 of 2001:db8::/32",
      },
      {
        peer: { prefixList: "pl-6da54004" },
        traffic: { protocol: "tcp", fromPort: 8000, toPort: 8100 },
        description: "Ports 8000 to 8100 of a prefix list",
      },
      {
        peer: { securityGroup: { import: { ssm: "/sg" } } },
        traffic: "all",
        description: "All ports of a security group",
      },
    ]);
  });

  it.each([
    ["{ cidr: 10.0.0.0/8 }", "missing-key", "services.api.egress[0].port"],
    ["{ cidr: 10.0.0.0/8, port: 443, protocol: all }", "invalid-value", "services.api.egress[0].port"],
    ["{ cidr: 10.0.0.0/8, port: 90-80 }", "port-range", "services.api.egress[0].port"],
    ["{ cidr: 10.0.0.0/8, port: 80-99999 }", "port-range", "services.api.egress[0].port"],
    ["{ cidr: 10.0.0.0/8, port: 0-80 }", "port-range", "services.api.egress[0].port"],
    ["{ cidr: 10.0.0.0/8, prefixList: pl-6da54004, port: 80 }", "invalid-value", "services.api.egress[0]"],
    ["{ cidr: 10.0.0.0/8, port: 80, protocol: icmp }", "invalid-value", "services.api.egress[0].protocol"],
  ])("is not %s", (rule, code, path) => {
    expect(tryPlan(manifest("{}", `  api: { image: nginx, egress: [${rule}] }`)).diagnostics).toMatchObject([
      { code, path },
    ]);
  });
});
