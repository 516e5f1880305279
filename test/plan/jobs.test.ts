import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/cloudformation/index.js";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import type { Plan } from "../../src/plan/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { definitionOf, fleet, plain, planJobs, statementsOf, textOf, work } from "../support/job-of.js";
import { planOf, resourceOf, resourcesOf } from "../support/plan-of.js";

const names = (plan: Plan, start: string): readonly string[] =>
  resourcesOf(plan)
    .map((resource) => resource.id)
    .filter((id) => id.startsWith(start));

describe("a job", () => {
  it("has what a service has but the service, and a state machine of its own stack", () => {
    const plan = planJobs(plain);
    expect(names(plan, "job/nightly/")).toEqual([
      "job/nightly/alarm-failed",
      "job/nightly/connects-api-ingress",
      "job/nightly/execution-role",
      "job/nightly/log-group",
      "job/nightly/run-log-group",
      "job/nightly/security-group",
      "job/nightly/state-machine",
      "job/nightly/state-machine-role",
      "job/nightly/task-definition",
      "job/nightly/task-role",
    ]);
    const stack = plan.stacks.find((each) => each.area === "job-nightly");
    expect(stack).toMatchObject({ name: "shop-job-nightly", description: "shop: job nightly" });
    expect(stack?.dependsOn).toEqual(["shop-network", "shop-platform", "shop-service-api"]);
    expect(stack?.outputs.map((output) => output.name)).toEqual([
      "NightlyStateMachineArn",
      "NightlyTaskDefinitionArn",
      "NightlyTaskRoleArn",
    ]);
    expect(resourceOf(plan, "TaskDefinition", "job/nightly/task-definition").tags).toMatchObject({
      "longshore:job": "nightly",
    });
    expect(resourceOf(plan, "LogGroup", "job/nightly/log-group").logGroupName).toBe("/ecs/shop/nightly");
  });

  it("needs no service", () => {
    const plan = planOf("application: shop\njobs: { nightly: { image: nginx } }\n");
    expect(plan.stacks.map((stack) => stack.area)).toEqual(["network", "platform", "job-nightly"]);
  });

  it("runs its task to the end, with time-out and attempts", () => {
    const definition = definitionOf(planJobs(plain), "nightly");
    expect(definition).toMatchObject({ QueryLanguage: "JSONata", StartAt: "Run" });
    expect((definition["States"] as JsonObject)["Run"]).toMatchObject({
      Resource: "arn:aws:states:::ecs:runTask.sync",
      TimeoutSeconds: 900,
      Arguments: { TaskDefinition: "shop-nightly", LaunchType: "FARGATE", PropagateTags: "TASK_DEFINITION" },
      Retry: [{ MaxAttempts: 8 }, { ErrorEquals: ["States.TaskFailed", "States.Timeout"], MaxAttempts: 2 }],
    });
  });

  it("runs once and for a day at most when nothing is said, on the capacity of the cluster", () => {
    const plan = planJobs("  nightly: { image: nginx }\n", "profile: economy\n");
    expect((definitionOf(plan, "nightly")["States"] as JsonObject)["Run"]).toMatchObject({
      TimeoutSeconds: 86_400,
      Arguments: {
        CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT", Base: 0, Weight: 1 }],
      },
      Retry: [{ MaxAttempts: 8 }],
    });
  });

  it("lets Step Functions do exactly that", () => {
    const statements = statementsOf(planJobs(plain), "job/nightly/state-machine-role");
    expect([...statements.keys()]).toEqual([
      "RunTask",
      "FollowTasks",
      "TagTasks",
      "PassRoles",
      "HearOfTasks",
      "DeliverLogs",
    ]);
    expect(statements.get("RunTask")).toEqual({
      actions: ["ecs:RunTask"],
      resources: ["arn:<partition>:ecs:<region>:<accountId>:task-definition/shop-nightly:*"],
    });
    expect(statements.get("HearOfTasks")?.resources).toEqual([
      "arn:<partition>:events:<region>:<accountId>:rule/StepFunctionsGetEventsForECSTaskRule",
    ]);
    expect(statements.get("PassRoles")?.resources).toEqual([
      { ref: "job/nightly/execution-role", attribute: "arn" },
      { ref: "job/nightly/task-role", attribute: "arn" },
    ]);
  });

  it("tells of failed runs unless it shall not", () => {
    const notify = "alarms: { notify: [arn:aws:sns:eu-west-1:111111111111:ops] }\n";
    const alarm = resourceOf(planJobs(plain, notify), "Alarm", "job/nightly/alarm-failed");
    expect(alarm.actions).toEqual(["arn:aws:sns:eu-west-1:111111111111:ops"]);
    expect(names(planJobs("  nightly: { image: nginx, alarms: false }\n"), "job/nightly/alarm")).toEqual([]);
  });
});

