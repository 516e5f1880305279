import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { InlineRule, SecurityGroup, SecurityGroupPeer } from "../plan/resources/network.js";
import type { Json } from "./template.js";

const group: SecurityGroup = {
  ...{ id: "group", kind: "SecurityGroup", origin: "network", vpc: "vpc-1", description: "Tasks" },
  ...{ ingress: [], egress: [] },
};
const https = { protocol: "tcp", fromPort: 443, toPort: 443 } as const;
const rule = (peer: SecurityGroupPeer): InlineRule => ({ peer, traffic: https, description: "HTTPS" });
const renderedHttps = { IpProtocol: "tcp", FromPort: 443, ToPort: 443, Description: "HTTPS" };

describe("a security group", () => {
  it("lets nothing out when it has no egress rules, where EC2 would add one that lets everything out", () => {
    expect(renderWith(group).Properties).toEqual({
      GroupDescription: "Tasks",
      VpcId: "vpc-1",
      SecurityGroupEgress: [
        {
          IpProtocol: "icmp",
          FromPort: 252,
          ToPort: 86,
          CidrIp: "255.255.255.255/32",
          Description: "Disallow all traffic",
        },
      ],
    });
  });

  it.each<[peer: SecurityGroupPeer, ingress: Json, egress: Json]>([
    [{ cidrBlock: "10.0.0.0/8" }, { CidrIp: "10.0.0.0/8" }, { CidrIp: "10.0.0.0/8" }],
    [{ cidrBlockIpv6: "::/0" }, { CidrIpv6: "::/0" }, { CidrIpv6: "::/0" }],
    [{ prefixList: "pl-1" }, { SourcePrefixListId: "pl-1" }, { DestinationPrefixListId: "pl-1" }],
    [{ securityGroup: "sg-1" }, { SourceSecurityGroupId: "sg-1" }, { DestinationSecurityGroupId: "sg-1" }],
  ])("names the peer %o by direction", (peer, ingress, egress) => {
    expect(renderWith({ ...group, ingress: [rule(peer)], egress: [rule(peer)] }).Properties).toMatchObject({
      SecurityGroupIngress: [{ ...renderedHttps, ...(ingress as object) }],
      SecurityGroupEgress: [{ ...renderedHttps, ...(egress as object) }],
    });
  });

  it("has no ports where every protocol may pass", () => {
    const all: InlineRule = { peer: { cidrBlock: "0.0.0.0/0" }, traffic: "all", description: "All" };
    expect(renderWith({ ...group, egress: [all] }).Properties?.["SecurityGroupEgress"]).toEqual([
      { IpProtocol: "-1", CidrIp: "0.0.0.0/0", Description: "All" },
    ]);
  });
});

describe("a security group rule", () => {
  it.each([
    ["ingress", "AWS::EC2::SecurityGroupIngress", "SourceSecurityGroupId"],
    ["egress", "AWS::EC2::SecurityGroupEgress", "DestinationSecurityGroupId"],
  ] as const)("of direction %s is a %s", (direction, type, peerName) => {
    const rendered = renderWith(
      {
        ...{ id: "rule", kind: "SecurityGroupRule", origin: "", direction, peer: "sg-1", traffic: https },
        ...{ securityGroup: { ref: "group", attribute: "id" }, description: "HTTPS" },
      },
      group,
    );
    expect(rendered).toEqual({
      Type: type,
      Properties: { GroupId: { "Fn::GetAtt": ["Group", "GroupId"] }, ...renderedHttps, [peerName]: "sg-1" },
    });
  });
});
