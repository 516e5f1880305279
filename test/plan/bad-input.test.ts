import { describe, expect, it } from "vitest";
import { tryPlan } from "../support/plan-of.js";

/** A manifest with two services, changed by a case. */
function manifest(services: string, more = ""): string {
  return `application: shop\nregion: eu-west-1\n${more}services:\n${services}`;
}

const web = (name: string, rest: string): string => `  ${name}: { image: nginx, port: 80, ${rest} }\n`;

const cases: readonly (readonly [
  string,
  string,
  { code: string; line: number; message: RegExp; hint: RegExp },
])[] = [
  [
    "an invalid Fargate pair",
    manifest(web("api", "route: /*, size: { cpu: 256, memory: 4096 }")),
    {
      code: "fargate-size",
      line: 4,
      message: /^Fargate has no size with 256 CPU units \(0\.25 vCPU\) with 4096 MiB$/,
      hint: /256 CPU units \(0\.25 vCPU\) with 2048 MiB; 512 CPU units \(0\.5 vCPU\) with 4096 MiB/,
    },
  ],
  [
    "two services on one route",
    manifest(web("api", "route: /*") + web("shop", "route: /*")),
    {
      code: "route-conflict",
      line: 5,
      message: /services\.shop\.route asks for the same requests as services\.api\.route/,
      hint: /another host or path/,
    },
  ],
  [
    "two routes with one priority",
    manifest(
      web("api", "route: { path: /a, priority: 5 }") + web("shop", "route: { path: /b, priority: 5 }"),
    ),
    { code: "priority-conflict", line: 5, message: /both have priority 5/, hint: /leave both out/ },
  ],
  [
    "an unknown service in connects",
    manifest(`${web("api", "route: /*, connects: [worke]")}  worker: { image: nginx, port: 9000 }\n`),
    { code: "unknown-service", line: 4, message: /connects to "worke"/, hint: /did you mean "worker"\?/ },
  ],
  [
    "a connection to a service without a port",
    manifest(`${web("api", "route: /*, connects: [jobs]")}  jobs: { image: nginx }\n`),
    {
      code: "kind-conflict",
      line: 4,
      message: /"jobs", which listens on no port/,
      hint: /add a port to services\.jobs/,
    },
  ],
  [
    "a name too long for AWS",
    manifest(
      "  a-service-with-quite-a-long-name-indeed: { image: nginx }\n",
      "naming: { prefix: a-very-long-prefix-indeed }\n",
    ),
    {
      code: "name-too-long",
      line: 5,
      message: /IAM role name .* has 75 characters/,
      hint: /shorten .* by 11/,
    },
  ],
  [
    "a CIDR too small for its zones",
    manifest(web("api", "route: /*"), "network: { cidr: 10.0.0.0/26, zones: 3 }\n"),
    {
      code: "cidr-too-small",
      line: 3,
      message: /10\.0\.0\.0\/26 is too small .* 3 zones/,
      hint: /use a \/24 or larger/,
    },
  ],
  [
    "a CIDR larger than a VPC",
    manifest(web("api", "route: /*"), "network: { cidr: 10.0.0.0/8 }\n"),
    {
      code: "cidr-invalid",
      line: 3,
      message: /10\.0\.0\.0\/8 is not an address block that a VPC can have/,
      hint: /10\.0\.0\.0\/16/,
    },
  ],
  [
    "a route without a port",
    manifest("  api: { image: nginx, route: /* }\n"),
    { code: "kind-conflict", line: 4, message: /has a route but no port/, hint: /port: 8080/ },
  ],
  [
    "a worker with a route",
    manifest(web("api", "kind: worker, route: /*")),
    {
      code: "kind-conflict",
      line: 4,
      message: /services\.api is a worker and has a route/,
      hint: /kind: web/,
    },
  ],
  [
    "a target health check without a load balancer",
    manifest("  api: { image: nginx, port: 80, health: /healthz }\n"),
    {
      code: "kind-conflict",
      line: 4,
      message: /no load balancer would check \/healthz/,
      hint: /health\.container/,
    },
  ],
  [
    "scaling on requests without a route",
    manifest("  api: { image: nginx, port: 80, scale: { min: 1, max: 3, requests: 100 } }\n"),
    { code: "kind-conflict", line: 4, message: /scales on requests and has no route/, hint: /cpu or memory/ },
  ],
  [
    "a metric with no room to scale",
    manifest("  api: { image: nginx, scale: { min: 3, max: 3, cpu: 50 } }\n"),
    { code: "scale-range", line: 4, message: /no room to scale: 3 to 3 tasks/, hint: /raise scale\.max/ },
  ],
  [
    "a subnet group that does not exist",
    manifest("  api: { image: nginx, subnets: privat }\n"),
    {
      code: "subnet-group-unknown",
      line: 4,
      message: /no subnet group "privat"/,
      hint: /did you mean "private"\?/,
    },
  ],
  [
    "endpoints without a group",
    manifest("  api: { image: nginx, egress: endpoints }\n"),
    { code: "missing-network", line: 4, message: /the network has none for it/, hint: /endpoints: auto/ },
  ],
  [
    "endpoints without a group of an imported network",
    manifest(
      "  api: { image: nginx, egress: endpoints }\n",
      "network: { import: { vpc: vpc-0a1b2c3d, privateSubnets: [subnet-0a1b2c3d] } }\n",
    ),
    { code: "missing-network", line: 5, message: /the network names none/, hint: /endpointSecurityGroup/ },
  ],
  [
    "a public load balancer in an import without public subnets",
    manifest(
      web("api", "route: /*"),
      "network: { import: { vpc: vpc-0123456789abcdef0, privateSubnets: [subnet-01234567] } }\n",
    ),
    { code: "missing-network", line: 3, message: /needs public subnets/, hint: /publicSubnets/ },
  ],
  [
    "a redirect without a certificate",
    manifest(web("api", "route: /*"), "ingress: { http: redirect }\n"),
    { code: "needs-certificate", line: 3, message: /leaves no way in/, hint: /ingress\.domains/ },
  ],
  [
    "access to what is not there",
    manifest("  api: { image: nginx, access: { Filse: read } }\n", "resources: { Files: { type: s3 } }\n"),
    { code: "access-unknown", line: 5, message: /"Filse"/, hint: /did you mean "Files"\?/ },
  ],
  [
    "IAM access to a database",
    manifest(
      "  api: { image: nginx, access: { Db: read } }\n",
      "resources: { Db: { type: postgres, import: { securityGroup: sg-01234567 } } }\n",
    ),
    { code: "access-unknown", line: 5, message: /not given by IAM/, hint: /connects: \[Db\]/ },
  ],
  [
    "a connection to a bucket",
    manifest("  api: { image: nginx, connects: [Files] }\n", "resources: { Files: { type: s3 } }\n"),
    {
      code: "kind-conflict",
      line: 5,
      message: /buckets have no security group/,
      hint: /access: \{ Files: read-write \}/,
    },
  ],
  [
    "the address of a service that cannot be reached",
    manifest(
      '  api: { image: nginx, environment: { W: "${services.worker.url}" } }\n  worker: { image: nginx, port: 9000 }\n',
    ),
    {
      code: "unknown-reference",
      line: 4,
      message: /no address that services\.api can reach/,
      hint: /connects: \[worker\]/,
    },
  ],
  [
    "an attribute that a resource does not have",
    manifest(
      '  api: { image: nginx, environment: { W: "${resources.Files.host}" } }\n',
      "resources: { Files: { type: s3 } }\n",
    ),
    { code: "unknown-reference", line: 5, message: /asks a s3 resource/, hint: /it has name, arn/ },
  ],
];