describe("who may start a job", () => {
  it("is a service with that access, which knows the ARN, also where the job connects to it", () => {
    const plan = planOf(`application: shop
services:
  api: { image: nginx, port: 80, kind: backend, access: { nightly: invoke }, environment: { JOB: "$\{jobs.nightly.arn}" } }
jobs:
  nightly: { image: nginx, connects: [api] }
`);
    const starts = statementsOf(plan, "service/api/task-role").get("Invokenightly");
    const machine = "arn:<partition>:states:<region>:<accountId>:stateMachine:shop-nightly";
    expect(starts?.resources).toEqual([machine]);
    const [container] = resourceOf(plan, "TaskDefinition", "service/api/task-definition").containers;
    expect(JSON.parse(textOf(container?.environment))).toEqual([{ name: "JOB", value: machine }]);
    expect(plan.stacks.map((stack) => stack.area).slice(-2)).toEqual(["service-api", "job-nightly"]);
  });
});

describe("a schedule", () => {
  it("starts the state machine and may do nothing else", () => {
    const plan = planJobs(
      '  nightly: { image: nginx, schedule: { at: "0 3 * * 1-5", timezone: Europe/Madrid, window: 10m, end: 2027-12-31 } }\n',
    );
    expect(resourceOf(plan, "Schedule", "job/nightly/schedule")).toMatchObject({
      ...{ expression: "cron(0 3 ? * MON-FRI *)", timezone: "Europe/Madrid", windowMinutes: 10 },
      ...{ enabled: true, end: "2027-12-31T00:00:00Z", scheduleName: "shop-nightly" },
      target: { arn: { ref: "job/nightly/state-machine", attribute: "arn" }, input: {} },
    });
    expect([...statementsOf(plan, "job/nightly/scheduler-role")]).toEqual([
      [
        "StartJob",
        {
          actions: ["states:StartExecution"],
          resources: ["arn:<partition>:states:<region>:<accountId>:stateMachine:shop-nightly"],
        },
      ],
    ]);
  });
});

describe("the outputs", () => {
  const plan = planJobs(plain + fleet, work);

  it("hold the definition as JSON in CloudFormation", () => {
    const template = renderCloudFormation(plan).find(({ area }) => area === "job-nightly")?.template;
    const properties = template?.Resources["JobNightlyStateMachine"]?.Properties;
    const written = properties?.["DefinitionString"] as { "Fn::Join": [string, (string | object)[]] };
    const text = written["Fn::Join"][1].map((part) => (typeof part === "string" ? part : "aws")).join("");
    expect(JSON.parse(text)).toMatchObject({ StartAt: "Run", States: { Run: { TimeoutSeconds: 900 } } });
  });

  it("wait for the role's permissions in Terraform", () => {
    const jobs = renderTerraform(plan).find(({ file }) => file === "jobs.tf")?.text ?? "";
    expect(jobs).toContain("definition = jsonencode({");
    expect(jobs).toMatch(/depends_on = \[[^\]]*aws_iam_role_policy\.nightly_state_machine/);
  });
});
