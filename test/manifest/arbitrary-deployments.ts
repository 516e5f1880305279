import fc from "fast-check";
import type { WrittenDeploy, WrittenScale } from "../../src/manifest/written.generated.js";

const duration = (unit: string, min: number, max: number) =>
  fc.integer({ min, max }).map((count) => `${count}${unit}`);

const breaker: fc.Arbitrary<NonNullable<WrittenDeploy["breaker"]>> = fc.oneof(
  fc.boolean(),
  fc.record(
    {
      rollback: fc.boolean(),
      threshold: fc.constantFrom<number | string>(1, 5, "25 %"),
      resetOnHealthy: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
);

/** Rolling: how requests move depends on what else a service has. */
export const deployArbitrary: fc.Arbitrary<WrittenDeploy> = fc.oneof(
  fc.record({
    minHealthy: fc.integer({ min: 0, max: 99 }),
    max: fc.integer({ min: 100, max: 200 }),
    breaker,
  }),
  fc.record(
    {
      strategy: fc.constant("rolling" as const),
      alarms: fc.constantFrom<NonNullable<WrittenDeploy["alarms"]>>(
        ["cpu", "memory"],
        { cpu: "80 %", memory: 95, rollback: false },
        ["arn:aws:cloudwatch:eu-west-1:111111111111:alarm:checkout"],
      ),
      bake: duration("m", 0, 1440),
      rebalancing: fc.boolean(),
      breaker,
    },
    { requiredKeys: ["alarms"] },
  ),
);

/** At least one task, and room for more. */
export const scaleArbitrary: fc.Arbitrary<WrittenScale> = fc.record(
  {
    min: fc.integer({ min: 1, max: 5 }),
    max: fc.integer({ min: 6, max: 50 }),
    metrics: fc.constantFrom<NonNullable<Exclude<WrittenScale, number>["metrics"]>>(
      { sessions: { namespace: "Shop", name: "Sessions", statistic: "p90", target: 12.5 } },
      {
        ratio: {
          expression: "a / b",
          of: { a: { namespace: "Shop", name: "A" }, b: { namespace: "Shop", name: "B", statistic: "Sum" } },
          target: 2,
        },
      },
    ),
    steps: fc.constantFrom<NonNullable<Exclude<WrittenScale, number>["steps"]>>(
      { memory: [{ from: 80, add: 1 }] },
      {
        memory: [
          { from: 70, to: 90, add: "10 %" },
          { from: 90, add: "30 %" },
          { to: 10, remove: 1 },
        ],
      },
    ),
    schedule: fc.constantFrom<NonNullable<Exclude<WrittenScale, number>["schedule"]>>(
      [{ at: "0 20 * * 1-5", timezone: "Europe/Madrid", min: 0, max: 0 }],
      [
        { at: "rate(1 day)", min: 1 },
        { at: "2027-01-31T08:00:00", min: 2, max: 60 },
      ],
    ),
    predictive: fc.constantFrom<NonNullable<Exclude<WrittenScale, number>["predictive"]>>("forecast", {
      mode: "scale",
      metric: "memory",
      ahead: "10m",
      beyondMax: 10,
    }),
    cooldown: duration("s", 0, 600),
  },
  { requiredKeys: ["min", "max"] },
);
