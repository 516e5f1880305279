import type {
  InlineRule,
  SecurityGroup,
  SecurityGroupPeer,
  SecurityGroupRule,
  Traffic,
} from "../plan/resources/network.js";
import { listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject, ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
export function renderSecurityGroup(group: SecurityGroup, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::SecurityGroup",
    Properties: {
      GroupDescription: group.description,
      VpcId: renderValue(group.vpc, scope),
      ...listed(
        "SecurityGroupIngress",
        group.ingress.map((rule) => renderInline(rule, sourceNames, scope)),
      ),
      SecurityGroupEgress:
        group.egress.length === 0
          ? [noEgress]
          : group.egress.map((rule) => renderInline(rule, destinationNames, scope)),
    },
  };
}

export function renderSecurityGroupRule(rule: SecurityGroupRule, scope: Scope): ResourceBody {
  const isIngress = rule.direction === "ingress";
  const peer = renderValue(rule.peer, scope);
  return {
    Type: isIngress ? "AWS::EC2::SecurityGroupIngress" : "AWS::EC2::SecurityGroupEgress",
    Properties: {
      GroupId: renderValue(rule.securityGroup, scope),
      ...renderTraffic(rule.traffic),
      ...(isIngress ? { SourceSecurityGroupId: peer } : { DestinationSecurityGroupId: peer }),
      Description: rule.description,
    },
  };
}

/**
 * A group without egress rules gets one from EC2 that lets everything out ("if you do not add egress rules, we add
 * egress rules that allow all outbound IPv4 and IPv6 traffic", same page). A rule that matches nothing prevents it.
 */
const noEgress = {
  IpProtocol: "icmp",
  FromPort: 252,
  ToPort: 86,
  CidrIp: "255.255.255.255/32",
  Description: "Disallow all traffic",
} as const satisfies JsonObject;

interface PeerNames {
  readonly prefixList: string;
  readonly securityGroup: string;
}
const sourceNames: PeerNames = { prefixList: "SourcePrefixListId", securityGroup: "SourceSecurityGroupId" };
const destinationNames: PeerNames = {
  prefixList: "DestinationPrefixListId",
  securityGroup: "DestinationSecurityGroupId",
};

function renderInline(rule: InlineRule, names: PeerNames, scope: Scope): JsonObject {
  return {
    ...renderTraffic(rule.traffic),
    ...renderPeer(rule.peer, names, scope),
    Description: rule.description,
  };
}

function renderTraffic(traffic: Traffic): JsonObject {
  if (traffic === "all") return { IpProtocol: "-1" };
  return { IpProtocol: traffic.protocol, FromPort: traffic.fromPort, ToPort: traffic.toPort };
}

function renderPeer(peer: SecurityGroupPeer, names: PeerNames, scope: Scope): JsonObject {
  if ("cidrBlock" in peer) return { CidrIp: peer.cidrBlock };
  if ("cidrBlockIpv6" in peer) return { CidrIpv6: peer.cidrBlockIpv6 };
  if ("prefixList" in peer) return { [names.prefixList]: renderValue(peer.prefixList, scope) };
  return { [names.securityGroup]: renderValue(peer.securityGroup, scope) };
}
