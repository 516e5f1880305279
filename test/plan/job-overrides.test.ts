import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { planOf, resourceOf } from "../support/plan-of.js";

const plan = planOf(
  "application: shop\njobs: { one: { image: nginx }, fleet: { image: nginx, parallel: 20 } }\n",
);

interface State {
  readonly Arguments: { readonly Overrides: { readonly ContainerOverrides: string } };
  readonly Output: string;
}
interface MapState {
  readonly ItemSelector: { readonly start: string };
  readonly ItemProcessor: { readonly States: { readonly Run: State } };
}
const statesOf = (job: string): unknown =>
  (resourceOf(plan, "StateMachine", `job/${job}/state-machine`).definition as { States: unknown }).States;
const run = (statesOf("one") as { Run: State }).Run;
const map = (statesOf("fleet") as { Each: MapState }).Each;

/** As Step Functions evaluates it, by the library that the language comes from. */
async function evaluate(expression: string, states: object): Promise<unknown> {
  const text = /^\{%(.*)%\}$/s.exec(expression)?.[1];
  if (text === undefined) throw new TypeError(`no expression: ${expression}`);
  const value: unknown = await jsonata(text).evaluate({}, { states });
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

describe("the overrides of a run", () => {
  const overrides = (input: unknown): Promise<unknown> =>
    evaluate(run.Arguments.Overrides.ContainerOverrides, { input });

  it.each([{}, null, 5, "text", [1, 2], { command: [] }, { environment: "x" }])(
    "change nothing when %j asks for nothing",
    async (input) => {
      expect(await overrides(input)).toEqual([{ Name: "one", Environment: [] }]);
    },
  );

  it.each([
    [{ command: ["a"] }, ["a"]],
    [{ command: ["a", "b c"] }, ["a", "b c"]],
    [{ command: " run  all " }, ["run", "all"]],
  ])("take the command of %j", async (input, command) => {
    expect(await overrides(input)).toEqual([{ Name: "one", Command: command, Environment: [] }]);
  });

  it("take variables, as texts", async () => {
    expect(await overrides({ environment: { A: "1", B: 2, C: { d: true } } })).toEqual([
      {
        Name: "one",
        Environment: [
          { Name: "A", Value: "1" },
          { Name: "B", Value: "2" },
          { Name: "C", Value: '{"d":true}' },
        ],
      },
    ]);
  });
});

describe("the overrides of an item", () => {
  const overrides = (item: unknown, start: object = {}): Promise<unknown> =>
    evaluate(map.ItemProcessor.States.Run.Arguments.Overrides.ContainerOverrides, { input: { item, start } });
  const item = (value: string): object => ({ Name: "ITEM", Value: value });

  it.each([
    ["abc", "abc"],
    [7, "7"],
    [["a"], '["a"]'],
    [{ commit: "abc" }, '{"commit":"abc"}'],
  ])("give %j as ITEM", async (value, text) => {
    expect(await overrides(value)).toEqual([{ Name: "fleet", Environment: [item(text)] }]);
  });

  it("put what the item says before what the run was started with", async () => {
    const value = { command: ["own"], environment: { A: "own" } };
    expect(await overrides(value, { command: ["all"], environment: { A: "all", B: "all" } })).toEqual([
      {
        Name: "fleet",
        Command: ["own"],
        Environment: [{ Name: "A", Value: "own" }, { Name: "B", Value: "all" }, item(JSON.stringify(value))],
      },
    ]);
    expect(await overrides("x", { command: ["all"] })).toEqual([
      { Name: "fleet", Command: ["all"], Environment: [item("x")] },
    ]);
  });
});

describe("what an item is given of the start of its run", () => {
  it.each([
    [
      { items: [1], command: ["a"], environment: { A: "1" } },
      { command: ["a"], environment: { A: "1" } },
    ],
    [{ items: [1] }, {}],
    [null, {}],
    [[1], {}],
  ])("of %j", async (input, expected) => {
    // Never nothing at all, which Step Functions would refuse.
    expect(await evaluate(map.ItemSelector.start, { input })).toEqual(expected);
  });
});

describe("the outcome", () => {
  it("tells the task and how each container ended", async () => {
    const result = {
      TaskArn: "arn:aws:ecs:eu-west-1:111111111111:task/shop/0af1",
      Containers: [{ Name: "one", ExitCode: 0 }, { Name: "otel" }],
    };
    expect(await evaluate(run.Output, { result })).toEqual({ task: "0af1", exitCodes: { one: 0 } });
  });
});
