import { describe, expect, it } from "vitest";
import type { ResourceKind, ResourceOf } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const manifest = (resources: string, service = "connects: [Db]", top = ""): string =>
  `application: shop\nregion: eu-west-1\n${top}resources:\n  Db: ${resources}\nservices:\n  api: { image: nginx, port: 80, ${service} }\n`;
const profile = (name: string): string => `profile: ${name}\n`;
const main = <K extends ResourceKind>(kind: K, resources: string, top = ""): ResourceOf<K> =>
  resourceOf(planOf(manifest(resources, undefined, top)), kind, "data/Db");
const network = (subnets: string): string =>
  `network: { import: { vpc: vpc-0a1b2c3d, publicSubnets: ssm:/net/public, ${subnets} } }\n`;

describe("a postgres", () => {
  it.each([
    [
      "economy",
      { instanceClass: "db.t4g.micro", multiZone: false, backupRetentionDays: 1, removal: "delete" },
    ],
    [
      "balanced",
      { instanceClass: "db.t4g.small", multiZone: true, backupRetentionDays: 7, removal: "snapshot" },
    ],
  ])("is an instance in the profile %s", (name, expected) => {
    expect(main("DbInstance", "{ type: postgres }", profile(name))).toMatchObject({
      ...{ storageGiB: 20, deletionProtection: false, performanceInsights: name === "balanced" },
      ...expected,
    });
  });

  it("is Aurora with two instances in production", () => {
    const plan = planOf(manifest("{ type: postgres }", undefined, profile("production")));
    expect(resourceOf(plan, "DbCluster", "data/Db")).toMatchObject({
      ...{ engine: "aurora-postgresql", clusterIdentifier: "shop-db", minCapacity: 0.5, maxCapacity: 8 },
      ...{ backupRetentionDays: 30, deletionProtection: true, removal: "snapshot", databaseName: "shop" },
    });
    const instances = resourcesOf(plan).filter((each) => each.kind === "DbClusterInstance");
    expect(instances).toMatchObject([
      { instanceIdentifier: "shop-db-1", instanceClass: "db.serverless", performanceInsights: false },
      { instanceIdentifier: "shop-db-2" },
    ]);
  });

  it.each([
    ["17", true],
    ["17.6", false],
  ])("takes newer minor versions where it names none: %s", (version, upgrades) => {
    const fields = `type: postgres, version: "${version}"`;
    const text = manifest(`{ ${fields}, serverless: { min: 1, max: 2 } }`);
    expect(resourceOf(planOf(text), "DbClusterInstance", "data/Db/instance-1").autoMinorUpgrade).toBe(
      upgrades,
    );
    const instance = main("DbInstance", `{ ${fields}, instance: db.t4g.micro }`);
    expect(instance).toMatchObject({ engineVersion: version, autoMinorUpgrade: upgrades });
  });

  it("is there with its instances before a service that connects to it starts", () => {
    const plan = planOf(manifest("{ type: postgres, serverless: { min: 1, max: 2 } }"));
    expect(resourceOf(plan, "EcsService", "service/api/service").dependsOn).toEqual(
      expect.arrayContaining(["data/Db/instance-1", "data/Db/instance-2"]),
    );
  });

  it("is encrypted with the key that it names, its password too", () => {
    const text = manifest(
      "{ type: postgres, encryption: Key }\n  Key: { type: kms }",
      "secrets: { P: resource:Db#password }",
    );
    const plan = planOf(text);
    const key = { ref: "data/Key", attribute: "arn" };
    expect(resourceOf(plan, "DbInstance", "data/Db").key).toEqual(key);
    const role = resourceOf(plan, "IamRole", "service/api/execution-role");
    expect(role.policies.flatMap((policy) => policy.statements)).toContainEqual(
      expect.objectContaining({ actions: ["kms:Decrypt"], resources: [key] }),
    );
  });

  it("has a name without capitals and with single hyphens", () => {
    const text = manifest(
      "{ type: secret }\n  Old--Db-: { type: postgres, instance: db.t4g.micro }",
      "exec: true",
      "naming: { prefix: Shop }\n",
    );
    expect(resourceOf(planOf(text), "DbInstance", "data/Old--Db-").instanceIdentifier).toBe("shop-old-db");
  });

  it("has one instance of Aurora where it asks for one zone, and insights from 2 capacity units on", () => {
    const text = manifest("{ type: postgres, serverless: { min: 2, max: 4 }, multiZone: false }");
    const instances = resourcesOf(planOf(text)).filter((each) => each.kind === "DbClusterInstance");
    expect(instances).toMatchObject([{ id: "data/Db/instance-1", performanceInsights: true }]);
  });

  it("forces TLS through a group of its version", () => {
    const instance = planOf(manifest('{ type: postgres, version: "16.9", instance: db.t4g.micro }'));
    expect(resourceOf(instance, "DbParameterGroup", "data/Db/parameter-group")).toMatchObject({
      ...{ name: "shop-db-postgres16", family: "postgres16", parameters: { "rds.force_ssl": "1" } },
    });
    const aurora = planOf(manifest("{ type: postgres, serverless: { min: 1, max: 2 } }"));
    expect(resourceOf(aurora, "DbClusterParameterGroup", "data/Db/parameter-group")).toMatchObject({
      ...{ family: "aurora-postgresql17", parameters: { "rds.force_ssl": "1" } },
    });
  });

  it("has a log group that ends, made before it", () => {
    const plan = planOf(manifest("{ type: postgres }", undefined, profile("economy")));
    expect(resourceOf(plan, "LogGroup", "data/Db/log-group")).toMatchObject({
      ...{ logGroupName: "/aws/rds/instance/shop-db/postgresql", retentionDays: 7 },
    });
    expect(resourceOf(plan, "DbInstance", "data/Db").dependsOn).toEqual(["data/Db/log-group"]);
  });

  it("calls its database after the application, as PostgreSQL takes it", () => {
    const text = manifest("{ type: postgres, instance: db.t4g.micro }");
    const named = (application: string): string =>
      resourceOf(planOf(text.replace("shop", application)), "DbInstance", "data/Db").databaseName;
    expect(named("shop-api")).toBe("shop_api");
    expect(named("order")).toBe("order_db");
  });

  it("stands in the subnets of the tasks, or in those of its own", () => {
    const subnets = (fields: string): object =>
      resourceOf(
        planOf(
          manifest(
            `{ type: postgres, ${fields} }`,
            undefined,
            network(
              "privateSubnets: ssm:/net/private, subnets: { data: [subnet-0a1b2c3d, subnet-1a1b2c3d] }",
            ),
          ),
        ),
        "DbSubnetGroup",
        "data/Db/subnet-group",
      ).subnets;
    expect(subnets("")).toEqual({ importList: { ssm: "/net/private" } });
    expect(subnets("subnets: data")).toEqual(["subnet-0a1b2c3d", "subnet-1a1b2c3d"]);
  });
});

