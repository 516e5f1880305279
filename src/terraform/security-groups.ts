import type {
  InlineRule,
  SecurityGroup,
  SecurityGroupPeer,
  SecurityGroupRule,
  Traffic,
} from "../plan/resources/network.js";
import type { Value } from "../plan/value.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { type Arguments, block, template } from "./hcl/tree.js";
import { identifier } from "./identifier.js";
import type { Companion, Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** Rules are resources of their own: a group with rules inside takes away those that others add to it. */
export function renderSecurityGroup(group: SecurityGroup, scope: Scope, address: Address): Rendered {
  const name = group.tags?.["Name"];
  return {
    arguments: {
      // Without a name of its own the group may be replaced while tasks still hold on to the old one.
      name_prefix: name === undefined ? undefined : template(scope.names.named(name), "-"),
      description: group.description,
      vpc_id: renderValue(group.vpc, scope),
    },
    blocks: [block("lifecycle", { create_before_destroy: true })],
    ...(group.egress.length === 0 && {
      comment: "Nothing goes out but what rules let out: Terraform takes EC2's own rule for everything away.",
    }),
    companions: [
      ...group.ingress.map((rule, at) => renderInline(rule, "ingress", at, scope, address)),
      ...group.egress.map((rule, at) => renderInline(rule, "egress", at, scope, address)),
    ],
  };
}

export function renderSecurityGroupRule(rule: SecurityGroupRule, scope: Scope): Rendered {
  return {
    arguments: {
      security_group_id: renderValue(rule.securityGroup, scope),
      description: rule.description,
      ...renderTraffic(rule.traffic),
      referenced_security_group_id: renderValue(rule.peer, scope),
    },
  };
}

/** Where the rules within a group are; whoever needs the group needs them, too. */
export function inlineRuleAddresses(group: SecurityGroup, scope: Scope): readonly Address[] {
  const address = scope.addressOf(group.id);
  return [
    ...group.ingress.map((rule, at) => addressOfRule(rule, "ingress", at, scope, address)),
    ...group.egress.map((rule, at) => addressOfRule(rule, "egress", at, scope, address)),
  ];
}

type Direction = SecurityGroupRule["direction"];

function addressOfRule(
  rule: InlineRule,
  direction: Direction,
  at: number,
  scope: Scope,
  group: Address,
): Address {
  const side = direction === "ingress" ? "from" : "to";
  const label = identifier(side, nameOfPeer(rule.peer), nameOfTraffic(rule.traffic));
  return scope.beside(group, `aws_vpc_security_group_${direction}_rule`, label, String(at));
}

function renderInline(
  rule: InlineRule,
  direction: Direction,
  at: number,
  scope: Scope,
  group: Address,
): Companion {
  return {
    address: addressOfRule(rule, direction, at, scope, group),
    arguments: {
      security_group_id: readArgument(group, "id"),
      description: rule.description,
      ...renderTraffic(rule.traffic),
      ...renderPeer(rule.peer, scope),
    },
  };
}

/** All protocols are `-1`, which takes no ports. */
function renderTraffic(traffic: Traffic): Arguments {
  if (traffic === "all") return { ip_protocol: "-1" };
  return { ip_protocol: traffic.protocol, from_port: traffic.fromPort, to_port: traffic.toPort };
}

function renderPeer(peer: SecurityGroupPeer, scope: Scope): Arguments {
  if ("cidrBlock" in peer) return { cidr_ipv4: peer.cidrBlock };
  if ("cidrBlockIpv6" in peer) return { cidr_ipv6: peer.cidrBlockIpv6 };
  if ("prefixList" in peer) return { prefix_list_id: renderValue(peer.prefixList, scope) };
  return { referenced_security_group_id: renderValue(peer.securityGroup, scope) };
}

function nameOfTraffic(traffic: Traffic): string {
  if (traffic === "all") return "";
  const protocol = traffic.protocol === "tcp" ? "" : `${traffic.protocol}_`;
  const ports =
    traffic.fromPort === traffic.toPort ? `${traffic.fromPort}` : `${traffic.fromPort}_${traffic.toPort}`;
  return `${protocol}${ports}`;
}

function nameOfPeer(peer: SecurityGroupPeer): string {
  if ("cidrBlock" in peer) return peer.cidrBlock === "0.0.0.0/0" ? "anywhere" : peer.cidrBlock;
  if ("cidrBlockIpv6" in peer) return peer.cidrBlockIpv6 === "::/0" ? "anywhere_ipv6" : peer.cidrBlockIpv6;
  return "prefixList" in peer ? nameOfValue(peer.prefixList) : nameOfValue(peer.securityGroup);
}

/** Ends of paths and ids are what tells them apart for a reader. */
function nameOfValue(value: Value<string>): string {
  if (typeof value === "string") return value;
  if ("ref" in value)
    return value.ref
      .split("/")
      .slice(-2)
      .join("_")
      .replace(/-?security-group$/, "");
  if ("import" in value) return nameOfValue(Object.values(value.import).join("").split("/").at(-1) ?? "");
  return "parameter" in value ? value.parameter : "peer";
}
