import { describe, expect, it } from "vitest";
import { planOf, resourceOf, tryPlan } from "../support/plan-of.js";

const manifest = (scale: string, more = ""): string =>
  `application: shop\n${more}resources: { Jobs: { type: sqs }, Files: { type: s3 } }\nservices:\n  worker: { image: nginx, scale: ${scale} }\n`;

describe("scaling on a backlog", () => {
  it("holds messages for each task", () => {
    const plan = planOf(
      manifest("{ min: 0, max: 20, backlog: { queue: Jobs, perTask: 100, cooldown: 90s } }"),
    );
    const policy = resourceOf(plan, "ScalingPolicy", "service/worker/scale-on-backlog");
    expect(policy).toMatchObject({
      ...{ targetValue: 100, scaleInCooldownSeconds: 90, scaleOutCooldownSeconds: 90 },
      metric: {
        ...{ type: "expression", expression: "messages / IF(running > 0, running, 1)" },
        metrics: [
          {
            id: "messages",
            metric: {
              metricName: "ApproximateNumberOfMessagesVisible",
              dimensions: [{ name: "QueueName", value: { ref: "data/Jobs", attribute: "name" } }],
            },
          },
          { id: "running", metric: { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount" } },
        ],
      },
    });
    expect(resourceOf(plan, "ScalableTarget", "service/worker/scalable-target")).toMatchObject({
      minCapacity: 0,
      maxCapacity: 20,
    });
  });

  it("is the only goal unless there are others", () => {
    const ids = (scale: string): readonly string[] =>
      planOf(manifest(scale))
        .stacks.flatMap((stack) => stack.resources)
        .flatMap(({ id }) => (id.includes("/scale-on-") ? [id.replace("service/worker/scale-on-", "")] : []));
    expect(ids("{ min: 1, max: 5, backlog: { queue: Jobs, perTask: 1 } }")).toEqual(["backlog"]);
    expect(ids("{ min: 1, max: 5, cpu: 70, backlog: { queue: Jobs, perTask: 1 } }")).toEqual([
      "backlog",
      "cpu",
    ]);
  });

  it.each([
    ["Jbos", "unknown-service", /there is no queue "Jbos"/, /"Jobs"/],
    ["Files", "kind-conflict", /of type s3, not a queue/, /type: sqs/],
  ])("refuses the queue %s", (queue, code, message, hint) => {
    const { diagnostics } = tryPlan(manifest(`{ max: 5, backlog: { queue: ${queue}, perTask: 1 } }`));
    expect(diagnostics).toMatchObject([{ code, path: "services.worker.scale.backlog.queue" }]);
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  it("needs the count of tasks", () => {
    const text = manifest("{ max: 5, backlog: { queue: Jobs, perTask: 1 } }", "cluster: { insights: off }\n");
    expect(tryPlan(text).diagnostics).toMatchObject([
      { code: "kind-conflict", path: "services.worker.scale.backlog", hint: "add cluster: { insights: on }" },
    ]);
  });
});