describe("bad input to the plan", () => {
  it.each(cases)("%s is told with its place", (_, text, expected) => {
    const { plan, diagnostics } = tryPlan(text);
    expect(plan).toBeUndefined();
    expect(diagnostics.map((each) => [each.code, each.span?.start.line])).toContainEqual([
      expected.code,
      expected.line,
    ]);
    const found = diagnostics.find((each) => each.code === expected.code);
    expect(found?.message).toMatch(expected.message);
    expect(found?.hint).toMatch(expected.hint);
  });

  it("names two services that become one name in a template", () => {
    const text = manifest("  a-1: { image: nginx }\n  a1: { image: nginx }\n", "stacks: single\n");
    expect(tryPlan(text).diagnostics).toMatchObject([
      {
        code: "name-collision",
        message: "services.a-1 and services.a1 would both make a resource called ServiceA1AlarmCpuHigh",
      },
      {
        code: "name-collision",
        message: "services.a-1.image and services.a1.image would both make a parameter called A1Image",
      },
    ]);
    // Apart in their stacks, and one variable of a module of Terraform.
    expect(tryPlan(text.replace("single", "layered")).diagnostics).toMatchObject([
      { code: "name-collision", message: /would both make a parameter called A1Image/ },
    ]);
  });

  it("says that a single stack is too large, and what to do", () => {
    const services = Array.from(
      { length: 60 },
      (_, index) => `  s${index}: { image: nginx, port: 80 }\n`,
    ).join("");
    expect(tryPlan(manifest(services, "stacks: single\n")).diagnostics).toMatchObject([
      {
        code: "stack-limit",
        span: { start: { line: 3 } },
        message: /would have \d+ resources; CloudFormation takes 500/,
        hint: /layered/,
      },
    ]);
  });

  it("warns of more routes, target groups and security group rules than AWS gives by default, and plans", () => {
    const services = Array.from({ length: 101 }, (_, index) => web(`s${index}`, `route: /${index}/*`)).join(
      "",
    );
    const { plan, diagnostics } = tryPlan(manifest(services));
    expect(plan).toBeDefined();
    expect(diagnostics.map((each) => [each.severity, each.code])).toEqual([
      ["warning", "quota"],
      ["warning", "quota"],
      ["warning", "quota"],
    ]);
  });
});
