import type { Resource, ResourceOf } from "../plan/resource.js";
import type { Alarm } from "../plan/resources/observability.js";
import { isReference } from "../plan/value.js";
import { identifier } from "./identifier.js";
import { labelOf, partsOfId } from "./labels.js";

/** Resources of one kind with the same label stand under one `for_each`, each under its key. */
export interface Group {
  readonly label: string;
  readonly key: string;
  /** Resources with different blocks cannot share a `for_each`. */
  readonly shape?: string;
}

/** Undefined where the resource stands alone. */
export function groupOf(resource: Resource, byId: ReadonlyMap<string, Resource>): Group | undefined {
  switch (resource.kind) {
    case "Subnet":
      return { label: resource.tier, key: zoneOf(resource.id) ?? partsOfId(resource.id).part };
    case "RouteTableAssociation":
      return groupOfSubnet(resource, byId);
    case "ElasticIp":
    case "NatGateway":
    case "RouteTable":
    case "Route":
    case "MountTarget":
      return perZone(resource);
    case "EcrRepository":
      return { label: "services", key: partsOfId(resource.id).part };
    case "LogGroup": {
      const { scope, owner, part } = partsOfId(resource.id);
      if (owner === undefined || part !== "log-group") return undefined;
      return { label: scope.startsWith("job/") ? "jobs" : "services", key: owner };
    }
    case "Alarm":
      return groupOfAlarm(resource);
    default:
      return undefined;
  }
}

function groupOfSubnet(
  { subnet }: ResourceOf<"RouteTableAssociation">,
  byId: ReadonlyMap<string, Resource>,
): Group | undefined {
  const found = isReference(subnet) ? byId.get(subnet.ref) : undefined;
  return found?.kind === "Subnet" ? groupOf(found, byId) : undefined;
}

/** The same alarm of every service. */
function groupOfAlarm({ id, watch }: Alarm): Group | undefined {
  const { owner, part } = partsOfId(id);
  if (owner === undefined) return undefined;
  const shape = "metric" in watch ? "metric" : `${watch.metrics.length} metrics`;
  return { label: identifier(part.replace(/^alarm-/, "")), key: owner, shape };
}

/** One in every zone, where a word of the id is a zone's letter: `nat-gateway-a`, `private-a-route-table`. */
function perZone({ id, kind }: Resource): Group | undefined {
  const key = zoneOf(id);
  return key === undefined ? undefined : { label: labelOf(kind, id.replace(zoneWord, "$2")), key };
}

function zoneOf(id: string): string | undefined {
  return zoneWord.exec(id)?.[1];
}

const zoneWord = /-([a-z])(-route-table)?$/;
