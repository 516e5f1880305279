import type { App, Environment } from "aws-cdk-lib";

/** What differs between the accounts; the sizes of the services are in longshore.yaml. */
export interface Config {
  readonly environment: string;
  readonly env: Environment;
  readonly certificateArn: string;
  readonly s3PrefixListId: string;
}

const region = "eu-west-1";
const accounts = { dev: "111111111111", test: "222222222222", prod: "333333333333" };
const certificates = {
  dev: "0a1b2c3d-0000-4000-8000-000000000001",
  test: "0a1b2c3d-0000-4000-8000-000000000002",
  prod: "0a1b2c3d-0000-4000-8000-000000000003",
};

/** `cdk synth -c environment=prod`; dev when nothing is said. */
export function readConfig(app: App): Config {
  const environment = (app.node.tryGetContext("environment") as unknown) ?? "dev";
  if (environment !== "dev" && environment !== "test" && environment !== "prod") {
    throw new TypeError(`-c environment=${String(environment)}: choose dev, test or prod`);
  }
  const account = accounts[environment];
  return {
    environment,
    env: { account, region },
    certificateArn: `arn:aws:acm:${region}:${account}:certificate/${certificates[environment]}`,
    s3PrefixListId: "pl-6da54004",
  };
}
