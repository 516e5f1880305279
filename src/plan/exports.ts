import type { ClusterPart } from "./cluster.js";
import type { ResolveContext } from "./context.js";
import type { DataPart } from "./data/plan-data.js";
import type { IngressesPart } from "./ingress.js";
import type { NetworkPart } from "./network.js";
import type { Export } from "./plan.js";
import { isReference, type Reference, type Value } from "./value.js";

/** An export with the id whose stack makes it. */
export interface OwnedExport {
  readonly ownerId: string;
  readonly export: Export;
}

/** `/<application>/<environment>/<area>/<name>`, the same for every value that other stacks or teams may read. */
function exportName(context: ResolveContext, path: string): string {
  const { application, environment } = context.manifest;
  return ["", application, ...(environment === undefined ? [] : [environment]), path].join("/");
}

/** The export behind a reference: `/shop/dev/platform/cluster-name` for the name of `platform/cluster`. */
export function exportOf(context: ResolveContext, reference: Reference, origin: string): Export {
  const attribute = reference.attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    name: exportName(context, `${reference.ref}-${attribute}`),
    description: `${attribute.replaceAll("-", " ")} of ${reference.ref}`,
    value: reference,
    origin,
  };
}

/** What other teams may build on, whether or not a stack of this plan reads it. */
export function publicExports(
  context: ResolveContext,
  parts: {
    readonly network: NetworkPart;
    readonly cluster: ClusterPart;
    readonly ingresses: IngressesPart;
    readonly data: DataPart;
  },
): readonly OwnedExport[] {
  const { network, cluster, ingresses } = parts;
  const found: OwnedExport[] = [];
  const add = (value: Value<string> | undefined, origin: string): void => {
    if (isReference(value)) found.push({ ownerId: value.ref, export: exportOf(context, value, origin) });
  };
  add(network.vpcId, "network");
  if (network.resources.length > 0) {
    for (const [name, group] of network.groups) {
      if (!("importList" in group.subnets)) {
        const path = `network/${name}-subnet-ids`;
        const description = `ids of the ${name} subnets`;
        const value = {
          name: exportName(context, path),
          description,
          value: group.subnets,
          origin: "network",
        };
        found.push({ ownerId: path, export: value });
      }
    }
  }
  if (cluster.cluster !== undefined) {
    add({ ref: cluster.cluster.id, attribute: "name" }, "cluster");
    add({ ref: cluster.cluster.id, attribute: "arn" }, "cluster");
  }
  add(cluster.namespace?.id, "cluster");
  for (const { settings, securityGroup, dnsName, fullName, listeners } of ingresses.byName.values()) {
    add(securityGroup, settings.origin);
    add(dnsName, settings.origin);
    add(fullName, settings.origin);
    for (const listener of listeners) add(listener.arn, settings.origin);
  }
  for (const [name, handle] of parts.data.handles) add(handle.name, `resources.${name}`);
  return found;
}
