import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const head = `application: shop
cluster: { insights: on }
ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }
resources: { Jobs: { type: sqs } }
services:
`;
const web = (scale: string, more = ""): string =>
  `${head}  api: { image: nginx, port: 8080, route: /*, scale: ${scale}${more} }\n`;
const worker = (scale: string): string => `${head}  api: { image: nginx, scale: ${scale} }\n`;
const policies = (text: string): readonly Resource[] =>
  resourcesOf(planOf(text)).filter(({ kind }) => kind === "ScalingPolicy");
const fullName = (id: string) => ({ ref: id, attribute: "fullName" });

describe("goals", () => {
  it("have a pace of their own, else that of all", () => {
    const paces = policies(
      web(
        "{ max: 9, cpu: { target: 60, cooldown: { in: 10m, out: 5s } }, memory: { target: 80, cooldown: 7s }, requests: 100, cooldown: { out: 9s } }",
      ),
    ).map((each) =>
      each.kind === "ScalingPolicy" && each.policyType === "TargetTrackingScaling"
        ? [each.policyName, each.targetValue, each.scaleInCooldownSeconds, each.scaleOutCooldownSeconds]
        : [],
    );
    expect(paces).toEqual([
      ["shop-api-cpu", 60, 600, 5],
      ["shop-api-memory", 80, 7, 7],
      ["shop-api-requests", 100, 300, 9],
    ]);
  });

  it("may be a time to answer, in seconds", () => {
    const plan = planOf(web("{ max: 9, responseTime: 250ms }"));
    expect(resourceOf(plan, "ScalingPolicy", "service/api/scale-on-response-time")).toMatchObject({
      targetValue: 0.25,
      metric: {
        type: "customized",
        metric: {
          ...{ namespace: "AWS/ApplicationELB", metricName: "TargetResponseTime", statistic: "Average" },
          dimensions: [
            { name: "LoadBalancer", value: fullName("platform/load-balancer") },
            { name: "TargetGroup", value: fullName("service/api/target-group") },
          ],
        },
      },
    });
  });

  it("are of both target groups where requests move between two", () => {
    const plan = planOf(web("{ max: 9, requests: 100, responseTime: 1s }", ", deploy: { strategy: canary }"));
    for (const [name, expression] of [
      ["requests", "FILL(first, 0) + FILL(second, 0)"],
      ["response-time", "MAX([FILL(first, 0), FILL(second, 0)])"],
    ]) {
      const { metric } = resourceOf(plan, "ScalingPolicy", `service/api/scale-on-${name}`) as {
        metric?: unknown;
      };
      expect(metric).toMatchObject({ type: "expression", expression });
      const text = JSON.stringify(metric);
      expect(text).toContain('"service/api/target-group"');
      expect(text).toContain('"service/api/target-group-alternate"');
    }
  });

  it("may be metrics of one's own, in the order of their names", () => {
    const found = policies(
      worker(
        "{ max: 9, metrics: { per-core: { expression: 'IF(cores > 0, work / cores)', of: { work: { namespace: Shop, name: Work, statistic: Sum }, cores: { namespace: Shop, name: Cores } }, target: 1.5, cooldown: 20s }, alive: { namespace: Shop, name: Alive, dimensions: { Z: z, A: a }, statistic: p99.9, target: 3 } } }",
      ),
    );
    expect(found).toMatchObject([
      {
        ...{ id: "service/api/scale-on-alive", targetValue: 3, origin: "services.api.scale.metrics.alive" },
        metric: {
          type: "customized",
          metric: {
            ...{ namespace: "Shop", metricName: "Alive", statistic: "p99.9" },
            dimensions: [
              { name: "A", value: "a" },
              { name: "Z", value: "z" },
            ],
          },
        },
      },
      {
        ...{ id: "service/api/scale-on-per-core", targetValue: 1.5, scaleInCooldownSeconds: 20 },
        metric: {
          ...{ type: "expression", expression: "IF(cores > 0, work / cores)", label: "per-core" },
          metrics: [
            { id: "cores", metric: { metricName: "Cores", statistic: "Average" } },
            { id: "work", metric: { metricName: "Work", statistic: "Sum" } },
          ],
        },
      },
    ]);
    expect(found).toHaveLength(2);
  });
});

