import type { Json } from "./facts.js";
import type { Change } from "./leaves.js";

/** An error of a renderer, planted in what it gives for the plan that holds every kind. */
export interface Planted {
  readonly what: string;
  readonly cloudFormation: Place;
  readonly terraform: Place;
  /** How the difference is reported, up to what each side says. */
  readonly found: string;
}

interface Place {
  readonly path: readonly string[];
  readonly change: Change;
}

const fromBalancer = "tcp 8080 to 8080, [id of security group Load balancer of shop-dev]";

export const planted: readonly Planted[] = [
  {
    what: "another port of a container",
    cloudFormation: inService(
      "ServiceApiTaskDefinition.ContainerDefinitions.0.PortMappings.0.ContainerPort",
      8081,
    ),
    terraform: inState(
      "aws_ecs_task_definition.api",
      "container_definitions",
      inText('"containerPort":8080', '"containerPort":8081'),
    ),
    found: "task definition shop-dev-api / containers / api / portMappings / http / containerPort",
  },
  {
    what: "no rule that lets the load balancer in",
    cloudFormation: { path: ["service-api", "Resources", "ServiceApiFromLoadBalancer"], change: taken },
    terraform: {
      path: ["resources", "aws_vpc_security_group_ingress_rule.api_from_load_balancer"],
      change: taken,
    },
    found: `security group Tasks of api / ingress / ${fromBalancer}`,
  },
  {
    what: "a rule for the wrong group",
    cloudFormation: inService("ServiceApiFromLoadBalancer.GroupId", "sg-1"),
    terraform: inState(
      "aws_vpc_security_group_ingress_rule.api_from_load_balancer",
      "security_group_id",
      () => "sg-1",
    ),
    found: "security group sg-1",
  },
  {
    what: "an action too few",
    cloudFormation: {
      path: [
        "service-api",
        "Resources",
        "ServiceApiRole",
        "Properties",
        ..."Policies.0.PolicyDocument.Statement.0.Action.0".split("."),
      ],
      change: taken,
    },
    terraform: inState("aws_iam_role_policy.api_logs", "policy", inText('"logs:CreateLogStream",', "")),
    found: "role shop-dev-api-task / policies / logs / document / statements / WriteLogs / actions",
  },
  {
    what: "a condition on someone else",
    cloudFormation: inService(
      "ServiceApiRole.AssumeRolePolicyDocument.Statement.0.Condition.StringEquals.aws:SourceAccount",
      "111111111111",
    ),
    terraform: inState(
      "aws_iam_role.api",
      "assume_role_policy",
      inText('"aws:SourceAccount":"[account]"', '"aws:SourceAccount":"111111111111"'),
    ),
    found:
      "role shop-dev-api-task / trust / statements / EcsTasks / conditions / StringEquals / aws:SourceAccount",
  },
  {
    what: "another threshold",
    cloudFormation: inService("ServiceApiAlarmErrors.Threshold", 50),
    terraform: inState('aws_cloudwatch_metric_alarm.alarm_errors["api"]', "threshold", () => 50),
    found: "alarm shop-dev-api-errors / threshold",
  },
  {
    what: "another path of a health check",
    cloudFormation: inService("ServiceApiTargets.HealthCheckPath", "/"),
    terraform: inState("aws_lb_target_group.api_targets", "health_check.0.path", () => "/"),
    found: "target group shop-dev-api / health check path",
  },
  {
    what: "another limit of scaling",
    cloudFormation: inService("ServiceApiScaling.MaxCapacity", 40),
    terraform: inState("aws_appautoscaling_target.api_scaling", "max_capacity", () => 40),
    found: "scalable target service/shop-dev/shop-dev-api / maximum",
  },
  {
    what: "an output too few",
    cloudFormation: { path: ["platform", "Outputs", "Url"], change: taken },
    terraform: { path: ["outputs", "url"], change: taken },
    found: "output url",
  },
];

function inService(place: string, value: Json): Place {
  const [id = "", ...path] = place.split(".");
  return { path: ["service-api", "Resources", id, "Properties", ...path], change: () => value };
}

function inState(address: string, place: string, change: Change): Place {
  return { path: ["resources", address, "values", ...place.split(".")], change };
}

function inText(from: string, to: string): Change {
  return (before) => String(before).replace(from, to);
}

function taken(): undefined {
  return undefined;
}
