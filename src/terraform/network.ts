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
import { policiesOf, renderPolicy } from "./iam.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderVpc(vpc: Vpc): Rendered {
  return {
    arguments: { cidr_block: vpc.cidrBlock, enable_dns_support: true, enable_dns_hostnames: true },
  };
}

export function renderInternetGateway(gateway: InternetGateway, scope: Scope): Rendered {
  return { arguments: { vpc_id: renderValue(gateway.vpc, scope) } };
}

export function renderSubnet(subnet: Subnet, scope: Scope): Rendered {
  return {
    arguments: {
      vpc_id: renderValue(subnet.vpc, scope),
      cidr_block: subnet.cidrBlock,
      availability_zone: renderValue(subnet.availabilityZone, scope),
    },
  };
}

export function renderElasticIp(_: ElasticIp): Rendered {
  return { arguments: { domain: "vpc" } };
}

export function renderNatGateway(gateway: NatGateway, scope: Scope): Rendered {
  return {
    arguments: {
      allocation_id: renderValue(gateway.elasticIpAllocation, scope),
      subnet_id: renderValue(gateway.subnet, scope),
    },
  };
}

export function renderRouteTable(table: RouteTable, scope: Scope): Rendered {
  return { arguments: { vpc_id: renderValue(table.vpc, scope) } };
}

export function renderRoute(route: Route, scope: Scope): Rendered {
  return {
    arguments: {
      route_table_id: renderValue(route.routeTable, scope),
      destination_cidr_block: route.destinationCidrBlock,
      ...("internetGateway" in route.target
        ? { gateway_id: renderValue(route.target.internetGateway, scope) }
        : { nat_gateway_id: renderValue(route.target.natGateway, scope) }),
    },
  };
}

export function renderRouteTableAssociation(association: RouteTableAssociation, scope: Scope): Rendered {
  return {
    arguments: {
      subnet_id: renderValue(association.subnet, scope),
      route_table_id: renderValue(association.routeTable, scope),
    },
  };
}

export function renderGatewayEndpoint(endpoint: GatewayEndpoint, scope: Scope): Rendered {
  return {
    arguments: {
      vpc_id: renderValue(endpoint.vpc, scope),
      vpc_endpoint_type: "Gateway",
      service_name: renderValue(join("com.amazonaws.", region, `.${endpoint.service}`), scope),
      route_table_ids: renderEach(endpoint.routeTables, scope),
      policy: endpoint.policy && renderPolicy(endpoint.policy, scope),
    },
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint */
export function renderInterfaceEndpoint(endpoint: InterfaceEndpoint, scope: Scope): Rendered {
  return {
    arguments: {
      vpc_id: renderValue(endpoint.vpc, scope),
      vpc_endpoint_type: "Interface",
      service_name: renderValue(join("com.amazonaws.", region, `.${endpoint.service}`), scope),
      subnet_ids: renderValues(endpoint.subnets, scope),
      security_group_ids: renderEach(endpoint.securityGroups, scope),
      private_dns_enabled: true,
      policy: endpoint.policy && renderPolicy(endpoint.policy, scope),
    },
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log */
export function renderFlowLog(log: FlowLog, scope: Scope): Rendered {
  return {
    arguments: {
      vpc_id: renderValue(log.vpc, scope),
      traffic_type: "ALL",
      log_destination_type: "cloud-watch-logs",
      log_destination: renderValue(log.logGroup, scope),
      iam_role_arn: renderValue(log.role, scope),
      max_aggregation_interval: log.aggregationSeconds,
    },
    waitsFor: policiesOf(log.role, scope),
  };
}

export function renderHttpNamespace(namespace: HttpNamespace, scope: Scope): Rendered {
  return {
    arguments: { name: scope.names.named(namespace.name), description: namespace.description },
  };
}

export function renderPrivateDnsNamespace(namespace: PrivateDnsNamespace, scope: Scope): Rendered {
  return {
    arguments: {
      name: scope.names.named(namespace.name),
      description: namespace.description,
      vpc: renderValue(namespace.vpc, scope),
    },
  };
}