describe("steps", () => {
  const plan = planOf(
    worker(
      "{ min: 2, max: 50, metrics: { waiting: { namespace: Shop, name: Waiting, cooldown: { in: 11s, out: 22s } } }, steps: { cpu: [{ from: 85, add: 30 % }, { from: 70, to: 85, add: 10 % }, { to: 20, remove: 1 }], waiting: [{ from: 10.5, add: 4 }, { from: 1, to: 2, remove: 1 }, { to: 1, remove: 3 }] } }",
    ),
  );

  it("are distances from the threshold of an alarm that starts them", () => {
    expect(resourceOf(plan, "ScalingPolicy", "service/api/scale-on-cpu-steps-out")).toMatchObject({
      ...{ policyType: "StepScaling", adjustmentType: "PercentChangeInCapacity", minAdjustmentMagnitude: 1 },
      cooldownSeconds: 60,
      steps: [
        { lowerBound: 0, upperBound: 15, change: 10 },
        { lowerBound: 15, change: 30 },
      ],
    });
    expect(resourceOf(plan, "Alarm", "service/api/alarm-scale-cpu-steps-out")).toMatchObject({
      ...{ comparison: "GreaterThanOrEqualToThreshold", threshold: 70, evaluationPeriods: 3 },
      actions: [{ ref: "service/api/scale-on-cpu-steps-out", attribute: "arn" }],
      watch: { metric: { namespace: "AWS/ECS", metricName: "CPUUtilization" } },
    });
  });

  it("take tasks away below another", () => {
    expect(resourceOf(plan, "ScalingPolicy", "service/api/scale-on-waiting-steps-in")).toMatchObject({
      ...{ adjustmentType: "ChangeInCapacity", cooldownSeconds: 11 },
      steps: [
        { lowerBound: -1, upperBound: 0, change: -1 },
        { upperBound: -1, change: -3 },
      ],
    });
    expect(resourceOf(plan, "Alarm", "service/api/alarm-scale-waiting-steps-in")).toMatchObject({
      ...{ comparison: "LessThanOrEqualToThreshold", threshold: 2, evaluationPeriods: 15 },
      watch: { metric: { namespace: "Shop", metricName: "Waiting" } },
    });
    expect(resourceOf(plan, "ScalingPolicy", "service/api/scale-on-waiting-steps-out")).toMatchObject({
      cooldownSeconds: 22,
      steps: [{ lowerBound: 0, change: 4 }],
    });
  });

  it("stand instead of the goal that a service has otherwise", () => {
    const ids = resourcesOf(plan).flatMap(({ kind, id }) => (kind === "ScalingPolicy" ? [id] : []));
    expect(ids).not.toContain("service/api/scale-on-cpu");
    expect(ids).toHaveLength(4);
  });
});