describe("a redis", () => {
  it.each([
    ["economy", { nodes: 1, automaticFailover: false, multiZone: false, snapshotRetentionDays: 0 }],
    ["balanced", { nodes: 2, automaticFailover: true, multiZone: true, snapshotRetentionDays: 1 }],
    ["production", { nodes: 2, nodeType: "cache.m7g.large", snapshotRetentionDays: 7 }],
  ])("has nodes in the profile %s", (name, expected) => {
    expect(main("ReplicationGroup", "{ type: redis }", profile(name))).toMatchObject({
      ...{ engine: "valkey", engineVersion: "8.2", replicationGroupId: "shop-db" },
      ...expected,
    });
  });

  it("fails over in one zone where it is told so", () => {
    const group = main("ReplicationGroup", "{ type: redis, replicas: 2, multiZone: false }");
    expect(group).toMatchObject({ nodes: 3, automaticFailover: true, multiZone: false });
  });

  it("is serverless where it is asked for", () => {
    const cache = main("ServerlessCache", "{ type: redis, engine: redis, serverless: { storage: 5 } }");
    expect(cache).toMatchObject({ engine: "redis", majorVersion: "7", maxStorageGB: 5, name: "shop-db" });
    expect(cache.maxEcpuPerSecond).toBeUndefined();
  });

  it("takes at most three of the subnets when it is serverless", () => {
    const four = ["a", "b", "c", "d"].map((digit) => `subnet-${digit}a1b2c3d`);
    const text = manifest(
      "{ type: redis, serverless: true }",
      undefined,
      network(`privateSubnets: [${four}]`),
    );
    expect(resourceOf(planOf(text), "ServerlessCache", "data/Db").subnets).toEqual(four.slice(0, 3));
  });
});

