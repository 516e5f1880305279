import type { Export, Plan } from "../plan/plan.js";
import type { Resource } from "../plan/resource.js";
import type { Reference, Value, ValueList } from "../plan/value.js";
import { isReference } from "../plan/value.js";
import { logicalId } from "./logical-id.js";
import { RenderError } from "./render-error.js";

/** Where each resource and each exported value of a plan is; made once for all of its templates. */
export interface PlanIndex {
  readonly placeOf: (id: string) => Place;
  readonly exportOf: (reference: Reference) => ExportedValue;
  readonly exportOfList: (values: ValueList) => ExportedBy | undefined;
}

export interface Place {
  readonly stack: string;
  readonly logicalId: string;
  readonly resource: Resource;
}

interface ExportedBy {
  readonly stack: string;
  readonly entry: Export;
}

/** `position` is set where the value is one item of an exported list. */
export interface ExportedValue extends ExportedBy {
  readonly position?: number;
}

export function indexPlan(plan: Plan): PlanIndex {
  const places = new Map<string, Place>();
  const values = new Map<string, ExportedValue>();
  const items = new Map<string, ExportedValue>();
  const lists = new Map<string, ExportedBy>();
  for (const stack of plan.stacks) {
    for (const resource of stack.resources) {
      places.set(resource.id, { stack: stack.name, logicalId: logicalId(resource.id), resource });
    }
    for (const entry of stack.exports) {
      const exported: ExportedBy = { stack: stack.name, entry };
      if (isReference(entry.value)) addFirst(values, keyOf(entry.value), exported);
      if (!isList(entry.value)) continue;
      addFirst(lists, keyOfList(entry.value), exported);
      for (const [position, item] of entry.value.entries()) {
        if (isReference(item)) addFirst(items, keyOf(item), { ...exported, position });
      }
    }
  }
  return {
    placeOf: (id) => places.get(id) ?? fail("unknown-resource", id),
    exportOf: (reference) => {
      const key = keyOf(reference);
      return values.get(key) ?? items.get(key) ?? fail("not-exported", key);
    },
    exportOfList: (list) => (isList(list) ? lists.get(keyOfList(list)) : undefined),
  };
}

function isList(value: Export["value"] | ValueList): value is readonly Value<string>[] {
  return Array.isArray(value);
}

function addFirst<T>(map: Map<string, T>, key: string | undefined, value: T): void {
  if (key !== undefined && !map.has(key)) map.set(key, value);
}

function keyOf(reference: Reference): string {
  return `${reference.attribute} of ${reference.ref}`;
}

/** Only a list made of references alone can be found again: texts and imports need no export. */
function keyOfList(values: readonly Value<string>[]): string {
  return JSON.stringify(values.map((value) => (isReference(value) ? keyOf(value) : value)));
}

function fail(code: "unknown-resource" | "not-exported", subject: string): never {
  throw new RenderError(code, subject);
}
