import type { ResolveContext } from "../context.js";
import type { OwnNetwork } from "../network.js";
import { type Resource, referTo } from "../resource.js";
import type { GatewayEndpoint, InterfaceEndpoint } from "../resources/network.js";
import { endpointServices } from "./endpoint-services.js";
import { gatewayPolicy, interfacePolicy } from "./policies.js";
import type { UsedServices } from "./used-services.js";

/**
 * The endpoints of a network that is made here: those that the manifest names, and with `auto` those that the tasks use.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
 */
export function planEndpoints(
  context: ResolveContext,
  own: OwnNetwork,
  used: UsedServices,
): readonly (GatewayEndpoint | InterfaceEndpoint)[] {
  const { named, derived } = own.endpoints;
  const names = new Set([...named, ...(derived ? used.endpoints.keys() : [])]);
  return [...names]
    .sort()
    .map((name) =>
      isGateway(name) ? planGateway(context, own, name, used) : planInterface(context, own, name),
    );
}

function isGateway(name: string): name is "s3" | "dynamodb" {
  return endpointServices[name]?.type === "gateway";
}

function planGateway(
  context: ResolveContext,
  own: OwnNetwork,
  service: "s3" | "dynamodb",
  used: UsedServices,
): GatewayEndpoint {
  return {
    id: `network/${service}-endpoint`,
    kind: "GatewayEndpoint",
    origin: originOf(own),
    tags: context.tags({ name: `${context.prefix}-${service}` }),
    vpc: referTo(own.vpc, "id"),
    service,
    routeTables: own.routeTables.map((table) => referTo(table, "id")),
    // Keeps image layers off the NAT gateway's bill for those who said nothing, and in nobody's way.
    ...(own.endpoints.chosen && { policy: gatewayPolicy(service, used.statements) }),
  };
}

function planInterface(context: ResolveContext, own: OwnNetwork, service: string): InterfaceEndpoint {
  return {
    id: `network/${service.replace(".", "-")}-endpoint`,
    kind: "InterfaceEndpoint",
    origin: originOf(own),
    tags: context.tags({ name: `${context.prefix}-${service}` }),
    vpc: referTo(own.vpc, "id"),
    service,
    subnets: own.endpointSubnets,
    securityGroups: own.endpointGroup === undefined ? [] : [referTo(own.endpointGroup, "id")],
    ...(endpointServices[service]?.actions.length !== 0 && { policy: interfacePolicy(service) }),
  };
}

function originOf({ endpoints }: OwnNetwork): string {
  return endpoints.chosen ? "network.endpoints" : "network";
}

/** Tasks that start before the endpoints are there cannot pull their images. */
export function afterEndpoints(
  resources: readonly Resource[],
  endpoints: readonly Resource[],
): readonly Resource[] {
  const ids = endpoints.filter(({ kind }) => kind === "InterfaceEndpoint").map(({ id }) => id);
  if (ids.length === 0) return resources;
  return resources.map((resource) =>
    resource.kind === "EcsService" || resource.kind === "StateMachine"
      ? { ...resource, dependsOn: [...(resource.dependsOn ?? []), ...ids] }
      : resource,
  );
}
