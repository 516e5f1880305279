import type { ClusterPart } from "../cluster.js";
import type { SubnetGroup } from "../network.js";
import type { CapacityProviderShare, TaskDefinition } from "../resources/compute.js";
import { type JsonValue, join, partition, type Value } from "../value.js";
import type { JobFacts } from "./facts.js";
import type { FanOutPart } from "./fan-out.js";
import { itemOfList, itemOverrides, itemsOfStart, outcome, runOverrides, startOfRun } from "./overrides.js";

export interface DefinitionNeeds {
  readonly cluster: ClusterPart;
  readonly taskDefinition: TaskDefinition;
  readonly securityGroups: readonly Value<string>[];
  readonly subnets: SubnetGroup;
  readonly capacity: readonly CapacityProviderShare[];
  readonly fanOut?: FanOutPart;
}

/** Label of the map: part of the ARNs of its runs. */
export const mapLabel = "items";

/**
 * One task, or one for each item of a list.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function planDefinition(facts: JobFacts, needs: DefinitionNeeds): JsonValue {
  const { fanOut } = needs;
  const states: JsonValue =
    fanOut === undefined
      ? { Run: runTask(facts, needs, runOverrides(facts.name)) }
      : { Each: runEach(facts, needs, fanOut) };
  return {
    Comment: `Runs ${facts.name}`,
    QueryLanguage: "JSONata",
    StartAt: fanOut === undefined ? "Run" : "Each",
    States: states,
  };
}

function runEach(facts: JobFacts, needs: DefinitionNeeds, fanOut: FanOutPart): JsonValue {
  const { max, tolerate } = fanOut.settings;
  return {
    Type: "Map",
    Label: mapLabel,
    MaxConcurrency: max,
    ...(tolerate !== undefined &&
      ("percent" in tolerate
        ? { ToleratedFailurePercentage: tolerate.percent }
        : { ToleratedFailureCount: tolerate.count })),
    ...(fanOut.list === undefined ? { Items: itemsOfStart } : { ItemReader: readItems(fanOut.list) }),
    ItemSelector: { item: itemOfList, start: startOfRun },
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
      StartAt: "Run",
      States: { Run: runTask(facts, needs, itemOverrides(facts.name)) },
    },
    ...(fanOut.results !== undefined && {
      ResultWriter: {
        Resource: integration("s3:putObject"),
        Arguments: { Bucket: fanOut.results.bucket, Prefix: fanOut.results.key },
      },
    }),
    End: true,
  };
}

function readItems({ bucket, key, format }: NonNullable<FanOutPart["list"]>): JsonValue {
  return {
    Resource: integration("s3:getObject"),
    ReaderConfig: {
      InputType: format.toUpperCase(),
      ...(format === "csv" && { CSVHeaderLocation: "FIRST_ROW" }),
    },
    Arguments: { Bucket: bucket, Key: key },
  };
}

function runTask(facts: JobFacts, needs: DefinitionNeeds, containerOverrides: string): JsonValue {
  const { cluster, taskDefinition, securityGroups, subnets } = needs;
  return {
    Type: "Task",
    Resource: integration("ecs:runTask.sync"),
    TimeoutSeconds: facts.timeoutSeconds,
    Arguments: {
      Cluster: cluster.clusterName,
      // The family and not a revision: a release retires the revision that a run under way would go on starting.
      TaskDefinition: taskDefinition.family,
      ...planCapacity(needs.capacity),
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: subnets.subnets,
          SecurityGroups: securityGroups,
          AssignPublicIp: subnets.public ? "ENABLED" : "DISABLED",
        },
      },
      Overrides: { ContainerOverrides: containerOverrides },
      EnableECSManagedTags: true,
      PropagateTags: "TASK_DEFINITION",
    },
    Retry: planRetries(facts.retries),
    Output: outcome,
    End: true,
  };
}

/** An imported cluster need not have capacity providers, so that FARGATE alone is a launch type. */
function planCapacity(capacity: readonly CapacityProviderShare[]): { readonly [key: string]: JsonValue } {
  const [only] = capacity;
  if (capacity.length === 1 && only?.provider === "FARGATE") return { LaunchType: "FARGATE" };
  return {
    CapacityProviderStrategy: capacity.map(({ provider, base, weight }) => ({
      CapacityProvider: provider,
      Base: base,
      Weight: weight,
    })),
  };
}

/**
 * What keeps a task from starting, throttling of RunTask and of the network interfaces behind it above all, is tried
 * again whatever the manifest says, since nothing of the job has run.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
function planRetries(retries: number): readonly JsonValue[] {
  const start: JsonValue = {
    ErrorEquals: [
      "AmazonECS.Unknown",
      "ECS.AmazonECSException",
      "ECS.InvalidParameterException",
      "ECS.ServerException",
      "ECS.ThrottlingException",
    ],
    IntervalSeconds: 5,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    MaxAttempts: 8,
    JitterStrategy: "FULL",
  };
  if (retries === 0) return [start];
  return [
    start,
    {
      ErrorEquals: ["States.TaskFailed", "States.Timeout"],
      IntervalSeconds: 15,
      BackoffRate: 2,
      MaxDelaySeconds: 900,
      MaxAttempts: retries,
      JitterStrategy: "FULL",
    },
  ];
}

function integration(name: string): Value<string> {
  return join("arn:", partition, `:states:::${name}`);
}
