import type { PolicyStatement } from "../resources/iam.js";

/**
 * ECS itself, for what it does during a deployment. AWS documents no condition for this principal.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
 */
export const trustEcs: PolicyStatement = {
  sid: "AssumedByEcs",
  effect: "Allow",
  principals: [{ service: "ecs.amazonaws.com" }],
  actions: ["sts:AssumeRole"],
};
