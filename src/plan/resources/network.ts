import type { Value, ValueList } from "../value.js";
import type { ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

/** https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html */
export interface Vpc extends ResourceBase<"Vpc"> {
  readonly cidrBlock: string;
}

/** Made and attached to its VPC. */
export interface InternetGateway extends ResourceBase<"InternetGateway"> {
  readonly vpc: Value<string>;
}

export interface Subnet extends ResourceBase<"Subnet"> {
  readonly vpc: Value<string>;
  readonly cidrBlock: string;
  readonly availabilityZone: Value<string>;
  readonly tier: "public" | "private";
}

export interface ElasticIp extends ResourceBase<"ElasticIp"> {}

export interface NatGateway extends ResourceBase<"NatGateway"> {
  readonly subnet: Value<string>;
  readonly elasticIpAllocation: Value<string>;
}

export interface RouteTable extends ResourceBase<"RouteTable"> {
  readonly vpc: Value<string>;
}

export interface Route extends ResourceBase<"Route"> {
  readonly routeTable: Value<string>;
  readonly destinationCidrBlock: string;
  readonly target: { readonly internetGateway: Value<string> } | { readonly natGateway: Value<string> };
}

export interface RouteTableAssociation extends ResourceBase<"RouteTableAssociation"> {
  readonly routeTable: Value<string>;
  readonly subnet: Value<string>;
}

/** A gateway endpoint: free of charge, reached through the route tables. */
export interface GatewayEndpoint extends ResourceBase<"GatewayEndpoint"> {
  readonly vpc: Value<string>;
  readonly service: "s3" | "dynamodb";
  readonly routeTables: readonly Value<string>[];
  /** Everything goes through where there is none. */
  readonly policy?: readonly PolicyStatement[];
}

/**
 * Network interfaces in the subnets that answer under the service's own name, since private DNS is on.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export interface InterfaceEndpoint extends ResourceBase<"InterfaceEndpoint"> {
  readonly vpc: Value<string>;
  /** Behind `com.amazonaws.<region>.`, such as `ecr.api`. */
  readonly service: string;
  readonly subnets: ValueList;
  readonly securityGroups: readonly Value<string>[];
  /** Everything goes through where there is none. */
  readonly policy?: readonly PolicyStatement[];
}

/** Every connection of a VPC, to CloudWatch Logs. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html */
export interface FlowLog extends ResourceBase<"FlowLog"> {
  readonly vpc: Value<string>;
  /** ARN without `:*`. */
  readonly logGroup: Value<string>;
  readonly role: Value<string>;
  readonly aggregationSeconds: 60 | 600;
}

export type SecurityGroupPeer =
  | { readonly cidrBlock: string }
  | { readonly cidrBlockIpv6: string }
  | { readonly prefixList: Value<string> }
  | { readonly securityGroup: Value<string> };

/** Ports from and to, both included; `all` is every protocol and port. */
export type Traffic =
  | "all"
  | { readonly protocol: "tcp" | "udp"; readonly fromPort: number; readonly toPort: number };

export interface InlineRule {
  readonly peer: SecurityGroupPeer;
  readonly traffic: Traffic;
  readonly description: string;
}

/** Rules towards other groups of the plan are separate `SecurityGroupRule` resources, so that groups may name each other. */
export interface SecurityGroup extends ResourceBase<"SecurityGroup"> {
  readonly vpc: Value<string>;
  readonly description: string;
  readonly ingress: readonly InlineRule[];
  /** Empty: nothing may go out but what separate rules let out. */
  readonly egress: readonly InlineRule[];
}

export interface SecurityGroupRule extends ResourceBase<"SecurityGroupRule"> {
  readonly direction: "ingress" | "egress";
  readonly securityGroup: Value<string>;
  readonly peer: Value<string>;
  readonly traffic: Traffic;
  readonly description: string;
}

/** A Cloud Map namespace with a private hosted zone. */
export interface PrivateDnsNamespace extends ResourceBase<"PrivateDnsNamespace"> {
  readonly name: string;
  readonly vpc: Value<string>;
  readonly description: string;
}

/** A Cloud Map namespace without DNS, for Service Connect alone. */
export interface HttpNamespace extends ResourceBase<"HttpNamespace"> {
  readonly name: string;
  readonly description: string;
}

/** Where a task's network interface goes. */
export interface NetworkPlacement {
  readonly subnets: ValueList;
  readonly securityGroups: readonly Value<string>[];
  readonly assignPublicIp: boolean;
}