describe("the clock", () => {
  it("sets bounds in a time zone, be the number of tasks fixed or not", () => {
    const plan = planOf(
      worker(
        "{ min: 2, max: 2, schedule: [{ at: '0 20 * * 1-5', timezone: Europe/Madrid, min: 0, max: 0 }, { at: 2027-11-26T06:00:00, max: 9 }, { at: rate(1 day), start: 2027-01-31, end: 2027-02-28, min: 1 }] }",
      ),
    );
    const { scheduledActions = [], ...target } = resourceOf(
      plan,
      "ScalableTarget",
      "service/api/scalable-target",
    );
    expect(target).toMatchObject({ minCapacity: 2, maxCapacity: 2 });
    expect(scheduledActions.map(({ name: _, ...action }) => action)).toEqual(
      expect.arrayContaining([
        { schedule: "cron(0 20 ? * MON-FRI *)", timezone: "Europe/Madrid", minCapacity: 0, maxCapacity: 0 },
        { schedule: "at(2027-11-26T06:00:00)", maxCapacity: 9 },
        {
          ...{ schedule: "rate(1 day)", minCapacity: 1 },
          ...{ start: "2027-01-31T00:00:00Z", end: "2027-02-28T00:00:00Z" },
        },
      ]),
    );
    expect(resourceOf(plan, "EcsService", "service/api/service")).not.toHaveProperty("desiredCount");
    expect(policies(worker("{ min: 2, max: 2, schedule: [{ at: '@daily', min: 1 }] }"))).toEqual([]);
  });

  it("names a moment after its time, in whatever place it is written", () => {
    const names = (schedule: string): readonly string[] =>
      (
        resourceOf(
          planOf(worker(`{ min: 1, max: 9, schedule: [${schedule}] }`)),
          "ScalableTarget",
          "service/api/scalable-target",
        ).scheduledActions ?? []
      ).map(({ name }) => name);
    const evening = "{ at: '0 20 * * *', min: 1 }";
    const morning = "{ at: '0 7 * * *', min: 2 }";
    expect(names(`${evening}, ${morning}`)).toEqual(names(`${morning}, ${evening}`));
    expect(names(`${evening}, ${morning}`)).toEqual(expect.arrayContaining([...names(evening)]));
    expect(names("{ at: '0 20 * * *', timezone: Europe/Madrid, min: 1 }")).not.toEqual(names(evening));
  });
});

describe("forecasts", () => {
  it.each([
    ["forecast", "ForecastOnly", "ECSServiceCPUUtilization", 70],
    ["{ mode: scale, metric: memory }", "ForecastAndScale", "ECSServiceMemoryUtilization", 80],
    ["{ target: 55 % }", "ForecastOnly", "ECSServiceCPUUtilization", 55],
  ])("%s", (predictive, mode, metricPair, targetValue) => {
    const plan = planOf(worker(`{ max: 9, predictive: ${predictive} }`));
    const policy = resourceOf(plan, "ScalingPolicy", "service/api/scale-on-predictive");
    expect(policy).toMatchObject({ mode, metricPair, targetValue, schedulingBufferSeconds: 300 });
    expect(policy).not.toHaveProperty("maxCapacityBufferPercent");
    // A forecast adds tasks and takes none away, so that something must hold the number in the other direction.
    expect(resourceOf(plan, "ScalingPolicy", "service/api/scale-on-cpu")).toMatchObject({ targetValue: 70 });
  });

  it("are of requests where they come through a load balancer", () => {
    const plan = planOf(
      web("{ max: 9, requests: 500, predictive: { metric: requests, ahead: 10m, beyondMax: 20 % } }"),
    );
    expect(resourceOf(plan, "ScalingPolicy", "service/api/scale-on-predictive")).toMatchObject({
      ...{ metricPair: "ALBRequestCount", targetValue: 500, schedulingBufferSeconds: 600 },
      maxCapacityBufferPercent: 20,
      resourceLabel: {
        join: [fullName("platform/load-balancer"), "/", fullName("service/api/target-group")],
      },
    });
  });
});