describe.each([
  ["postgres", 5432],
  ["redis", 6379],
])("a connection to a %s", (type, port) => {
  const text = `${manifest(`{ type: ${type} }`, "connects: [Db], egress: [{ cidr: 10.0.0.0/8, port: 443 }]")}  other: { image: nginx }\n`;
  const plan = planOf(text);

  it("opens its port to that service alone", () => {
    expect(resourceOf(plan, "SecurityGroup", "data/Db/security-group")).toMatchObject({
      ingress: [],
      egress: [],
    });
    const rules = resourcesOf(plan).filter((each) => each.kind === "SecurityGroupRule");
    const group = (id: string): object => ({ ref: `${id}/security-group`, attribute: "id" });
    const traffic = { protocol: "tcp", fromPort: port, toPort: port };
    expect(rules).toMatchObject([
      { direction: "egress", securityGroup: group("service/api"), peer: group("data/Db"), traffic },
      { direction: "ingress", securityGroup: group("data/Db"), peer: group("service/api"), traffic },
    ]);
  });
});

describe("what services read of a database", () => {
  const environment = (resources: string, variables: string): object => {
    const plan = planOf(manifest(resources, `environment: { ${variables} }`));
    const [container] = resourceOf(plan, "TaskDefinition", "service/api/task-definition").containers;
    return Object.fromEntries((container?.environment ?? []).map(({ name, value }) => [name, value]));
  };

  it("is host, port and database of a postgres", () => {
    const variables = 'H: "${resources.Db.host}", P: "${resources.Db.port}", D: "${resources.Db.database}"';
    expect(environment("{ type: postgres }", variables)).toEqual({
      ...{ H: { ref: "data/Db", attribute: "host" }, P: "5432", D: "shop" },
    });
  });

  it("is the URL with TLS of a redis", () => {
    expect(environment("{ type: redis }", 'U: "${resources.Db.url}"')).toEqual({
      U: { join: ["rediss://", { ref: "data/Db", attribute: "host" }, ":6379"] },
    });
  });

  it("is the port of an imported one", () => {
    const imported = "import: { securityGroup: sg-0a1b2c3d";
    expect(environment(`{ type: redis, ${imported} } }`, 'P: "${resources.Db.port}"')).toEqual({ P: "6379" });
    expect(environment(`{ type: postgres, ${imported}, port: 6432 } }`, 'P: "${resources.Db.port}"')).toEqual(
      {
        P: "6432",
      },
    );
  });
});

describe("a secret of a resource", () => {
  const secretArn = { ref: "data/Db", attribute: "secretArn" };
  const planned = (resources: string, secrets: string) => {
    const plan = planOf(manifest(resources, `secrets: { ${secrets} }`));
    const [container] = resourceOf(plan, "TaskDefinition", "service/api/task-definition").containers;
    const role = resourceOf(plan, "IamRole", "service/api/execution-role");
    const statements = role.policies.flatMap((policy) => policy.statements);
    return { secrets: container?.secrets, statements };
  };

  it("is a key of what RDS keeps, which the execution role alone may read", () => {
    const { secrets, statements } = planned(
      "{ type: postgres }",
      "P: resource:Db#password, U: resource:Db#username",
    );
    expect(secrets).toEqual([
      { name: "P", valueFrom: { join: [secretArn, ":password::"] } },
      { name: "U", valueFrom: { join: [secretArn, ":username::"] } },
    ]);
    expect(statements.filter(({ sid }) => sid === "ReadSecrets")).toEqual([
      {
        sid: "ReadSecrets",
        effect: "Allow",
        actions: ["secretsmanager:GetSecretValue"],
        resources: [secretArn],
      },
    ]);
  });

  it("is a secret of the manifest, whole or a key of it", () => {
    const arn = { ref: "data/Db", attribute: "arn" };
    expect(planned("{ type: secret }", "A: resource:Db, B: resource:Db#key").secrets).toEqual([
      { name: "A", valueFrom: arn },
      { name: "B", valueFrom: { join: [arn, ":key::"] } },
    ]);
  });
});

