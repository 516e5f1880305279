import { describe, expect, it } from "vitest";
import type { EcsService } from "../../src/plan/resources/compute.js";
import { planOf, resourceOf, resourcesOf } from "../support/plan-of.js";

const head = `application: shop
cluster: { insights: on }
ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }
resources: { Jobs: { type: sqs } }
services:
`;
const web = (deploy: string, more = ""): string =>
  `${head}  api: { image: nginx, port: 8080, route: /*, deploy: ${deploy}${more} }\n`;
const serviceOf = (text: string, name = "api"): EcsService =>
  resourceOf(planOf(text), "EcsService", `service/${name}/service`);
const arnOf = (id: string) => ({ ref: id, attribute: "arn" });

describe("a rolling deployment", () => {
  it("has the bounds, the breaker and the zones of ECS when nothing is said", () => {
    const service = serviceOf(web("{}"));
    expect(service).toMatchObject({
      ...{ minimumHealthyPercent: 100, maximumPercent: 200, availabilityZoneRebalancing: true },
      circuitBreaker: { enable: true, rollback: true },
    });
    for (const key of ["strategy", "bakeTimeMinutes", "deploymentAlarms", "lifecycleHooks", "awaitedMinutes"])
      expect(service).not.toHaveProperty(key);
    expect(service.loadBalancers[0]).not.toHaveProperty("shift");
  });

  it.each([
    ["false", { enable: false, rollback: false }],
    ["{ rollback: false }", { enable: true, rollback: false }],
    ["{ threshold: 5 }", { enable: true, rollback: true, threshold: { type: "COUNT", value: 5 } }],
    [
      '{ threshold: "25 %", resetOnHealthy: false }',
      {
        ...{ enable: true, rollback: true, resetOnHealthyTask: false },
        threshold: { type: "BOUNDED_PERCENT", value: 25 },
      },
    ],
  ])("has the circuit breaker %s", (breaker, expected) => {
    expect(serviceOf(web(`{ breaker: ${breaker} }`)).circuitBreaker).toEqual(expected);
  });

  it("may leave tasks where they are", () => {
    expect(serviceOf(web("{ rebalancing: false }")).availabilityZoneRebalancing).toBe(false);
  });
});

