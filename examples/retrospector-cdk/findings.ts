import { Validations } from "aws-cdk-lib";
import type { Longshore } from "longshore/cdk";

/** What cdk-nag asks about, and why it stays: each wildcard by itself, so that a new one is found. */
export function explainFindings(retrospector: Longshore): void {
  const acknowledge = (id: string, findings: Readonly<Record<string, string>>): void => {
    for (const [finding, reason] of Object.entries(findings)) {
      Validations.of(retrospector.resource(id)).acknowledge({ id: `AwsSolutions::${finding}`, reason });
    }
  };
  for (const bucket of ["data/ResultsBucket", "data/WorkList"]) {
    acknowledge(bucket, {
      "AwsSolutions-S1": "what is read and written is recorded by CloudTrail's data events",
    });
  }
  acknowledge("data/CommitStatusTable", {
    "AwsSolutions-DDB3": "the table can be filled again from the repository; profile: production turns it on",
  });
  acknowledge("network/vpc", {
    "AwsSolutions-VPC7": "nothing listens in this VPC, and its tasks run trusted code for minutes",
  });
  acknowledge("job/retrospector/task-definition", {
    "AwsSolutions-ECS2":
      "plain variables hold names only; the Git token is read from Secrets Manager by the code",
  });
  acknowledge("job/retrospector/task-role", {
    [wildcard("<DataResultsBucket.Arn>/*")]: "every object of this bucket is a result",
  });
  acknowledge("job/retrospector/state-machine", {
    "AwsSolutions-SF1": "a run of thousands of items logs its failures only; each task has a log of its own",
    "AwsSolutions-SF2": "the tasks are traced by their own logs, and no request passes through",
  });
  acknowledge("job/retrospector/state-machine-role", {
    [wildcard(ecs("task-definition/retro-retrospector:*"))]:
      "each release is a new revision of the one family",
    [wildcard(ecs("task/<PlatformCluster>/*"))]:
      "ids of tasks are made when they start; the cluster is this one",
    [wildcard(states("execution:retro-retrospector:*"))]: "names of executions are made when they start",
    [wildcard(states("execution:retro-retrospector/items:*"))]: "the same, for the children of the map",
    [wildcard("<DataResultsBucket.Arn>/runs/*")]: "each run writes its results below a key of its own",
    [wildcard("*")]: "the log delivery actions support no resources",
  });
}

function wildcard(resource: string): string {
  return `AwsSolutions-IAM5[Resource::${resource}]`;
}

function ecs(resource: string): string {
  return `arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:${resource}`;
}

function states(resource: string): string {
  return `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:${resource}`;
}
