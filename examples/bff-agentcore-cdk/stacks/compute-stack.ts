import { join } from "node:path";
import { Stack, type StackProps } from "aws-cdk-lib";
import { Port, SecurityGroup } from "aws-cdk-lib/aws-ec2";
import type { Construct } from "constructs";
import { Longshore } from "longshore/cdk";
import { explainFindings } from "./compute-findings.js";
import type { DatabaseStack } from "./database-stack.js";
import type { NetworkStack } from "./network-stack.js";
import type { SecurityStack } from "./security-stack.js";
import type { StorageStack } from "./storage-stack.js";

export interface ComputeStackProps extends StackProps {
  readonly environment: string;
  readonly network: NetworkStack;
  readonly storage: StorageStack;
  readonly security: SecurityStack;
  readonly database: DatabaseStack;
}

/** The two services of longshore.yaml, on what the four other stacks own. */
export class ComputeStack extends Stack {
  readonly services: Longshore;

  constructor(scope: Construct, id: string, props: ComputeStackProps) {
    super(scope, id, props);
    const { environment, network, storage, security, database } = props;
    // Its parameters are known by name, which tells CDK of no order.
    this.addStackDependency(security);
    this.services = new Longshore(this, "Services", {
      manifest: join(import.meta.dirname, "..", "longshore.yaml"),
      environment,
      variables: {
        DATABASE_URL_PARAMETER: security.databaseUrl.parameterName,
        SESSION_SECRET_PARAMETER: security.sessionSecret.parameterName,
      },
      imports: {
        vpc: network.vpc,
        subnets: { "private-app": network.privateApp, "private-agent": network.privateAgent },
        endpointSecurityGroup: network.endpointSecurityGroup,
        endpointPrefixLists: [network.s3PrefixListId],
        listener: network.listener,
        loadBalancer: network.loadBalancer,
        repositories: { bff: storage.appRepository, agentcore: storage.agentRepository },
        resources: {
          AgentData: storage.agentData,
          Database: {
            securityGroup: database.securityGroup,
            host: database.database.dbInstanceEndpointAddress,
            port: 5432,
          },
        },
      },
    });
    this.openEndpoints(network);
    explainFindings(this, this.services, environment);
  }

  /** Tasks reach AWS through the endpoints alone. The rules are in this stack, since the network is deployed before it. */
  private openEndpoints({ endpointSecurityGroup }: NetworkStack): void {
    const id = endpointSecurityGroup.securityGroupId;
    const endpoints = SecurityGroup.fromSecurityGroupId(this, "Endpoints", id);
    for (const name of ["bff", "agentcore"]) {
      endpoints.addIngressRule(this.services.service(name).securityGroup, Port.tcp(443), `Tasks of ${name}`);
    }
  }
}
