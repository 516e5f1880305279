import type {
  DatabaseRemoval,
  DbCluster,
  DbClusterInstance,
  DbClusterParameterGroup,
  DbInstance,
  DbParameterGroup,
  DbSubnetGroup,
} from "../plan/resources/databases.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderDbSubnetGroup(group: DbSubnetGroup, scope: Scope): ResourceBody {
  return {
    Type: "AWS::RDS::DBSubnetGroup",
    Properties: {
      DBSubnetGroupName: group.name,
      DBSubnetGroupDescription: group.description,
      SubnetIds: renderValues(group.subnets, scope),
    },
  };
}

export function renderDbParameterGroup(group: DbParameterGroup): ResourceBody {
  const { name, description, family, parameters } = group;
  return {
    Type: "AWS::RDS::DBParameterGroup",
    Properties: {
      DBParameterGroupName: name,
      Description: description,
      Family: family,
      Parameters: parameters,
    },
  };
}

export function renderDbClusterParameterGroup(group: DbClusterParameterGroup): ResourceBody {
  const { name, description, family, parameters } = group;
  return {
    Type: "AWS::RDS::DBClusterParameterGroup",
    Properties: {
      DBClusterParameterGroupName: name,
      Description: description,
      Family: family,
      Parameters: parameters,
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html */
export function renderDbCluster(cluster: DbCluster, scope: Scope): ResourceBody {
  return {
    Type: "AWS::RDS::DBCluster",
    ...snapshotOrDelete(cluster.removal),
    Properties: {
      DBClusterIdentifier: cluster.clusterIdentifier,
      ...renderDatabase(cluster, scope),
      DatabaseName: cluster.databaseName,
      ServerlessV2ScalingConfiguration: {
        MinCapacity: cluster.minCapacity,
        MaxCapacity: cluster.maxCapacity,
        ...given("SecondsUntilAutoPause", cluster.secondsUntilAutoPause),
      },
      DBClusterParameterGroupName: renderValue(cluster.parameterGroup, scope),
      VpcSecurityGroupIds: renderEach(cluster.securityGroups, scope),
    },
  };
}

/** Its data is the cluster's, so that nothing is lost with it. */
export function renderDbClusterInstance(instance: DbClusterInstance, scope: Scope): ResourceBody {
  return {
    Type: "AWS::RDS::DBInstance",
    ...snapshotOrDelete("delete"),
    Properties: {
      DBInstanceIdentifier: instance.instanceIdentifier,
      DBClusterIdentifier: renderValue(instance.cluster, scope),
      Engine: instance.engine,
      DBInstanceClass: instance.instanceClass,
      AutoMinorVersionUpgrade: instance.autoMinorUpgrade,
      PubliclyAccessible: false,
      EnablePerformanceInsights: instance.performanceInsights,
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html */
export function renderDbInstance(instance: DbInstance, scope: Scope): ResourceBody {
  return {
    Type: "AWS::RDS::DBInstance",
    ...snapshotOrDelete(instance.removal),
    Properties: {
      DBInstanceIdentifier: instance.instanceIdentifier,
      ...renderDatabase(instance, scope),
      DBName: instance.databaseName,
      DBInstanceClass: instance.instanceClass,
      AllocatedStorage: String(instance.storageGiB),
      StorageType: "gp3",
      MultiAZ: instance.multiZone,
      AutoMinorVersionUpgrade: instance.autoMinorUpgrade,
      PubliclyAccessible: false,
      EnablePerformanceInsights: instance.performanceInsights,
      DBParameterGroupName: renderValue(instance.parameterGroup, scope),
      VPCSecurityGroups: renderEach(instance.securityGroups, scope),
    },
  };
}

/** The password is made and kept by RDS: it is in no template. */
function renderDatabase(database: DbCluster | DbInstance, scope: Scope): JsonObject {
  const key = database.key === undefined ? undefined : renderValue(database.key, scope);
  return {
    Engine: database.engine,
    EngineVersion: database.engineVersion,
    MasterUsername: database.masterUser,
    ManageMasterUserPassword: true,
    ...(key === undefined ? {} : { MasterUserSecret: { KmsKeyId: key } }),
    StorageEncrypted: true,
    ...given("KmsKeyId", key),
    DBSubnetGroupName: renderValue(database.subnetGroup, scope),
    BackupRetentionPeriod: database.backupRetentionDays,
    CopyTagsToSnapshot: true,
    DeletionProtection: database.deletionProtection,
    EnableCloudwatchLogsExports: database.logExports,
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
export function snapshotOrDelete(
  removal: DatabaseRemoval,
): Pick<ResourceBody, "DeletionPolicy" | "UpdateReplacePolicy"> {
  const policy = removal === "snapshot" ? "Snapshot" : "Delete";
  return { DeletionPolicy: policy, UpdateReplacePolicy: policy };
}
