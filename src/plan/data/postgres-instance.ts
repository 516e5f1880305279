import type { PostgresResource } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DbInstance } from "../resources/databases.js";
import type { DatabaseSource } from "./database-placement.js";
import { type DatabaseSettings, type InstanceCapacity, upgradesItself } from "./postgres-settings.js";

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html */
export function planInstance(
  context: ResolveContext,
  { name, resource }: DatabaseSource<PostgresResource>,
  instanceIdentifier: string,
  { instance, storageGiB }: InstanceCapacity,
  settings: DatabaseSettings,
): DbInstance {
  const { postgres } = context.defaults;
  return {
    id: `data/${name}`,
    kind: "DbInstance",
    origin: `resources.${name}`,
    instanceIdentifier,
    engine: "postgres",
    ...settings,
    instanceClass: instance,
    storageGiB,
    multiZone: resource.multiZone ?? postgres.multiZone,
    autoMinorUpgrade: upgradesItself(resource),
    performanceInsights: resource.insights ?? postgres.insights,
    tags: context.tags(),
  };
}
