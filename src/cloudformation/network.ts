import type {
  ElasticIp,
  FlowLog,
  GatewayEndpoint,
  HttpNamespace,
  InterfaceEndpoint,
  InternetGateway,
  NatGateway,
  PrivateDnsNamespace,
  Route,
  RouteTable,
  RouteTableAssociation,
  Subnet,
  Vpc,
} from "../plan/resources/network.js";
import { join, region } from "../plan/value.js";
import { renderPolicy } from "./iam.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderVpc(vpc: Vpc): ResourceBody {
  return {
    Type: "AWS::EC2::VPC",
    Properties: { CidrBlock: vpc.cidrBlock, EnableDnsSupport: true, EnableDnsHostnames: true },
  };
}

export function renderInternetGateway(): ResourceBody {
  return { Type: "AWS::EC2::InternetGateway" };
}

/** A resource of its own in CloudFormation, a part of the gateway in the plan. */
export function renderGatewayAttachment(
  gateway: InternetGateway,
  logicalId: string,
  scope: Scope,
): ResourceBody {
  return {
    Type: "AWS::EC2::VPCGatewayAttachment",
    Properties: { VpcId: renderValue(gateway.vpc, scope), InternetGatewayId: { Ref: logicalId } },
  };
}

export function renderSubnet(subnet: Subnet, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::Subnet",
    Properties: {
      VpcId: renderValue(subnet.vpc, scope),
      CidrBlock: subnet.cidrBlock,
      AvailabilityZone: renderValue(subnet.availabilityZone, scope),
      MapPublicIpOnLaunch: false,
    },
  };
}

export function renderElasticIp(_: ElasticIp): ResourceBody {
  return { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } };
}

export function renderNatGateway(gateway: NatGateway, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::NatGateway",
    Properties: {
      SubnetId: renderValue(gateway.subnet, scope),
      AllocationId: renderValue(gateway.elasticIpAllocation, scope),
    },
  };
}

export function renderRouteTable(table: RouteTable, scope: Scope): ResourceBody {
  return { Type: "AWS::EC2::RouteTable", Properties: { VpcId: renderValue(table.vpc, scope) } };
}

export function renderRoute(route: Route, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::Route",
    Properties: {
      RouteTableId: renderValue(route.routeTable, scope),
      DestinationCidrBlock: route.destinationCidrBlock,
      ...("internetGateway" in route.target
        ? { GatewayId: renderValue(route.target.internetGateway, scope) }
        : { NatGatewayId: renderValue(route.target.natGateway, scope) }),
    },
  };
}

export function renderRouteTableAssociation(association: RouteTableAssociation, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::SubnetRouteTableAssociation",
    Properties: {
      RouteTableId: renderValue(association.routeTable, scope),
      SubnetId: renderValue(association.subnet, scope),
    },
  };
}

export function renderGatewayEndpoint(endpoint: GatewayEndpoint, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::VPCEndpoint",
    Properties: {
      VpcId: renderValue(endpoint.vpc, scope),
      VpcEndpointType: "Gateway",
      ServiceName: renderValue(join("com.amazonaws.", region, `.${endpoint.service}`), scope),
      RouteTableIds: renderEach(endpoint.routeTables, scope),
      ...given("PolicyDocument", endpoint.policy && renderPolicy(endpoint.policy, scope)),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html */
export function renderInterfaceEndpoint(endpoint: InterfaceEndpoint, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::VPCEndpoint",
    Properties: {
      VpcId: renderValue(endpoint.vpc, scope),
      VpcEndpointType: "Interface",
      ServiceName: renderValue(join("com.amazonaws.", region, `.${endpoint.service}`), scope),
      SubnetIds: renderValues(endpoint.subnets, scope),
      SecurityGroupIds: renderEach(endpoint.securityGroups, scope),
      PrivateDnsEnabled: true,
      ...given("PolicyDocument", endpoint.policy && renderPolicy(endpoint.policy, scope)),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html */
export function renderFlowLog(log: FlowLog, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EC2::FlowLog",
    Properties: {
      ResourceType: "VPC",
      ResourceId: renderValue(log.vpc, scope),
      TrafficType: "ALL",
      LogDestinationType: "cloud-watch-logs",
      LogDestination: renderValue(log.logGroup, scope),
      DeliverLogsPermissionArn: renderValue(log.role, scope),
      MaxAggregationInterval: log.aggregationSeconds,
    },
  };
}

export function renderHttpNamespace(namespace: HttpNamespace): ResourceBody {
  return {
    Type: "AWS::ServiceDiscovery::HttpNamespace",
    Properties: { Name: namespace.name, Description: namespace.description },
  };
}

export function renderPrivateDnsNamespace(namespace: PrivateDnsNamespace, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ServiceDiscovery::PrivateDnsNamespace",
    Properties: {
      Name: namespace.name,
      Vpc: renderValue(namespace.vpc, scope),
      Description: namespace.description,
    },
  };
}
