import { join } from "node:path";
import { type App, Stack } from "aws-cdk-lib";
import { Longshore } from "longshore/cdk";
import { explainFindings } from "./findings.js";

export interface System {
  readonly stack: Stack;
  readonly services: Longshore;
}

/** The services of ../patterns/longshore.yaml in one stack; the platform is imported there from SSM parameters. */
export function buildSystem(app: App, environment: string): System {
  const stack = new Stack(app, "App", { stackName: `app-${environment}`, env: { region: "eu-west-1" } });
  const services = new Longshore(stack, "Services", {
    manifest: join(import.meta.dirname, "..", "patterns", "longshore.yaml"),
    environment,
  });
  explainFindings(services, environment);
  return { stack, services };
}