describe("scaling is refused", () => {
  it.each([
    [
      "requests from nothing",
      web("{ min: 0, max: 5, requests: 100 }"),
      /^scale-range \| services\.api\.scale\.requests \| .*would stay there \| .*answers every request with 503 \| write min: 1/,
    ],
    [
      "cpu from nothing",
      worker("{ min: 0, max: 5 }"),
      /^scale-range \| services\.api\.scale\.min \| .*would stay there \| .*nothing to measure for cpu/,
    ],
    [
      "a time to answer without a route",
      worker("{ max: 5, responseTime: 1s }"),
      /^kind-conflict \| services\.api\.scale\.responseTime \| .*has no route/,
    ],
    [
      "a time without a unit",
      web("{ max: 5, responseTime: 300 }"),
      /^wrong-type \| services\.api\.scale\.responseTime \| .*300ms/,
    ],
    [
      "a time of hours",
      web("{ max: 5, responseTime: 7200s }"),
      /^invalid-value \| services\.api\.scale\.responseTime \| .*1ms to 60s/,
    ],
    [
      "a forecast of a fixed number",
      worker("{ min: 3, max: 3, predictive: scale }"),
      /^scale-range \| services\.api\.scale \| .*no room to scale: 3 to 3/,
    ],
    [
      "a forecast of requests without a route",
      worker("{ max: 5, predictive: { metric: requests, target: 5 } }"),
      /^kind-conflict \| services\.api\.scale\.predictive \| .*foresee requests/,
    ],
    [
      "a forecast of requests without their number",
      web("{ max: 5, predictive: { metric: requests } }"),
      /^missing-key \| services\.api\.scale\.predictive \| .*how many requests/,
    ],
    [
      "a forecast of requests that move",
      web("{ max: 5, predictive: { metric: requests, target: 5 } }", ", deploy: { strategy: blue-green }"),
      /^kind-conflict \| services\.api\.scale\.predictive \| .*two target groups/,
    ],
    [
      "a moment that never comes",
      worker("{ max: 5, schedule: [{ at: '0 3 30 2 *', min: 1 }] }"),
      /^schedule-invalid \| services\.api\.scale\.schedule\[0\]\.at \| .*never fires/,
    ],
    [
      "a day that does not exist",
      worker("{ max: 5, schedule: [{ at: 2027-02-30T08:00:00, min: 1 }] }"),
      /^schedule-invalid \| services\.api\.scale\.schedule\[0\]\.at \| .*no such moment/,
    ],
    [
      "one moment twice",
      worker("{ max: 5, schedule: [{ at: '0 3 * * *', min: 1 }, { at: cron(0 3 * * ? *), max: 4 }] }"),
      /^schedule-invalid \| services\.api\.scale\.schedule\[1\] \| .*same time as services\.api\.scale\.schedule\[0\]/,
    ],
    [
      "a moment that changes nothing",
      worker("{ max: 5, schedule: [{ at: '0 3 * * *' }] }"),
      /^missing-key \| services\.api\.scale\.schedule\[0\] \| .*neither min nor max/,
    ],
    [
      "bounds of a moment that cross",
      worker("{ max: 5, schedule: [{ at: '0 3 * * *', min: 4, max: 2 }] }"),
      /^scale-range \| services\.api\.scale\.schedule\[0\]\.max/,
    ],
    [
      "a bound of a moment that crosses the other",
      worker("{ min: 2, max: 5, schedule: [{ at: '0 3 * * *', max: 0 }] }"),
      /^scale-range \| services\.api\.scale\.schedule\[0\] \| .*sets max to 0, below the min of 2 \| write both/,
    ],
    [
      "a zone that does not exist",
      worker("{ max: 5, schedule: [{ at: 2027-01-01T08:00:00, timezone: Europe/Madird, min: 1 }] }"),
      /^schedule-invalid \| services\.api\.scale\.schedule\[0\]\.timezone \| .*"Europe\/Madrid"/,
    ],
    [
      "a gap between steps",
      worker("{ max: 5, steps: { cpu: [{ from: 70, to: 80, add: 1 }, { from: 85, add: 2 }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu\[1\] \| .*gap from 80 to 85/,
    ],
    [
      "steps that overlap",
      worker("{ max: 5, steps: { cpu: [{ from: 70, to: 80, add: 1 }, { from: 75, add: 2 }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu\[1\] \| .*overlap from 75 on/,
    ],
    [
      "steps that end",
      worker("{ max: 5, steps: { cpu: [{ from: 70, to: 80, add: 1 }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu\[0\] \| .*nothing happens above 80/,
    ],
    [
      "steps without a beginning",
      worker("{ max: 5, steps: { cpu: [{ to: 80, add: 1 }, { from: 80, add: 2 }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu \| .*always add tasks/,
    ],
    [
      "steps against each other",
      worker("{ max: 5, steps: { cpu: [{ from: 50, add: 1 }, { to: 60, remove: 1 }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu \| .*grow and shrink without end/,
    ],
    [
      "steps that count two ways",
      worker("{ max: 5, steps: { cpu: [{ from: 70, to: 80, add: 1 }, { from: 80, add: 10 % }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu \| .*mixes numbers/,
    ],
    [
      "a step that does nothing",
      worker("{ max: 5, steps: { cpu: [{ from: 70 }, { from: 80, add: 1 }] } }"),
      /^invalid-value \| services\.api\.scale\.steps\.cpu\[0\] \| .*either add or remove/,
    ],
    [
      "steps of an unknown metric",
      worker(
        "{ max: 5, metrics: { waiting: { namespace: S, name: W } }, steps: { wating: [{ from: 1, add: 1 }], waiting: [{ from: 1, add: 1 }] } }",
      ),
      /^unknown-reference \| services\.api\.scale\.steps\.wating \| .*did you mean "waiting"\?/,
    ],
    [
      "steps of a metric with a target",
      worker(
        "{ max: 5, metrics: { waiting: { namespace: S, name: W, target: 3 } }, steps: { waiting: [{ from: 1, add: 1 }] } }",
      ),
      /^invalid-value \| services\.api\.scale\.steps\.waiting \| .*a target and ranges/,
    ],
    [
      "a metric without a target",
      worker("{ max: 5, metrics: { waiting: { namespace: S, name: W } } }"),
      /^missing-key \| services\.api\.scale\.metrics\.waiting\.target/,
    ],
    [
      "a metric that is two things",
      worker("{ max: 5, metrics: { waiting: { namespace: S, name: W, expression: a, target: 1 } } }"),
      /^invalid-value \| services\.api\.scale\.metrics\.waiting \| .*which metric/,
    ],
    [
      "an expression over an unknown metric",
      worker(
        "{ max: 5, metrics: { x: { expression: wrok / 2, of: { work: { namespace: S, name: W } }, target: 1 } } }",
      ),
      /^unknown-reference \| services\.api\.scale\.metrics\.x\.expression \| .*"wrok".*did you mean "work"\?/,
    ],
    [
      "a metric that its expression leaves out",
      worker(
        "{ max: 5, metrics: { x: { expression: a, of: { a: { namespace: S, name: W }, b: { namespace: S, name: V } }, target: 1 } } }",
      ),
      /^invalid-value \| services\.api\.scale\.metrics\.x\.of\.b/,
    ],
    [
      "a target of nothing",
      worker("{ max: 5, metrics: { x: { namespace: S, name: W, target: 0 } } }"),
      /^invalid-value \| services\.api\.scale\.metrics\.x\.target \| .*above 0/,
    ],
    [
      "a metric with a name that is taken",
      worker("{ max: 5, metrics: { cpu: { namespace: S, name: W, target: 1 } } }"),
      /^invalid-key \| services\.api\.scale\.metrics\.cpu/,
    ],
  ])("with %s", (_, text, expected) => {
    const errors = tryPlan(text).diagnostics.map(({ code, path, message, reason, hint }) =>
      [code, path, message, reason, hint].filter((each) => each !== undefined).join(" | "),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(expected);
  });

  it("not where something still rises from nothing", () => {
    for (const scale of [
      "{ min: 0, max: 5, backlog: { queue: Jobs, perTask: 1 } }",
      "{ min: 0, max: 5, metrics: { x: { namespace: S, name: W, target: 1 } } }",
      "{ min: 0, max: 5, schedule: [{ at: '@daily', min: 1 }] }",
      "0",
    ])
      expect(tryPlan(worker(scale)).diagnostics).toEqual([]);
  });
});

describe("docs", () => {
  it.each(["deployments", "scaling"])("%s.md shows manifests that hold", (name) => {
    const text = readFileSync(join(import.meta.dirname, `../../docs/${name}.md`), "utf8");
    const examples = [...text.matchAll(/```yaml\n(application: [\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
    expect(examples.length).toBeGreaterThan(0);
    for (const yaml of examples) expect(tryPlan(yaml).diagnostics).toEqual([]);
  });
});
