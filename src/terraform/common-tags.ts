import type { Resource } from "../plan/resource.js";
import type { Tags } from "../plan/resources/base.js";
import { kinds } from "./kinds.js";

/** Tags that every tagged resource of the plan has, with the same value. */
export function commonTagsOf(resources: readonly Resource[]): Tags {
  let common: Record<string, string> | undefined;
  for (const { kind, tags } of resources) {
    if (tags === undefined || !kinds[kind].taggable) continue;
    common ??= { ...tags };
    for (const key of Object.keys(common)) if (tags[key] !== common[key]) delete common[key];
  }
  return common ?? {};
}