describe("a deployment that moves requests", () => {
  it.each([
    ["{ strategy: blue-green }", { type: "BLUE_GREEN" }, 5],
    ["{ strategy: blue-green, bake: 2h }", { type: "BLUE_GREEN" }, 120],
    ["{ strategy: canary }", { type: "CANARY", percent: 5, stepBakeTimeMinutes: 10 }, 5],
    [
      "{ strategy: canary, canary: { percent: 0.1, bake: 0m }, bake: 0m }",
      { type: "CANARY", percent: 0.1, stepBakeTimeMinutes: 0 },
      0,
    ],
    [
      "{ strategy: linear, steps: { percent: 3 %, bake: 30m } }",
      { type: "LINEAR", percent: 3, stepBakeTimeMinutes: 30 },
      5,
    ],
  ])("%s", (deploy, strategy, bakeTimeMinutes) => {
    const service = serviceOf(web(deploy));
    expect(service).toMatchObject({ strategy, bakeTimeMinutes });
    expect(service).not.toHaveProperty("circuitBreaker");
  });

  it("has a second target group, a rule to both, and a role for these alone", () => {
    const plan = planOf(web("{ strategy: canary }"));
    const group = resourceOf(plan, "TargetGroup", "service/api/target-group");
    const alternate = resourceOf(plan, "TargetGroup", "service/api/target-group-alternate");
    const { id, origin, name, ...alike } = alternate;
    expect(group).toMatchObject(alike);
    expect({ id, name }).toEqual({ id: "service/api/target-group-alternate", name: "shop-api-alternate" });
    expect(origin).toBe("services.api.deploy.strategy");
    expect(resourceOf(plan, "ListenerRule", "service/api/https-rule").action).toEqual({
      type: "weighted-forward",
      targets: [
        { targetGroup: arnOf("service/api/target-group"), weight: 1 },
        { targetGroup: arnOf("service/api/target-group-alternate"), weight: 0 },
      ],
      shiftedByEcs: true,
    });
    expect(resourceOf(plan, "EcsService", "service/api/service").loadBalancers).toEqual([
      {
        ...{ containerName: "api", containerPort: 8080, targetGroup: arnOf("service/api/target-group") },
        shift: {
          alternateTargetGroup: arnOf("service/api/target-group-alternate"),
          productionRule: arnOf("service/api/https-rule"),
          role: arnOf("service/api/traffic-role"),
        },
      },
    ]);
    const role = resourceOf(plan, "IamRole", "service/api/traffic-role");
    expect(role.trust[0]?.principals).toEqual([{ service: "ecs.amazonaws.com" }]);
    const statements = role.policies.flatMap((policy) => policy.statements);
    const granted = statements.map(({ actions, resources }) => [
      actions.map((action) => action.split(":")[1]),
      resources,
    ]);
    expect(granted).toEqual([
      [["DescribeListeners", "DescribeRules", "DescribeTargetGroups", "DescribeTargetHealth"], ["*"]],
      [
        ["RegisterTargets", "DeregisterTargets"],
        [arnOf("service/api/target-group"), arnOf("service/api/target-group-alternate")],
      ],
      [["ModifyListener"], [arnOf("platform/https-listener")]],
      [["ModifyRule"], [arnOf("service/api/https-rule")]],
    ]);
  });

  it("shows the new version to requests with a header, before the rule of all, behind the same login", () => {
    const login = "auth: { cognito: { userPool: ssm:/pool, client: abc, domain: shop } }";
    const plan = planOf(
      `${head}  api: { image: nginx, port: 8080, route: { path: /api/*, ${login} }, deploy: { strategy: blue-green, test: { header: { X-Version: [next, beta] } } } }\n`,
    );
    const rule = resourceOf(plan, "ListenerRule", "service/api/https-rule");
    const test = resourceOf(plan, "ListenerRule", "service/api/https-rule-test");
    expect(test).toMatchObject({ action: rule.action, paths: rule.paths, listener: rule.listener });
    expect(test.headers).toEqual([{ name: "X-Version", values: ["next", "beta"] }]);
    expect(test.priority).toBeLessThan(rule.priority);
    expect(test.authenticate).toEqual(rule.authenticate);
    expect(test.authenticate).toBeDefined();
    const [entry] = resourceOf(plan, "EcsService", "service/api/service").loadBalancers;
    expect(entry?.shift?.testRule).toEqual(arnOf("service/api/https-rule-test"));
    const role = resourceOf(plan, "IamRole", "service/api/traffic-role");
    expect(role.policies[0]?.statements.at(-1)?.resources).toEqual([arnOf(rule.id), arnOf(test.id)]);
  });

  it("takes a priority for the rule of its tests", () => {
    const text = `${head}  api: { image: nginx, port: 8080, route: { path: /*, priority: 20 }, deploy: { strategy: canary, test: { header: { X: a }, priority: 19 } } }\n`;
    expect(resourceOf(planOf(text), "ListenerRule", "service/api/https-rule-test").priority).toBe(19);
  });

  it("moves the weights of listeners behind a network load balancer", () => {
    const plan = planOf(
      `${head}  mqtt: { image: nginx, listeners: [1883, { port: 53, protocol: udp, target: 5353 }], health: { port: 1883 }, deploy: { strategy: linear } }\n`,
    );
    const entries = resourceOf(plan, "EcsService", "service/mqtt/service").loadBalancers;
    expect(entries.map(({ shift }) => shift?.productionRule)).toEqual([
      arnOf("service/mqtt/listener-1883-tcp"),
      arnOf("service/mqtt/listener-53-udp"),
    ]);
    expect(resourceOf(plan, "Listener", "service/mqtt/listener-53-udp").defaultAction).toMatchObject({
      type: "weighted-forward",
      shiftedByEcs: true,
      targets: [
        { weight: 1 },
        { targetGroup: arnOf("service/mqtt/target-group-5353-udp-alternate"), weight: 0 },
      ],
    });
    const role = resourceOf(plan, "IamRole", "service/mqtt/traffic-role");
    const actions = role.policies[0]?.statements.flatMap((statement) => statement.actions);
    expect(actions).toContain("elasticloadbalancing:ModifyListener");
    expect(actions).not.toContain("elasticloadbalancing:ModifyRule");
  });

  it("watches both target groups", () => {
    const ids = resourcesOf(planOf(web("{ strategy: canary, alarms: [errors] }")))
      .filter(({ kind }) => kind === "Alarm")
      .map(({ id }) => id.replace("service/api/alarm-", ""));
    expect(ids).toEqual(
      expect.arrayContaining([
        ...["rollback-errors", "rollback-errors-alternate", "server-errors", "server-errors-alternate"],
        ...["unhealthy-targets", "unhealthy-targets-alternate"],
      ]),
    );
  });

  it("needs no load balancer for blue-green, nor one beside Service Connect", () => {
    const worker = serviceOf(`${head}  api: { image: nginx, deploy: { strategy: blue-green } }\n`);
    expect(worker).toMatchObject({ strategy: { type: "BLUE_GREEN" }, loadBalancers: [] });
    const server = serviceOf(
      `application: shop\ncluster: { serviceConnect: true }\nservices:\n  api: { image: nginx, port: 80, serviceConnect: true, deploy: { strategy: linear } }\n`,
    );
    expect(server).toMatchObject({ strategy: { type: "LINEAR" }, loadBalancers: [] });
  });
});

