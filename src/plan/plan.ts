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
  /** Start of every name, such as `shop-dev`. */
  readonly prefix: string;
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
  readonly origin: string;
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
