import type { PostgresResource, ServerlessCapacity } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { DbCluster, DbClusterInstance } from "../resources/databases.js";
import { type DatabaseSource, databaseIdentifier } from "./database-placement.js";
import { type DatabaseSettings, upgradesItself } from "./postgres-settings.js";

/** Performance Insights asks for at least as much. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html */
const insightsCapacity = 2;

/** Aurora Serverless v2: a cluster with one instance, or one in each of two zones. */
export function planAurora(
  context: ResolveContext,
  source: DatabaseSource<PostgresResource>,
  clusterIdentifier: string,
  { min, max, pauseAfterSeconds }: ServerlessCapacity,
  settings: DatabaseSettings,
): { readonly database: DbCluster; readonly instances: readonly DbClusterInstance[] } {
  const { name, resource } = source;
  const { defaults } = context;
  const origin = `resources.${name}`;
  const cluster: DbCluster = {
    id: `data/${name}`,
    kind: "DbCluster",
    origin,
    clusterIdentifier,
    engine: "aurora-postgresql",
    ...settings,
    minCapacity: min,
    maxCapacity: max,
    ...(pauseAfterSeconds !== undefined && { secondsUntilAutoPause: pauseAfterSeconds }),
    tags: context.tags(),
  };
  const numbers = (resource.multiZone ?? defaults.postgres.multiZone) ? [1, 2] : [1];
  return {
    database: cluster,
    // Aurora puts instances that name no zone into different ones.
    instances: numbers.map((number) => ({
      id: `data/${name}/instance-${number}`,
      kind: "DbClusterInstance",
      origin,
      instanceIdentifier: databaseIdentifier(context, "DB instance", source, `-${number}`),
      cluster: referTo(cluster, "id"),
      engine: cluster.engine,
      instanceClass: "db.serverless",
      autoMinorUpgrade: upgradesItself(resource),
      performanceInsights: resource.insights ?? (defaults.postgres.insights && min >= insightsCapacity),
      tags: context.tags(),
    })),
  };
}
