import { text } from "../../converters.js";
import type { JsonObject } from "../../facts.js";
import { type Get, type Kinds, nameTag, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, type Field, inSubject, items, keyed, pairs, read } from "../../read.js";
import { noRules, ruleFacts } from "../../rules.js";

const tags = { Tags: pairs("tags", "Key", "Value") };

const ruleFields = {
  IpProtocol: as("protocol", text),
  FromPort: as("from", text),
  ToPort: as("to", text),
  CidrIp: as("peer"),
  CidrIpv6: as("peer"),
  SourcePrefixListId: as("peer"),
  DestinationPrefixListId: as("peer"),
  SourceSecurityGroupId: as("peer"),
  DestinationSecurityGroupId: as("peer"),
  Description: as("description"),
  GroupId: inSubject("id"),
};

const inline =
  (direction: string): Field =>
  (value, at) =>
    ruleFacts(
      direction,
      items(value, at).map((rule) => read(rule, ruleFields, at)),
    );

/** A rule of its own belongs to its group as those inside do. */
const asRule =
  (direction: string) =>
  (rule: JsonObject): JsonObject =>
    ruleFacts(direction, [rule]);

const groupOfRule = (get: Get): string => subjectOf(get("GroupId"), "security group");

export const security: Kinds = {
  "AWS::EC2::SecurityGroup": {
    subject: (get) => `security group ${nameTag(get("Tags")) ?? get("GroupDescription")}`,
    fields: {
      ...tags,
      GroupDescription: as("description"),
      VpcId: as("vpc"),
      SecurityGroupIngress: inline("ingress"),
      SecurityGroupEgress: inline("egress"),
    },
    assumed: noRules,
  },
  "AWS::EC2::SecurityGroupIngress": { subject: groupOfRule, fields: ruleFields, wrap: asRule("ingress") },
  "AWS::EC2::SecurityGroupEgress": { subject: groupOfRule, fields: ruleFields, wrap: asRule("egress") },
  "AWS::IAM::Role": {
    subject: (get) => `role ${get("RoleName")}`,
    fields: {
      ...tags,
      RoleName: as("name"),
      Path: as("path"),
      PermissionsBoundary: as("boundary"),
      Description: as("description"),
      AssumeRolePolicyDocument: as("trust", policy),
      Policies: keyed("policies", "name", {
        PolicyName: as("name"),
        PolicyDocument: as("document", policy),
      }),
    },
  },
};
