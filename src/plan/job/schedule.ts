import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { IamRole } from "../resources/iam.js";
import type { Schedule, StateMachine } from "../resources/orchestration.js";
import { accountId, arn } from "../value.js";
import type { JobFacts } from "./facts.js";

/** Starts the job by itself; nothing for a job without a schedule. */
export function planSchedule(
  context: ResolveContext,
  facts: JobFacts,
  stateMachine: StateMachine,
): readonly (IamRole | Schedule)[] {
  const settings = facts.job.schedule;
  if (settings === undefined) return [];
  const origin = `${facts.origin}.schedule`;
  const role: IamRole = {
    id: `${facts.id}/scheduler-role`,
    kind: "IamRole",
    origin,
    roleName: context.name("IAM role", `${facts.name}-scheduler`, origin),
    description: `Starts ${facts.name} by its schedule`,
    trust: [
      {
        sid: "AssumedByScheduler",
        effect: "Allow",
        principals: [{ service: "scheduler.amazonaws.com" }],
        actions: ["sts:AssumeRole"],
        // The group's ARN and not the schedule's:
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
        conditions: [
          { operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] },
          { operator: "ArnLike", key: "aws:SourceArn", values: [arn("scheduler", "schedule-group/default")] },
        ],
      },
    ],
    policies: [
      {
        name: "start",
        statements: [
          {
            sid: "StartJob",
            effect: "Allow",
            actions: ["states:StartExecution"],
            resources: [facts.stateMachineArn],
          },
        ],
      },
    ],
    tags: context.tags(facts.owner),
  };
  const { expression, timezone, start, end, windowMinutes, enabled } = settings;
  const schedule: Schedule = {
    id: `${facts.id}/schedule`,
    kind: "Schedule",
    origin,
    scheduleName: context.name("schedule", facts.name, origin),
    description: `Starts ${facts.name}`,
    expression,
    timezone: context.decide(`${origin}.timezone`, timezone, "UTC", "it has no summer time"),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(windowMinutes !== undefined && { windowMinutes }),
    enabled: context.decide(`${origin}.enabled`, enabled, true, "a schedule is written to run"),
    target: {
      arn: referTo(stateMachine, "arn"),
      role: referTo(role, "arn"),
      input: {},
      // A run that is an hour late is better left to the next one.
      maximumAgeSeconds: 3600,
      maximumRetries: 10,
    },
  };
  return [role, schedule];
}
