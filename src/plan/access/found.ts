import type { DataHandle } from "../data/handle.js";
import type { Value } from "../value.js";
import type { GrantedType } from "./grants.js";
import type { JobStateMachine } from "./invokable.js";

/** What access is given to. */
export interface Found {
  readonly type: GrantedType;
  readonly arn: Value<string>;
  readonly handle?: DataHandle;
  readonly job?: JobStateMachine;
}
