import type { LifecycleRule } from "./resources/storage.js";

/** Parts of an upload that was never completed are billed and not listed with the objects. */
export function abortUploads(days = 7): LifecycleRule {
  return { id: "abort-incomplete-uploads", abortUploadDays: days };
}
