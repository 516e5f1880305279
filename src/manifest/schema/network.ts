import { external, externalList } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, list, mapOf, oneOf, required, text, whole } from "./fields.js";
import { namePattern, zoneNamePattern } from "./patterns.js";
import { duration } from "./values.js";

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

const addressRange = (): Schema => text("an address range such as 10.0.0.0/24");

const subnetBlock: Schema = define(
  "SubnetBlock",
  either(
    "an address range such as 10.0.0.0/24, or a map of cidr and zone",
    addressRange(),
    block({
      cidr: required("Address range of the subnet.", addressRange(), "10.0.0.0/24"),
      zone: field(
        "Its availability zone; by their order when left out.",
        text("a zone name such as eu-west-1a", zoneNamePattern),
        "eu-west-1a",
      ),
    }),
  ),
);
const subnetBlocks = (): Schema =>
  list(subnetBlock, "a list of 2 to 6 address ranges, one for each zone", 2, 6);

const ownSubnets: Schema = define(
  "Subnets",
  block({
    public: required("Subnets with a route to the internet gateway, one in each zone.", subnetBlocks(), [
      "10.0.0.0/24",
      { cidr: "10.0.1.0/24", zone: "eu-west-1b" },
    ]),
    private: field("Subnets for the tasks and databases, one in each zone.", subnetBlocks(), [
      "10.0.16.0/20",
      "10.0.32.0/20",
    ]),
  }),
);

export const network: Schema = define(
  "Network",
  block({
    cidr: field("Address range of the VPC.", addressRange(), "10.0.0.0/16"),
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
    subnets: field("Address ranges of the subnets; cut out of `cidr` when left out.", ownSubnets),
    nat: field("NAT gateways: none, one for all zones, or one in each.", oneOf("none", "single", "per-zone")),
    endpoints: field(
      "VPC endpoints: none, auto for those of the services of AWS that the tasks use, or which, auto among them; the free one of S3 alone when left out.",
      either(
        "none, auto, or a list of services such as [s3, ecr.api]",
        oneOf("none", "auto"),
        list(text("the name of a service such as s3 or ecr.api"), "a list of services such as [s3, ecr.api]"),
      ),
      "auto",
      ["s3", "ecr.api", "ecr.dkr", "logs"],
      ["auto", "sts"],
    ),
    endpointPrefixLists: field(
      "Prefix lists of S3 and DynamoDB in the region, for tasks with `egress: endpoints`.",
      list(external("prefixList"), "a list of prefix lists"),
      ["pl-6da54004"],
    ),
    flowLogs: field(
      "Write down every connection of the VPC in CloudWatch Logs.",
      either(
        "true, false, or a map of retention",
        flag(),
        block({
          retention: field("How long they are kept, in days; 14d when left out.", duration("14d"), "14d"),
        }),
      ),
      { retention: "14d" },
    ),
    import: field("A network that exists already.", networkImport),
  }),
);

function adviseTwoZones(input: unknown): string | undefined {
  return input === 1 ? "one zone is refused because a load balancer needs subnets in two zones" : undefined;
}
