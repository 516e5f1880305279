import { CfnStateMachine, type IStateMachine, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import type { Hosted } from "../hosted.js";
import { type Brought, TasksHandle } from "./tasks.js";

/** A job of the manifest, as `shop.job("nightly")` gives it. */
export class JobHandle extends TasksHandle {
  /** What starts the job: `grantStartExecution`, or the target of a rule. */
  readonly stateMachine: IStateMachine;
  readonly cfnStateMachine: CfnStateMachine;

  constructor(scope: Construct, name: string, hosted: Hosted, brought: Brought) {
    super(scope, name, `job/${name}`, hosted, brought);
    this.cfnStateMachine = hosted.get(`job/${name}/state-machine`, CfnStateMachine);
    // A schedule that fires before the policies of the roles are there would start tasks that fail.
    this.cfnStateMachine.node.addDependency(this, this.taskRole);
    this.stateMachine = StateMachine.fromStateMachineArn(this, "StateMachine", this.cfnStateMachine.ref);
  }
}