describe("alarms that roll back", () => {
  it("are named by the service, which comes after them, and name it by its text", () => {
    const plan = planOf(
      web("{ alarms: [cpu, memory, 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:Too many: carts'] }"),
    );
    expect(resourceOf(plan, "EcsService", "service/api/service").deploymentAlarms).toEqual({
      names: [
        { ref: "service/api/alarm-rollback-cpu", attribute: "name" },
        { ref: "service/api/alarm-rollback-memory", attribute: "name" },
        "Too many: carts",
      ],
      rollback: true,
    });
    const alarm = resourceOf(plan, "Alarm", "service/api/alarm-rollback-memory");
    expect(alarm).toMatchObject({
      ...{ threshold: 90, evaluationPeriods: 3, datapointsToAlarm: 2, actions: [] },
      watch: { metric: { metricName: "MemoryUtilization" } },
    });
    expect(JSON.stringify(alarm.watch)).toContain('"value":"shop-api"');
    expect(JSON.stringify(alarm)).not.toContain("service/api/service");
  });

  it("have limits of their own", () => {
    const plan = planOf(
      `${head}  api: { image: nginx, port: 8080, route: /*, deploy: { alarms: { errors: 0.5 %, latency: 750ms, cpu: 80, queueAge: { queue: Jobs, max: 20m }, rollback: false } } }\n`,
    );
    const thresholds = ["errors", "latency", "cpu", "queue-age"].map(
      (name) => resourceOf(plan, "Alarm", `service/api/alarm-rollback-${name}`).threshold,
    );
    expect(thresholds).toEqual([0.5, 0.75, 80, 1200]);
    expect(resourceOf(plan, "EcsService", "service/api/service").deploymentAlarms?.rollback).toBe(false);
    expect(resourceOf(plan, "Alarm", "service/api/alarm-rollback-latency").watch).toMatchObject({
      metric: { metricName: "TargetResponseTime", statistic: "p99" },
    });
  });

  it("know the queue of the backlog", () => {
    const plan = planOf(
      `${head}  api: { image: nginx, scale: { max: 5, backlog: { queue: Jobs, perTask: 1 } }, deploy: { alarms: [queueAge] } }\n`,
    );
    expect(resourceOf(plan, "Alarm", "service/api/alarm-rollback-queue-age")).toMatchObject({
      threshold: 600,
      watch: { metric: { dimensions: [{ value: { ref: "data/Jobs", attribute: "name" } }] } },
    });
  });
});

describe("hooks of a deployment", () => {
  it("call functions with a role that may call these alone", () => {
    const plan = planOf(
      web(
        "{ strategy: canary, hooks: [{ stage: [reconcile, post-scale-up], function: ssm:/smoke }, { stage: pre-scale-up, function: ssm:/gate, role: ssm:/gate-role }] }",
      ),
    );
    expect(resourceOf(plan, "EcsService", "service/api/service").lifecycleHooks).toEqual([
      {
        ...{ stages: ["RECONCILE_SERVICE", "POST_SCALE_UP"], type: "AWS_LAMBDA" },
        ...{ function: { import: { ssm: "/smoke" } }, role: arnOf("service/api/hook-role") },
      },
      {
        ...{ stages: ["PRE_SCALE_UP"], type: "AWS_LAMBDA" },
        ...{ function: { import: { ssm: "/gate" } }, role: { import: { ssm: "/gate-role" } } },
      },
    ]);
    const role = resourceOf(plan, "IamRole", "service/api/hook-role");
    expect(role.policies[0]?.statements).toEqual([
      {
        ...{ sid: "CallHooks", effect: "Allow", actions: ["lambda:InvokeFunction"] },
        resources: [{ import: { ssm: "/smoke" } }],
      },
    ]);
  });

  it("pause, and roll back when nobody lets them go on", () => {
    const hooks = serviceOf(
      web(
        "{ strategy: canary, hooks: [{ stage: post-test-traffic-shift, pause: 2h }, { stage: pre-production-traffic-shift, pause: 14d, onTimeout: continue }] }",
      ),
    ).lifecycleHooks;
    expect(hooks).toEqual([
      { stages: ["POST_TEST_TRAFFIC_SHIFT"], type: "PAUSE", timeoutMinutes: 120, onTimeout: "ROLLBACK" },
      {
        stages: ["PRE_PRODUCTION_TRAFFIC_SHIFT"],
        type: "PAUSE",
        timeoutMinutes: 20_160,
        onTimeout: "CONTINUE",
      },
    ]);
  });
});

describe("a service after another", () => {
  const order = `application: shop\nservices:\n  api: { image: nginx, deploy: { after: [auth] } }\n  auth: { image: nginx, deploy: { strategy: blue-green, bake: 1h } }\n`;

  it("follows it, and so does its stack", () => {
    const plan = planOf(order);
    expect(resourceOf(plan, "EcsService", "service/api/service").dependsOn).toContain("service/auth/service");
    expect(plan.stacks.find(({ area }) => area === "service-api")?.dependsOn).toContain("shop-service-auth");
    const areas = plan.stacks.map(({ area }) => area);
    expect(areas.indexOf("service-auth")).toBeLessThan(areas.indexOf("service-api"));
  });

  it("waits as long as the other may take", () => {
    const plan = planOf(order);
    expect(resourceOf(plan, "EcsService", "service/auth/service").awaitedMinutes).toBe(120);
    expect(resourceOf(plan, "EcsService", "service/api/service")).not.toHaveProperty("awaitedMinutes");
  });

  it("follows within one stack, too", () => {
    const plan = planOf(`stacks: single\n${order}`);
    expect(resourceOf(plan, "EcsService", "service/api/service").dependsOn).toContain("service/auth/service");
  });
});
