import type { App } from "aws-cdk-lib";
import type { Config } from "./config.js";
import { ComputeStack } from "./stacks/compute-stack.js";
import { DatabaseStack } from "./stacks/database-stack.js";
import { NetworkStack } from "./stacks/network-stack.js";
import { SecurityStack } from "./stacks/security-stack.js";
import { StorageStack } from "./stacks/storage-stack.js";

export interface System {
  readonly network: NetworkStack;
  readonly storage: StorageStack;
  readonly security: SecurityStack;
  readonly database: DatabaseStack;
  readonly compute: ComputeStack;
}

/** Five stacks: four of the platform, and the services that stand on them. */
export function buildSystem(app: App, config: Config): System {
  const { env, environment } = config;
  const stackName = (area: string): string => `bff-${environment}-${area}`;
  const network = new NetworkStack(app, "Network", { ...config, stackName: stackName("network") });
  const storage = new StorageStack(app, "Storage", { env, stackName: stackName("storage") });
  const security = new SecurityStack(app, "Security", {
    env,
    stackName: stackName("security"),
    path: `/bff/${environment}`,
  });
  const database = new DatabaseStack(app, "Database", {
    env,
    stackName: stackName("database"),
    vpc: network.vpc,
    subnets: network.privateData,
  });
  const compute = new ComputeStack(app, "Compute", {
    env,
    stackName: stackName("compute"),
    environment,
    network,
    storage,
    security,
    database,
  });
  return { network, storage, security, database, compute };
}
