import { flag, number, parsed, set } from "../../converters.js";
import { type Kinds, nameTag, onlyOne, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, inSubject } from "../../read.js";

const tags = { tags_all: as("tags") };

export const network: Kinds = {
  aws_vpc: {
    subject: (get) => `vpc ${get("cidr_block")}`,
    fields: {
      ...tags,
      cidr_block: as("cidr block"),
      enable_dns_support: as("dns support", flag),
      enable_dns_hostnames: as("dns host names", flag),
    },
  },
  aws_internet_gateway: {
    subject: (get) => `internet gateway ${nameTag(get("tags_all")) ?? onlyOne}`,
    fields: { ...tags, vpc_id: as("vpc") },
  },
  aws_subnet: {
    subject: (get) => `subnet ${get("cidr_block")}`,
    fields: {
      ...tags,
      vpc_id: as("vpc"),
      cidr_block: as("cidr block"),
      availability_zone: as("zone"),
      map_public_ip_on_launch: as("public addresses", flag),
    },
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet
    assumed: { "public addresses": false },
  },
  aws_eip: {
    subject: (get) => `address ${nameTag(get("tags_all")) ?? onlyOne}`,
    fields: { ...tags, domain: as("domain") },
  },
  aws_nat_gateway: {
    subject: (get) => `nat gateway ${nameTag(get("tags_all")) ?? onlyOne}`,
    fields: { ...tags, subnet_id: as("subnet"), allocation_id: as("address") },
  },
  aws_route_table: {
    subject: (get) => `route table ${nameTag(get("tags_all")) ?? onlyOne}`,
    fields: { ...tags, vpc_id: as("vpc") },
  },
  aws_route: {
    subject: (get) =>
      `route ${get("destination_cidr_block")} of ${subjectOf(get("route_table_id"), "route table")}`,
    fields: {
      route_table_id: as("route table"),
      destination_cidr_block: as("destination"),
      gateway_id: as("gateway"),
      nat_gateway_id: as("nat gateway"),
    },
  },
  aws_route_table_association: {
    subject: (get) => subjectOf(get("subnet_id"), "subnet"),
    fields: { route_table_id: as("route table"), subnet_id: inSubject("id") },
  },
  aws_vpc_endpoint: {
    subject: (get) => `endpoint ${get("service_name")}`,
    fields: {
      ...tags,
      vpc_id: as("vpc"),
      vpc_endpoint_type: as("type"),
      service_name: as("service"),
      route_table_ids: as("route tables", set),
      subnet_ids: as("subnets", set),
      security_group_ids: as("security groups", set),
      private_dns_enabled: as("private dns", flag),
      policy: as("policy", (value, at) => policy(parsed(value, at), at)),
    },
  },
  aws_flow_log: {
    subject: (get) => `flow log of ${subjectOf(get("vpc_id"), "vpc")}`,
    fields: {
      ...tags,
      vpc_id: as("vpc"),
      traffic_type: as("traffic"),
      log_destination_type: as("destination type"),
      log_destination: as("destination"),
      iam_role_arn: as("role"),
      max_aggregation_interval: as("aggregation", number),
    },
    // A type of its own for each kind of thing.
    assumed: { of: "vpc" },
  },
  aws_service_discovery_http_namespace: {
    subject: (get) => `http namespace ${get("name")}`,
    fields: { ...tags, name: as("name"), description: as("description") },
  },
  aws_service_discovery_private_dns_namespace: {
    subject: (get) => `namespace ${get("name")}`,
    fields: { ...tags, name: as("name"), vpc: as("vpc"), description: as("description") },
  },
};
