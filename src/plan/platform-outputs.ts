import type { ClusterPart } from "./cluster.js";
import type { IngressesPart } from "./ingress.js";
import { foreignNames } from "./ingress-certificates.js";
import { pascalCase } from "./names.js";
import type { Output } from "./plan.js";
import { isReference, join, type Value } from "./value.js";

/** Outputs of what all services share, each with the id whose stack shows it. */
export function platformOutputs(
  cluster: ClusterPart,
  { byName }: IngressesPart,
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
  for (const { settings, dnsName, loadBalancer } of byName.values()) {
    const { name, origin } = settings;
    const prefix = pascalCase(name ?? "");
    const which = name === undefined ? "load balancer" : `load balancer ${name}`;
    add(`${prefix}LoadBalancerDnsName`, `Address of the ${which}`, dnsName, origin);
    const foreign = foreignNames(settings);
    if (loadBalancer === undefined || dnsName === undefined || foreign.length === 0) continue;
    const records = foreign.flatMap((each, at) => [at === 0 ? "" : ", ", `${each} CNAME `, dnsName]);
    outputs.push({
      ownerId: loadBalancer.id,
      output: {
        name: `${prefix}DnsRecords`,
        description: `Records towards the ${which} for the owner of the zones; requested certificates wait for theirs, which ACM shows`,
        value: join(...records),
        origin: `${origin}.domains`,
      },
    });
  }
  return outputs;
}
