import type { PostgresResource } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { NetworkPart } from "../network.js";
import { type Resource, referTo } from "../resource.js";
import type { DbClusterParameterGroup, DbParameterGroup, DbSubnetGroup } from "../resources/databases.js";
import type { LogGroup } from "../resources/observability.js";
import {
  type DatabaseSource,
  databaseIdentifier,
  databaseSecurityGroup,
  databaseSubnets,
  importDatabase,
} from "./database-placement.js";
import type { PlannedResource } from "./handle.js";
import { planAurora } from "./postgres-aurora.js";
import { planInstance } from "./postgres-instance.js";
import {
  type DatabaseSettings,
  databaseSettings,
  decideCapacity,
  defaultVersion,
} from "./postgres-settings.js";

const postgresPort = 5432;

/** Aurora Serverless v2 or an RDS instance, whichever the manifest or the profile chooses. */
export function planPostgres(
  context: ResolveContext,
  network: NetworkPart,
  source: DatabaseSource<PostgresResource>,
): PlannedResource {
  const { name, resource, key } = source;
  if (resource.import !== undefined) return importDatabase("postgres", resource.import, postgresPort);
  const capacity = decideCapacity(context, resource);
  const isAurora = "max" in capacity;
  const identifier = databaseIdentifier(context, isAurora ? "DB cluster" : "DB instance", source);
  const securityGroup = databaseSecurityGroup(context, network, name, "Database");
  const subnetGroup = planSubnetGroup(context, network, source, identifier);
  const parameterGroup = planParameterGroup(context, source, identifier, isAurora);
  const logGroup = planLogGroup(
    context,
    name,
    `/aws/rds/${isAurora ? "cluster" : "instance"}/${identifier}/postgresql`,
  );
  const settings: DatabaseSettings = {
    ...databaseSettings(context, source),
    subnetGroup: referTo(subnetGroup, "name"),
    parameterGroup: referTo(parameterGroup, "name"),
    securityGroups: [referTo(securityGroup, "id")],
    dependsOn: [logGroup.id],
  };
  const { database, instances } = isAurora
    ? planAurora(context, source, identifier, capacity, settings)
    : { database: planInstance(context, source, identifier, capacity, settings), instances: [] };
  const resources: readonly Resource[] = [
    securityGroup,
    subnetGroup,
    parameterGroup,
    logGroup,
    database,
    ...instances,
  ];
  return {
    resources,
    handle: {
      type: "postgres",
      host: referTo(database, "host"),
      port: String(postgresPort),
      database: database.databaseName,
      secret: {
        arn: referTo(database, "secretArn"),
        jsonKeys: ["username", "password"],
        ...(key !== undefined && { key }),
      },
      endpoint: { securityGroup: referTo(securityGroup, "id"), port: postgresPort, addRules: true },
    },
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html */
function planSubnetGroup(
  context: ResolveContext,
  network: NetworkPart,
  source: DatabaseSource<PostgresResource>,
  identifier: string,
): DbSubnetGroup {
  const reason = "RDS takes a group of subnets in at least two zones, also for one instance";
  return {
    id: `data/${source.name}/subnet-group`,
    kind: "DbSubnetGroup",
    origin: `resources.${source.name}`,
    name: identifier,
    description: `Subnets of ${source.name} of ${context.prefix}`,
    subnets: databaseSubnets(context, network, source, { zones: 2, reason }),
    tags: context.tags(),
  };
}

/**
 * Named after its family: of another major version it is another one, beside the first while the database moves.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
 */
function planParameterGroup(
  context: ResolveContext,
  { name, resource }: DatabaseSource<PostgresResource>,
  identifier: string,
  isAurora: boolean,
): DbParameterGroup | DbClusterParameterGroup {
  const [major = ""] = (resource.version ?? defaultVersion).split(".");
  const shared = {
    id: `data/${name}/parameter-group`,
    origin: `resources.${name}`,
    description: `Settings of ${name} of ${context.prefix}`,
    parameters: { "rds.force_ssl": "1" },
    tags: context.tags(),
  };
  return isAurora
    ? { ...shared, kind: "DbClusterParameterGroup", ...named(identifier, `aurora-postgresql${major}`) }
    : { ...shared, kind: "DbParameterGroup", ...named(identifier, `postgres${major}`) };
}

function named(identifier: string, family: string): Pick<DbParameterGroup, "name" | "family"> {
  return { name: `${identifier}-${family}`, family };
}

/**
 * RDS would make it by itself and keep its logs for ever.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
function planLogGroup(context: ResolveContext, name: string, logGroupName: string): LogGroup {
  return {
    id: `data/${name}/log-group`,
    kind: "LogGroup",
    origin: `resources.${name}`,
    logGroupName,
    retentionDays: context.defaults.logRetentionDays,
    removal: context.defaults.removal,
    tags: context.tags(),
  };
}
