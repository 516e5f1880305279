import { suggest } from "../../diagnostics/index.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { referTo } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { Alarm, Metric } from "../resources/observability.js";
import type { AlarmTarget } from "../service/alarms.js";
import type { ServiceFacts } from "../service/facts.js";
import type { Value } from "../value.js";

export interface RollbackNeeds {
  readonly cluster: ClusterPart;
  readonly data: DataPart;
  /** Of the ECS service: a reference would make alarm and service wait for each other. */
  readonly serviceName: string;
  readonly targets: readonly AlarmTarget[];
}

export interface RollbackPart {
  readonly alarms: readonly Alarm[];
  readonly field?: NonNullable<EcsService["deploymentAlarms"]>;
}

type Watched = Pick<Alarm, "watch" | "threshold" | "description"> & { readonly name: string };

/**
 * Alarms that end a deployment. They see what the new version does within minutes, where the alarms of the service itself
 * wait longer before they wake somebody.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
export function planRollback(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: RollbackNeeds,
): RollbackPart {
  const settings = facts.service.deploy.alarms;
  if (settings === undefined) return { alarms: [] };
  const watched = [
    ...watchTargets(context, facts, needs),
    ...watchTasks(facts, needs),
    ...watchQueue(context, facts, needs),
  ];
  const alarms = watched.map(({ name, description, watch, threshold }): Alarm => {
    return {
      id: `service/${facts.name}/alarm-rollback-${name}`,
      kind: "Alarm",
      origin: `${facts.origin}.deploy.alarms`,
      alarmName: context.name("alarm", `${facts.name}-rollback-${name}`, facts.origin),
      description,
      watch,
      comparison: "GreaterThanThreshold",
      threshold,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      treatMissingData: "notBreaching",
      actions: [],
      tags: context.tags({ service: facts.name }),
    };
  });
  const names: readonly Value<string>[] = [
    ...alarms.map((alarm) => referTo(alarm, "name")),
    ...settings.others,
  ];
  return names.length === 0 ? { alarms } : { alarms, field: { names, rollback: settings.rollback } };
}

const minute = 60;
const when = "in two of three minutes";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
function watchTargets(
  context: ResolveContext,
  facts: ServiceFacts,
  { targets }: RollbackNeeds,
): readonly Watched[] {
  const { errorsPercent, latencySeconds } = facts.service.deploy.alarms ?? {};
  const own = targets.filter(({ type }) => type === "application");
  const wanted = [
    ...(errorsPercent === undefined ? [] : ["errors"]),
    ...(latencySeconds === undefined ? [] : ["latency"]),
  ];
  if (own.length === 0) {
    for (const name of wanted) reportNoRoute(context, facts, name);
    return [];
  }
  return own.flatMap(({ loadBalancer, targetGroup, suffix }): readonly Watched[] => {
    const metric = (metricName: string, statistic: string): Metric => ({
      namespace: "AWS/ApplicationELB",
      metricName,
      dimensions: [
        { name: "LoadBalancer", value: loadBalancer },
        { name: "TargetGroup", value: referTo(targetGroup, "fullName") },
      ],
      statistic,
      periodSeconds: minute,
    });
    const errors: Watched[] =
      errorsPercent === undefined
        ? []
        : [
            {
              name: `errors${suffix}`,
              description: `Deployment of ${facts.name}: more than ${errorsPercent} % of the answers are 5xx ${when}`,
              watch: {
                expression: "IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)",
                label: "5xx answers in percent",
                metrics: [
                  { id: "errors", metric: metric("HTTPCode_Target_5XX_Count", "Sum") },
                  { id: "requests", metric: metric("RequestCount", "Sum") },
                ],
              },
              threshold: errorsPercent,
            },
          ];
    const latency: Watched[] =
      latencySeconds === undefined
        ? []
        : [
            {
              name: `latency${suffix}`,
              description: `Deployment of ${facts.name}: one answer in a hundred takes more than ${latencySeconds} s ${when}`,
              watch: { metric: metric("TargetResponseTime", "p99") },
              threshold: latencySeconds,
            },
          ];
    return [...errors, ...latency];
  });
}

function watchTasks(facts: ServiceFacts, { cluster, serviceName }: RollbackNeeds): readonly Watched[] {
  const { cpuPercent, memoryPercent } = facts.service.deploy.alarms ?? {};
  const use = (
    name: string,
    what: string,
    metricName: string,
    percent: number | undefined,
  ): readonly Watched[] => {
    if (percent === undefined) return [];
    const metric: Metric = {
      namespace: "AWS/ECS",
      metricName,
      dimensions: [
        { name: "ClusterName", value: cluster.clusterName },
        { name: "ServiceName", value: serviceName },
      ],
      statistic: "Average",
      periodSeconds: minute,
    };
    const description = `Deployment of ${facts.name}: ${what} above ${percent} % ${when}`;
    return [{ name, description, watch: { metric }, threshold: percent }];
  };
  return [
    ...use("cpu", "CPU", "CPUUtilization", cpuPercent),
    ...use("memory", "memory", "MemoryUtilization", memoryPercent),
  ];
}

function watchQueue(
  context: ResolveContext,
  facts: ServiceFacts,
  { data }: RollbackNeeds,
): readonly Watched[] {
  const queueAge = facts.service.deploy.alarms?.queueAge;
  if (queueAge === undefined) return [];
  const name = queueAge.queue ?? facts.service.scale.backlog?.queue;
  const queue = name === undefined ? undefined : data.handles.get(name);
  if (queue?.type !== "sqs") {
    reportNoQueue(context, facts, data, name);
    return [];
  }
  const { maxSeconds } = queueAge;
  const metric: Metric = {
    namespace: "AWS/SQS",
    metricName: "ApproximateAgeOfOldestMessage",
    dimensions: [{ name: "QueueName", value: queue.name }],
    statistic: "Maximum",
    periodSeconds: minute,
  };
  const description = `Deployment of ${facts.name}: a message of ${name} is older than ${maxSeconds} s ${when}`;
  return [{ name: "queue-age", description, watch: { metric }, threshold: maxSeconds }];
}

function reportNoRoute(context: ResolveContext, { origin }: ServiceFacts, name: string): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.deploy.alarms`,
    message: `${origin} is to be rolled back by ${name} and has no route`,
    reason: "answers and their times are counted by the load balancer",
    hint: "watch cpu, memory or queueAge, or add a route",
  });
}

function reportNoQueue(
  context: ResolveContext,
  { origin }: ServiceFacts,
  data: DataPart,
  name: string | undefined,
): void {
  const queues = [...data.handles].filter(([, handle]) => handle.type === "sqs").map(([each]) => each);
  const meant = name === undefined ? undefined : suggest(name, queues);
  context.report({
    code: name === undefined ? "missing-key" : "unknown-service",
    severity: "error",
    path: `${origin}.deploy.alarms`,
    message:
      name === undefined
        ? `${origin} is to be rolled back by the age of a queue, and none is named`
        : `there is no queue "${name}"`,
    hint:
      meant === undefined
        ? "write queueAge: { queue: <a resource of type sqs>, max: 10m }"
        : `did you mean "${meant}"?`,
  });
}
