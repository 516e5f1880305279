import { flag, number, set } from "../../converters.js";
import { EquivalenceError } from "../../facts.js";
import { type Kinds, nameTag, onlyOne, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, inSubject, pairs } from "../../read.js";

const tags = { Tags: pairs("tags", "Key", "Value") };

export const network: Kinds = {
  "AWS::EC2::VPC": {
    subject: (get) => `vpc ${get("CidrBlock")}`,
    fields: {
      ...tags,
      CidrBlock: as("cidr block"),
      EnableDnsSupport: as("dns support", flag),
      EnableDnsHostnames: as("dns host names", flag),
    },
  },
  "AWS::EC2::InternetGateway": {
    subject: (get) => `internet gateway ${nameTag(get("Tags")) ?? onlyOne}`,
    fields: tags,
  },
  "AWS::EC2::VPCGatewayAttachment": {
    subject: (get) => subjectOf(get("InternetGatewayId"), "internet gateway"),
    fields: { VpcId: as("vpc"), InternetGatewayId: inSubject("id") },
  },
  "AWS::EC2::Subnet": {
    subject: (get) => `subnet ${get("CidrBlock")}`,
    fields: {
      ...tags,
      VpcId: as("vpc"),
      CidrBlock: as("cidr block"),
      AvailabilityZone: as("zone"),
      MapPublicIpOnLaunch: as("public addresses", flag),
    },
  },
  "AWS::EC2::EIP": {
    subject: (get) => `address ${nameTag(get("Tags")) ?? onlyOne}`,
    fields: { ...tags, Domain: as("domain") },
  },
  "AWS::EC2::NatGateway": {
    subject: (get) => `nat gateway ${nameTag(get("Tags")) ?? onlyOne}`,
    fields: { ...tags, SubnetId: as("subnet"), AllocationId: as("address") },
  },
  "AWS::EC2::RouteTable": {
    subject: (get) => `route table ${nameTag(get("Tags")) ?? onlyOne}`,
    fields: { ...tags, VpcId: as("vpc") },
  },
  "AWS::EC2::Route": {
    subject: (get) =>
      `route ${get("DestinationCidrBlock")} of ${subjectOf(get("RouteTableId"), "route table")}`,
    fields: {
      RouteTableId: as("route table"),
      DestinationCidrBlock: as("destination"),
      GatewayId: as("gateway"),
      NatGatewayId: as("nat gateway"),
    },
  },
  "AWS::EC2::SubnetRouteTableAssociation": {
    subject: (get) => subjectOf(get("SubnetId"), "subnet"),
    fields: { RouteTableId: as("route table"), SubnetId: inSubject("id") },
  },
  "AWS::EC2::VPCEndpoint": {
    subject: (get) => `endpoint ${get("ServiceName")}`,
    fields: {
      ...tags,
      VpcId: as("vpc"),
      VpcEndpointType: as("type"),
      ServiceName: as("service"),
      RouteTableIds: as("route tables", set),
      SubnetIds: as("subnets", set),
      SecurityGroupIds: as("security groups", set),
      PrivateDnsEnabled: as("private dns", flag),
      PolicyDocument: as("policy", policy),
    },
  },
  "AWS::EC2::FlowLog": {
    subject: (get) => `flow log of ${subjectOf(get("ResourceId"), "vpc")}`,
    fields: {
      ...tags,
      // A type of its own for each kind of thing in Terraform.
      ResourceType: as("of", (value, at) => {
        if (value !== "VPC") throw new EquivalenceError(`${at} is no VPC`);
        return "vpc";
      }),
      ResourceId: as("vpc"),
      TrafficType: as("traffic"),
      LogDestinationType: as("destination type"),
      LogDestination: as("destination"),
      DeliverLogsPermissionArn: as("role"),
      MaxAggregationInterval: as("aggregation", number),
    },
  },
  "AWS::ServiceDiscovery::HttpNamespace": {
    subject: (get) => `http namespace ${get("Name")}`,
    fields: { ...tags, Name: as("name"), Description: as("description") },
  },
  "AWS::ServiceDiscovery::PrivateDnsNamespace": {
    subject: (get) => `namespace ${get("Name")}`,
    fields: { ...tags, Name: as("name"), Vpc: as("vpc"), Description: as("description") },
  },
};
