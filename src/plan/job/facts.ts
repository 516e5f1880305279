import type { Job } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { withCompanions } from "../observability/companions.js";
import type { FactsByName } from "../service/facts.js";
import { reportUnreachable } from "../service/settle-services.js";
import type { Workload } from "../service/workload.js";
import type { Value } from "../value.js";
import { stateMachineArn } from "./state-machine-arn.js";

/** What the planner settles about each job before it plans any. */
export interface JobFacts extends Workload {
  readonly job: Job;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly stateMachineName: string;
  readonly stateMachineArn: Value<string>;
}

/** By name in order, so that the order of the manifest never shows. */
export function settleJobs(context: ResolveContext, services: FactsByName): readonly JobFacts[] {
  const { jobs = {} } = context.manifest;
  return Object.entries(jobs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, job]) => {
      const origin = `jobs.${name}`;
      const facts: JobFacts = {
        name,
        id: `job/${name}`,
        origin,
        owner: { job: name },
        settings: withCompanions(context, { name, origin }, job),
        ports: [],
        portsOrigin: origin,
        callees: job.connects.filter((callee) => services.has(callee)).sort(),
        exec: false,
        job,
        timeoutSeconds: context.decide(
          `${origin}.timeout`,
          job.timeoutSeconds,
          86_400,
          "a task that hangs must not cost money for ever",
          "s",
        ),
        retries: context.decide(`${origin}.retries`, job.retries, 0, "not every job may run twice"),
        stateMachineName: context.name("state machine", name, origin),
        stateMachineArn: stateMachineArn(context, name),
      };
      reportUnreachable(context, services, facts);
      reportNoList(context, facts);
      return facts;
    });
}

function reportNoList(context: ResolveContext, { job, origin }: JobFacts): void {
  if (job.schedule === undefined || job.parallel === undefined || job.parallel.over !== undefined) return;
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.schedule`,
    message: `${origin} is started by a schedule, which gives no list to run over`,
    hint: "name the list in parallel.over, or leave one of the two out",
  });
}
