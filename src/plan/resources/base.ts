export interface ResourceBase<K extends string> {
  /** Stable name in the plan, such as `service/api/task-role`. */
  readonly id: string;
  readonly kind: K;
  /** Manifest path that caused the resource, such as `services.api`. */
  readonly origin: string;
  /** Ids of resources that must exist first although no field refers to them. */
  readonly dependsOn?: readonly string[];
  readonly tags?: Tags;
}

/** Keys and values as AWS keeps them; `Name` among them where the console shows it. */
export type Tags = Readonly<Record<string, string>>;

/** What happens to the resource when its stack is deleted or it leaves the template. */
export type Removal = "retain" | "delete";
