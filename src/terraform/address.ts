import type { Plan } from "../plan/plan.js";
import type { Resource } from "../plan/resource.js";
import { groupOf } from "./grouping.js";
import { createTaken, type Taken } from "./identifier.js";
import { kinds } from "./kinds.js";
import { labelOf } from "./labels.js";

/** `aws_subnet.public["a"]`; the key is there for resources that stand with others under one `for_each`. */
export interface Address {
  readonly type: string;
  readonly label: string;
  readonly key?: string;
}

export interface Addresses {
  readonly of: ReadonlyMap<string, Address>;
  /** Keys of the instances by root, where there is a `for_each`. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** A label for a resource that stands beside one of the plan, such as a bucket's lifecycle rules. */
  readonly take: (type: string, label: string) => string;
}

/**
 * Where each resource of the plan is found in the module. What stands under a `for_each` depends on its kind alone,
 * never on how many there are: one more service must not move, and so replace, the repository of another.
 */
export function assignAddresses(plan: Plan): Addresses {
  const labels = new Map<string, Taken>();
  const groups = new Map<string, string>();
  const addresses = new Map<string, Address>();
  const keys = new Map<string, string[]>();
  const take = (type: string, wanted: string, id?: string): string => {
    const taken = labels.get(type) ?? createTaken();
    labels.set(type, taken);
    return taken.take(wanted, id);
  };
  const resources = plan.stacks.flatMap((stack) => stack.resources);
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  for (const resource of resources) {
    const type = typeOf(resource);
    const group = groupOf(resource, byId);
    if (group === undefined) {
      const label = take(type, labelOf(resource.kind, resource.id), resource.id);
      addresses.set(resource.id, { type, label });
      continue;
    }
    const groupKey = `${type} ${group.label} ${group.shape ?? ""}`;
    const label = groups.get(groupKey) ?? take(type, group.label);
    groups.set(groupKey, label);
    addresses.set(resource.id, { type, label, key: group.key });
    const root = rootOf({ type, label });
    const known = keys.get(root);
    if (known === undefined) keys.set(root, [group.key]);
    else known.push(group.key);
  }
  for (const known of keys.values()) known.sort();
  return { of: addresses, keys, take: (type, label) => take(type, label) };
}

/** `aws_subnet.public`, all instances of it. */
export function rootOf({ type, label }: Address): string {
  return `${type}.${label}`;
}

function typeOf(resource: Resource): string {
  const isEgress = resource.kind === "SecurityGroupRule" && resource.direction === "egress";
  return isEgress ? "aws_vpc_security_group_egress_rule" : kinds[resource.kind].type;
}
