import { external, externalList } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, list, mapOf, oneOf, required, text, whole } from "./fields.js";
import { namePattern, zoneNamePattern } from "./patterns.js";

const networkImport: Schema = define(
  "NetworkImport",
  block({
    vpc: required("The VPC to use instead of making one.", external("vpc"), "ssm:/network/vpc-id"),
    publicSubnets: field("Subnets with a route to an internet gateway.", externalList("subnet")),
    privateSubnets: field("Subnets for the tasks.", externalList("subnet"), "ssm:/network/private-subnets"),
    subnets: field(
      "Further groups of subnets by name, for `services.<name>.subnets`.",
      mapOf(
        namePattern,
        "a name such as agents",
        externalList("subnet"),
        "a map of names to lists of subnets",
      ),
    ),
    endpointSecurityGroup: field(
      "Security group of the VPC's interface endpoints.",
      external("securityGroup"),
    ),
    endpointPrefixLists: field(
      "Prefix lists of the VPC's gateway endpoints, for S3 and DynamoDB.",
      list(external("prefixList"), "a list of prefix lists"),
    ),
  }),
);

export const network: Schema = define(
  "Network",
  block({
    cidr: field("Address range of the VPC.", text("an address range such as 10.0.0.0/16"), "10.0.0.0/16"),
    zones: field(
      "How many availability zones, or which. A load balancer needs two.",
      either(
        "a whole number from 2 to 6, or a list of 2 to 6 zone names",
        whole(2, 6, adviseTwoZones),
        list(text("a zone name such as eu-west-1a", zoneNamePattern), "a list of 2 to 6 zone names", 2, 6),
      ),
      2,
      ["eu-west-1a", "eu-west-1b"],
    ),
    nat: field("NAT gateways: none, one for all zones, or one in each.", oneOf("none", "single", "per-zone")),
    import: field("A network that exists already.", networkImport),
  }),
);

function adviseTwoZones(input: unknown): string | undefined {
  return input === 1 ? "one zone is refused because a load balancer needs subnets in two zones" : undefined;
}
