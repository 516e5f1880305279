import type { DataResource } from "../../manifest/index.js";
import type { Resource } from "../resource.js";
import type { Value } from "../value.js";

/** What services may know of a resource of the manifest. */
export interface DataHandle {
  readonly type: DataResource["type"];
  readonly name?: Value<string>;
  readonly arn?: Value<string>;
  readonly host?: Value<string>;
  /** Where `connects`, or a mounted volume, leads. */
  readonly endpoint?: DataEndpoint;
  readonly fileSystem?: Value<string>;
}

export interface DataEndpoint {
  readonly securityGroup: Value<string>;
  readonly port: number;
  /** False for a group of another owner that gets no rules from here. */
  readonly addRules: boolean;
}

export interface PlannedResource {
  readonly resources: readonly Resource[];
  readonly handle: DataHandle;
}
