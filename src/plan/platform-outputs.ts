import type { ClusterPart } from "./cluster.js";
import type { IngressPart } from "./ingress.js";
import type { Output } from "./plan.js";
import { isReference, type Value } from "./value.js";

/** Outputs of what all services share, each with the id whose stack shows it. */
export function platformOutputs(
  cluster: ClusterPart,
  ingress: IngressPart | undefined,
): readonly { readonly ownerId: string; readonly output: Output }[] {
  const outputs: { readonly ownerId: string; readonly output: Output }[] = [];
  const add = (name: string, description: string, value: Value<string> | undefined, origin: string): void => {
    if (isReference(value))
      outputs.push({ ownerId: value.ref, output: { name, description, value, origin } });
  };
  if (cluster.cluster !== undefined) {
    const ref = cluster.cluster.id;
    add("ClusterArn", "ECS cluster", { ref, attribute: "arn" }, "cluster");
    add("ClusterName", "Name of the ECS cluster", { ref, attribute: "name" }, "cluster");
  }
  add("NamespaceId", "Cloud Map namespace of the services", cluster.namespace?.id, "cluster");
  add("LoadBalancerDnsName", "Address of the load balancer", ingress?.dnsName, "ingress");
  return outputs;
}
