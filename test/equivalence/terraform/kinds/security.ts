import { parsed, text } from "../../converters.js";
import type { JsonObject } from "../../facts.js";
import { type Get, type Kind, type Kinds, nameTag, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, type Convert, inSubject } from "../../read.js";
import { noRules, ruleFacts } from "../../rules.js";

const tags = { tags_all: as("tags") };

export const policyText: Convert = (value, at) => policy(parsed(value, at), at);

export const security: Kinds = {
  aws_security_group: {
    subject: (get) => `security group ${nameTag(get("tags_all")) ?? get("description")}`,
    fields: {
      ...tags,
      name_prefix: as("name prefix"),
      description: as("description"),
      vpc_id: as("vpc"),
    },
    assumed: noRules,
  },
  aws_vpc_security_group_ingress_rule: rule("ingress"),
  aws_vpc_security_group_egress_rule: rule("egress"),
  aws_iam_role: {
    subject: (get) => `role ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      path: as("path"),
      permissions_boundary: as("boundary"),
      description: as("description"),
      assume_role_policy: as("trust", policyText),
    },
  },
  aws_iam_role_policy: {
    subject: (get) => `role ${get("role")}`,
    fields: { role: inSubject(), name: as("name"), policy: as("document", policyText) },
    wrap: ({ name, ...rest }) => ({ policies: { [String(name)]: rest } }),
  },
};

function rule(direction: string): Kind {
  return {
    subject: (get: Get) => subjectOf(get("security_group_id"), "security group"),
    fields: {
      tags_all: as("tags"),
      security_group_id: inSubject("id"),
      ip_protocol: as("protocol", text),
      from_port: as("from", text),
      to_port: as("to", text),
      cidr_ipv4: as("peer"),
      cidr_ipv6: as("peer"),
      prefix_list_id: as("peer"),
      referenced_security_group_id: as("peer"),
      description: as("description"),
    },
    wrap: (fact: JsonObject) => ruleFacts(direction, [fact]),
  };
}
