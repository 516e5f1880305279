import { join } from "node:path";
import { type App, Stack } from "aws-cdk-lib";
import { Longshore } from "longshore/cdk";
import { explainFindings } from "./findings.js";

export interface System {
  readonly stack: Stack;
  readonly retrospector: Longshore;
}

/** Table, bucket, cluster and job of ../retrospector/longshore.yaml in one stack. */
export function buildSystem(app: App): System {
  const stack = new Stack(app, "Iac", { stackName: "retrospector", env: { region: "eu-west-1" } });
  const retrospector = new Longshore(stack, "Retrospector", {
    manifest: join(import.meta.dirname, "..", "retrospector", "longshore.yaml"),
  });
  explainFindings(retrospector);
  return { stack, retrospector };
}
