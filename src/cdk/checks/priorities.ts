import { CfnListenerRule } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { Construct } from "constructs";
import type { Hosted } from "../hosted.js";

/** Why rules of the app and of the plan cannot share a listener, one line each; asked when the whole app is known. */
export function clashingPriorities(host: Construct, hosted: Hosted): string[] {
  const rules = host.node.root.node.findAll().filter((each) => each instanceof CfnListenerRule);
  return hosted.idsOf("ListenerRule").flatMap((id) => {
    const own = hosted.find(id, CfnListenerRule);
    const planned = hosted.planned("ListenerRule", id);
    if (own === undefined || planned === undefined) return [];
    const rivals = rules.filter(
      (rule) => rule !== own && rule.listenerArn === own.listenerArn && rule.priority === own.priority,
    );
    return rivals.map(
      (rival) =>
        `${planned.origin} has priority ${planned.priority} on the listener, and so has ${rival.node.path}. ` +
        `A priority is used once on a listener: set ${planned.origin}.priority in the manifest, or another one there.`,
    );
  });
}
