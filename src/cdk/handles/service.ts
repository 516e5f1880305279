import { CfnService } from "aws-cdk-lib/aws-ecs";
import {
  ApplicationTargetGroup,
  CfnTargetGroup,
  type IApplicationTargetGroup,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { Construct } from "constructs";
import type { Hosted } from "../hosted.js";
import { type Brought, TasksHandle } from "./tasks.js";

/** A service of the manifest, as `shop.service("api")` gives it. */
export class ServiceHandle extends TasksHandle {
  readonly service: CfnService;
  /** Where the load balancer finds the tasks; undefined without a route. */
  readonly targetGroup: IApplicationTargetGroup | undefined;

  constructor(scope: Construct, name: string, hosted: Hosted, brought: Brought) {
    super(scope, name, `service/${name}`, hosted, brought);
    this.service = hosted.get(`service/${name}/service`, CfnService);
    // Policies of the roles and rules of the security group, whichever come with grants and connections later.
    this.service.node.addDependency(this, this.taskRole);
    const targetGroup = hosted.find(`service/${name}/target-group`, CfnTargetGroup);
    this.targetGroup =
      targetGroup === undefined
        ? undefined
        : ApplicationTargetGroup.fromTargetGroupAttributes(this, "TargetGroup", {
            targetGroupArn: targetGroup.ref,
          });
  }
}