const bad: readonly (readonly [
  string,
  string,
  { code: string; line: number; message: RegExp; hint: RegExp },
])[] = [
  [
    "several zones with one subnet",
    manifest("{ type: postgres, multiZone: true }", undefined, network("privateSubnets: [subnet-0a1b2c3d]")),
    {
      code: "missing-network",
      line: 5,
      message: /needs subnets in 2 zones, and .* has 1/,
      hint: /import more subnets/,
    },
  ],
  [
    "a replica in the only subnet",
    manifest("{ type: redis, replicas: 1 }", undefined, network("privateSubnets: [subnet-0a1b2c3d]")),
    { code: "missing-network", line: 5, message: /needs subnets in 2 zones/, hint: /another group/ },
  ],
  [
    "several zones with the one node of the profile",
    manifest("{ type: redis, multiZone: true }", undefined, profile("economy")),
    { code: "invalid-value", line: 5, message: /several zones and no replica/, hint: /replicas: 1/ },
  ],
  [
    "a subnet group that is not there",
    manifest("{ type: postgres, subnets: privat }"),
    {
      code: "subnet-group-unknown",
      line: 4,
      message: /no subnet group "privat"/,
      hint: /did you mean "private"/,
    },
  ],
  [
    "a name that AWS does not take",
    manifest(
      "{ type: redis }",
      undefined,
      "naming: { prefix: a-prefix-of-more-than-thirty-seven-letters }\n",
    ),
    { code: "name-too-long", line: 5, message: /replication group name .* has 45 characters/, hint: /by 5/ },
  ],
  [
    "two names that differ in capitals",
    manifest("{ type: postgres }\n  DB: { type: postgres }"),
    { code: "name-collision", line: 4, message: /resources\.DB and resources\.Db/, hint: /rename one/ },
  ],
  [
    "IAM access to a database",
    manifest("{ type: postgres }", "access: { Db: read }"),
    { code: "access-unknown", line: 6, message: /not given by IAM/, hint: /connects: \[Db\], and a secret/ },
  ],
  [
    "a secret of nothing",
    manifest("{ type: postgres }", "secrets: { P: resource:Dx#password }"),
    { code: "secret-unknown", line: 6, message: /"Dx", which is not a resource/, hint: /did you mean "Db"/ },
  ],
  [
    "a secret of what keeps none",
    manifest("{ type: redis }", "secrets: { P: resource:Db#password }"),
    {
      code: "secret-unknown",
      line: 6,
      message: /a redis resource, which keeps none/,
      hint: /postgres that is made/,
    },
  ],
  [
    "a secret of a database of another owner",
    manifest(
      "{ type: postgres, import: { securityGroup: sg-0a1b2c3d } }",
      "secrets: { P: resource:Db#password }",
    ),
    { code: "secret-unknown", line: 6, message: /its owner's/, hint: /secret:name#password/ },
  ],
  [
    "a key that RDS does not write",
    manifest("{ type: postgres }", "secrets: { P: resource:Db#host }"),
    { code: "secret-unknown", line: 6, message: /no key "host"/, hint: /username and password/ },
  ],
  [
    "all of the secret of a database",
    manifest("{ type: postgres }", "secrets: { P: resource:Db }"),
    { code: "secret-unknown", line: 6, message: /names no key/, hint: /resource:Db#password/ },
  ],
];

describe("bad input about databases", () => {
  it.each(bad)("%s is told with its place", (_, text, { code, line, message, hint }) => {
    const { plan, diagnostics } = tryPlan(text);
    expect(plan).toBeUndefined();
    const found = diagnostics.find((each) => each.code === code);
    expect(found?.span?.start.line).toBe(line);
    expect(found?.message).toMatch(message);
    expect(found?.hint).toMatch(hint);
  });
});
