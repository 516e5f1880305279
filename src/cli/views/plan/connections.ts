import type { ResourceOf, Value } from "../../../plan/index.js";
import { type Catalogue, serviceOf } from "./catalogue.js";
import { describeValue } from "./value.js";

type InlineRule = ResourceOf<"SecurityGroup">["ingress"][number];

/** Who may connect to the tasks of a service, or to whom they may, one line for each peer. */
export function describeConnections(
  catalogue: Catalogue,
  service: string,
  direction: "ingress" | "egress",
): readonly string[] {
  const groups = catalogue.ofService(service, "SecurityGroup");
  const inline = groups
    .flatMap((group) => group[direction])
    .map(({ peer, traffic }) => `${describePeer(peer)}${describeTraffic(traffic)}`);
  const separate = groups
    .flatMap(({ id }) => catalogue.rulesOf(id))
    .filter((rule) => rule.direction === direction)
    .map((rule) => `${describeGroup(rule.peer)}${describeTraffic(rule.traffic)}`);
  return [...new Set([...inline, ...separate])];
}

export function describePeer(peer: InlineRule["peer"]): string {
  if ("cidrBlock" in peer) return peer.cidrBlock === "0.0.0.0/0" ? "anywhere" : peer.cidrBlock;
  if ("cidrBlockIpv6" in peer) return peer.cidrBlockIpv6 === "::/0" ? "anywhere (IPv6)" : peer.cidrBlockIpv6;
  return "prefixList" in peer ? describeValue(peer.prefixList) : describeGroup(peer.securityGroup);
}

function describeGroup(group: Value<string>): string {
  const id = describeValue(group);
  if (id === "platform/load-balancer-security-group") return "the load balancer";
  return serviceOf(id) ?? id;
}

function describeTraffic(traffic: InlineRule["traffic"]): string {
  if (traffic === "all") return "";
  const { protocol, fromPort, toPort } = traffic;
  return ` on ${protocol} ${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
}
