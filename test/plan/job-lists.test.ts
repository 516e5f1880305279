import aslValidator from "asl-validator";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/cloudformation/index.js";
import { definitionOf, fleet, plain, planJobs, statementsOf, work } from "../support/job-of.js";
import { resourceOf } from "../support/plan-of.js";

describe("a job over a list", () => {
  it("reads the list, runs a task for each item and writes the results", () => {
    const definition = definitionOf(planJobs(fleet, work), "fleet");
    expect((definition["States"] as JsonObject)["Each"]).toMatchObject({
      ...{ Type: "Map", MaxConcurrency: 200, ToleratedFailurePercentage: 1 },
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Arguments: { Bucket: "aws", Key: "a/items.csv" },
      },
      ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } },
      ResultWriter: { Arguments: { Bucket: "shop-results", Prefix: "runs" } },
    });
  });

  it("may read that object, write below that prefix and start itself, and no more", () => {
    const statements = statementsOf(planJobs(fleet, work), "job/fleet/state-machine-role");
    const added = [...statements].slice(6);
    expect(added).toEqual([
      [
        "StartItems",
        {
          actions: ["states:StartExecution"],
          resources: ["arn:<partition>:states:<region>:<accountId>:stateMachine:shop-fleet"],
        },
      ],
      [
        "FollowItems",
        {
          actions: ["states:DescribeExecution", "states:StopExecution"],
          resources: [
            "arn:<partition>:states:<region>:<accountId>:execution:shop-fleet:*",
            "arn:<partition>:states:<region>:<accountId>:execution:shop-fleet/items:*",
          ],
        },
      ],
      [
        "RedriveItems",
        {
          actions: ["states:RedriveExecution"],
          resources: ["arn:<partition>:states:<region>:<accountId>:execution:shop-fleet/items:*"],
        },
      ],
      ["ReadList", { actions: ["s3:GetObject"], resources: ["<data/Work arn>/a/items.csv"] }],
      [
        "WriteResults",
        {
          actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
          resources: ["arn:<partition>:s3:::shop-results/runs/*"],
        },
      ],
    ]);
  });

  it("takes the list at the start when it names none, and reads nothing", () => {
    const plan = planJobs("  fleet: { image: nginx, parallel: 20 }\n");
    expect((definitionOf(plan, "fleet")["States"] as JsonObject)["Each"]).toMatchObject({
      ...{ MaxConcurrency: 20, Items: "{% $states.input.items %}" },
    });
    const statements = statementsOf(plan, "job/fleet/state-machine-role");
    expect([...statements.keys()].filter((sid) => /List|Results/.test(sid))).toEqual([]);
  });

  it("may use the keys of its buckets, through S3 alone", () => {
    const sealed =
      "resources: { Work: { type: s3, encryption: Key }, Results: { type: s3, encryption: Key }, Key: { type: kms } }\n";
    const role = resourceOf(planJobs(fleet, sealed), "IamRole", "job/fleet/state-machine-role");
    const keys = role.policies.flatMap(({ statements }) => statements.filter(({ sid }) => /crypt/.test(sid)));
    expect(keys).toMatchObject([
      { sid: "DecryptList", actions: ["kms:Decrypt"], conditions: [{ key: "kms:ViaService" }] },
      { sid: "EncryptResults", actions: ["kms:Decrypt", "kms:GenerateDataKey"] },
    ]);
    expect(keys.flatMap(({ resources }) => resources)).toEqual([
      { ref: "data/Key", attribute: "arn" },
      { ref: "data/Key", attribute: "arn" },
    ]);
  });

  it("counts the items that may fail", () => {
    const plan = planJobs("  fleet: { image: nginx, parallel: { max: 3, tolerate: 5 } }\n");
    expect((definitionOf(plan, "fleet")["States"] as JsonObject)["Each"]).toMatchObject({
      ToleratedFailureCount: 5,
    });
  });
});

describe("the Amazon States Language, by a judge of its own", () => {
  const plan = planJobs(`${plain}${fleet}  given: { image: nginx, parallel: 20 }\n`, work);

  it.each(["nightly", "fleet", "given"])("takes the definition of %s", (job) => {
    const { isValid, errorsText } = aslValidator(definitionOf(plan, job));
    expect(errorsText()).toBe("");
    expect(isValid).toBe(true);
  });

  it("refuses one with a fault", () => {
    const definition = definitionOf(plan, "fleet");
    const broken = { ...definition, StartAt: "Nothing" };
    expect(aslValidator(broken).isValid).toBe(false);
  });
});
