import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";
import { accountId, partition } from "../../../src/plan/value.js";

const origin = "jobs.nightly";
const role = { ref: "job/nightly/state-machine-role", attribute: "arn" };
const stateMachine = { ref: "job/nightly/state-machine", attribute: "arn" };
const log = { ref: "job/nightly/run-log-group", attribute: "streamsArn" };
const tags = { team: "shop" };

const resources: readonly Resource[] = [
  {
    ...{ id: "job/nightly/run-log-group", kind: "LogGroup", origin, tags, removal: "delete" },
    ...{ logGroupName: "/aws/vendedlogs/states/shop-dev-nightly", retentionDays: 30 },
  },
  {
    ...{ id: "job/nightly/state-machine-role", kind: "IamRole", origin, roleName: "shop-dev-nightly-states" },
    ...{ description: "Runs the tasks of nightly", policies: [], tags },
    trust: [
      {
        ...{ sid: "AssumedByStepFunctions", effect: "Allow", actions: ["sts:AssumeRole"] },
        principals: [{ service: "states.amazonaws.com" }],
        conditions: [{ operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] }],
      },
    ],
  },
  {
    ...{ id: "job/nightly/state-machine", kind: "StateMachine", origin, tags, role },
    stateMachineName: "shop-dev-nightly",
    logs: { logGroup: log, level: "ERROR", executionData: false },
    definition: {
      QueryLanguage: "JSONata",
      StartAt: "Run",
      States: {
        Run: {
          ...{ Type: "Task", End: true, TimeoutSeconds: 900 },
          Resource: { join: ["arn:", partition, ":states:::ecs:runTask.sync"] },
          Arguments: {
            Cluster: { ref: "cluster", attribute: "name" },
            Subnets: { importList: { ssm: "/network/job-subnet-ids" } },
            Overrides: "{% {'Name': 'a \"quoted\" name'} %}",
          },
        },
      },
    },
  },
  {
    ...{ id: "job/nightly/schedule", kind: "Schedule", origin: "jobs.nightly.schedule", enabled: true },
    ...{ scheduleName: "shop-dev-nightly", description: "Starts nightly", timezone: "Europe/Madrid" },
    ...{ expression: "cron(0 3 * * ? *)", start: "2027-01-31T00:00:00Z", end: "2027-12-31T00:00:00Z" },
    windowMinutes: 10,
    target: { arn: stateMachine, role, input: {}, maximumAgeSeconds: 3600, maximumRetries: 10 },
  },
  {
    ...{ id: "job/nightly/off", kind: "Schedule", origin: "jobs.nightly.schedule", enabled: false },
    ...{ scheduleName: "shop-dev-nightly-off", description: "Starts nothing", timezone: "UTC" },
    expression: "rate(1 day)",
    target: {
      ...{ arn: stateMachine, role, maximumAgeSeconds: 60, maximumRetries: 0 },
      input: { command: ["a", "b"] },
    },
  },
];

export const jobStack: Stack = {
  name: "shop-dev-job-nightly",
  area: "job-nightly",
  description: "shop-dev: job nightly",
  dependsOn: ["shop-dev-platform"],
  parameters: [],
  resources,
  exports: [],
  outputs: [
    { name: "NightlyStateMachineArn", description: "What starts nightly", value: stateMachine, origin },
  ],
};
