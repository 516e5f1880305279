import type { ResolveContext } from "../context.js";
import { nameLimits, shorten } from "../names.js";
import { referTo } from "../resource.js";
import type { TrafficShift } from "../resources/compute.js";
import type { IamRole } from "../resources/iam.js";
import type { ListenerAction, TargetGroup } from "../resources/load-balancing.js";
import type { ServiceFacts } from "../service/facts.js";
import type { Value } from "../value.js";
import { trustEcs } from "./trust.js";

/** The rule (or listener of a network load balancer) whose weights ECS moves, with the listener that it is of. */
export interface MovedRule {
  readonly rule: Value<string>;
  /** The same where the rule is the listener. */
  readonly listener: Value<string>;
}

/** A target group with the one that takes its place, and what leads to both. */
export interface MovedTarget {
  readonly targetGroup: TargetGroup;
  readonly alternate: TargetGroup;
  readonly production: MovedRule;
  readonly test?: MovedRule;
}

/** The same group once more: it serves after every other deployment. */
export function alternateOf(context: ResolveContext, facts: ServiceFacts, group: TargetGroup): TargetGroup {
  const suffix = group.id.slice(`service/${facts.name}/target-group`.length);
  return {
    ...group,
    id: `${group.id}-alternate`,
    origin: `${facts.origin}.deploy.strategy`,
    name: shorten(`${context.prefix}-${facts.name}${suffix}-alternate`, nameLimits["target group"]),
  };
}

/**
 * All requests to the first group until ECS moves them; a rule that does not name both groups ends the deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
 */
export function forwardToBoth(
  group: Pick<TargetGroup, "id" | "kind">,
  alternate: Pick<TargetGroup, "id" | "kind">,
): ListenerAction {
  return {
    type: "weighted-forward",
    targets: [
      { targetGroup: referTo(group, "arn"), weight: 1 },
      { targetGroup: referTo(alternate, "arn"), weight: 0 },
    ],
    shiftedByEcs: true,
  };
}

export function shiftOf(moved: MovedTarget, role: IamRole): TrafficShift {
  return {
    alternateTargetGroup: referTo(moved.alternate, "arn"),
    productionRule: moved.production.rule,
    ...(moved.test && { testRule: moved.test.rule }),
    role: referTo(role, "arn"),
  };
}

/**
 * What AmazonECSInfrastructureRolePolicyForLoadBalancers allows on every load balancer of the account, on those of this
 * service alone.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
 */
export function planTrafficRole(
  context: ResolveContext,
  facts: ServiceFacts,
  moved: readonly MovedTarget[],
): IamRole {
  const groups = moved.flatMap(({ targetGroup, alternate }) => [targetGroup, alternate]);
  const rules = moved.flatMap(({ production, test }) => [production, ...(test ? [test] : [])]);
  const own = rules.filter(({ rule, listener }) => JSON.stringify(rule) !== JSON.stringify(listener));
  return {
    id: `service/${facts.name}/traffic-role`,
    kind: "IamRole",
    origin: `${facts.origin}.deploy.strategy`,
    roleName: context.name("IAM role", `${facts.name}-traffic`, facts.origin),
    description: `Moves requests to a new version of ${facts.name}`,
    trust: [trustEcs],
    policies: [
      {
        name: "move-traffic",
        statements: [
          {
            sid: "ReadLoadBalancers",
            effect: "Allow",
            actions: [
              "elasticloadbalancing:DescribeListeners",
              "elasticloadbalancing:DescribeRules",
              "elasticloadbalancing:DescribeTargetGroups",
              "elasticloadbalancing:DescribeTargetHealth",
            ],
            resources: ["*"],
            reason: "elasticloadbalancing:Describe* supports no resource",
          },
          {
            sid: "RegisterTasks",
            effect: "Allow",
            actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
            resources: groups.map((group) => referTo(group, "arn")),
          },
          {
            sid: "MoveRequestsOfListeners",
            effect: "Allow",
            actions: ["elasticloadbalancing:ModifyListener"],
            resources: distinct(rules.map(({ listener }) => listener)),
          },
          ...(own.length === 0
            ? []
            : [
                {
                  sid: "MoveRequestsOfRules",
                  effect: "Allow" as const,
                  actions: ["elasticloadbalancing:ModifyRule"],
                  resources: own.map(({ rule }) => rule),
                },
              ]),
        ],
      },
    ],
    tags: context.tags({ service: facts.name }),
  };
}

function distinct(values: readonly Value<string>[]): readonly Value<string>[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
