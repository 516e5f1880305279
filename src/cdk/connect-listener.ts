import { CfnSecurityGroupEgress, Port } from "aws-cdk-lib/aws-ec2";
import { CfnListenerRule } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { ServiceHandle } from "./handles/service.js";
import type { Hosted } from "./hosted.js";
import type { ImportedIngress } from "./imports.js";
import { securityGroupOf } from "./layers/ingress.js";

/**
 * Lets a load balancer of the app out to the tasks, as CDK does for its own targets. Into the tasks the plan lets it; it
 * adds no rule to a group of another owner, which this one is not.
 */
export function connectListener(
  hosted: Hosted,
  ingress: ImportedIngress,
  serviceOf: (name: string) => ServiceHandle,
): void {
  const group = securityGroupOf(ingress);
  if (group === undefined || group.allowAllOutbound) return;
  for (const name of routedServices(hosted, ingress)) {
    const { service, securityGroup, connections } = serviceOf(name);
    group.addEgressRule(securityGroup, connections.defaultPort ?? Port.allTcp(), `Tasks of ${name}`, true);
    // Tasks that start before fail their first health checks.
    const rules = group.node
      .findAll()
      .filter((each) => each instanceof CfnSecurityGroupEgress)
      .filter((rule) => rule.destinationSecurityGroupId === securityGroup.securityGroupId);
    service.node.addDependency(...rules);
  }
}

/** Services that the listener leads to. */
function routedServices(hosted: Hosted, { listener }: ImportedIngress): ReadonlySet<string> {
  const rules = hosted
    .idsOf("ListenerRule")
    .filter((id) => hosted.find(id, CfnListenerRule)?.listenerArn === listener.listenerArn);
  return new Set(rules.flatMap((id) => (id.startsWith("service/") ? [id.split("/")[1] ?? ""] : [])));
}
