import type { Resource } from "./resource.js";
import type { Value } from "./value.js";

/** Raised when a plan written by an earlier version can no longer be read. */
export const planFormatVersion = 1;

/** Everything that will exist in AWS for one environment, fully decided. Plain JSON. */
export interface Plan {
  readonly formatVersion: typeof planFormatVersion;
  readonly application: string;
  readonly environment?: string;
  readonly region?: string;
  /** Of the one account that it may be deployed to. */
  readonly accountId?: string;
  /** ARN of the role that deploys. */
  readonly deployRole?: string;
  /** Start of every name, such as `shop-dev`. */
  readonly prefix: string;
  /** Ordered by their parameter. */
  readonly images: readonly BuiltImage[];
  /** In an order in which they can be deployed. */
  readonly stacks: readonly Stack[];
}

export interface Stack {
  /** Name in CloudFormation, such as `shop-dev-network`. */
  readonly name: string;
  /** Name inside the application, such as `network` or `service-api`; also the name of its template file. */
  readonly area: string;
  readonly description: string;
  /** Names of stacks that must be deployed before. */
  readonly dependsOn: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Ordered by id. */
  readonly resources: readonly Resource[];
  readonly exports: readonly Export[];
  readonly outputs: readonly Output[];
}

/** Given when the stack is deployed. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
  /** Given once, it may be left out: what runs is kept. */
  readonly keepsRunning?: true;
  readonly origin: string;
}

/** An image that is built and pushed before its tasks can start; who builds it reads this. */
export interface BuiltImage {
  /** The parameter that takes its tag. */
  readonly parameter: string;
  /** URI of the repository that it is pushed to. */
  readonly repository: Value<string>;
  readonly repositoryName: string;
  readonly build: BuildSettings;
  /** Every container that runs it. */
  readonly containers: readonly { readonly workload: string; readonly container: string }[];
  readonly origin: string;
}

/** What `docker buildx build` is given. https://docs.docker.com/reference/cli/docker/buildx/build/ */
export interface BuildSettings {
  readonly context: string;
  /** Path within the context; the Dockerfile at its top when absent. */
  readonly dockerfile?: string;
  readonly target?: string;
  readonly args: readonly { readonly name: string; readonly value: string }[];
  readonly cacheFrom: readonly string[];
  /** `linux/amd64`, `linux/arm64`; several where its tasks run on several. */
  readonly platforms: readonly string[];
}

/** An SSM parameter through which other stacks and other teams find a value. */
export interface Export {
  /** SSM parameter name, `/<application>/<environment>/<area>/<name>`. */
  readonly name: string;
  readonly description: string;
  /** A list becomes one StringList parameter. */
  readonly value: Value<string> | readonly Value<string>[];
  readonly origin: string;
}

/** Shown by CloudFormation and Terraform after a deploy. */
export interface Output {
  readonly name: string;
  readonly description: string;
  readonly value: Value<string>;
  readonly origin: string;
}
