import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import {
  InstanceClass,
  InstanceSize,
  InstanceType,
  type ISubnet,
  type IVpc,
  SecurityGroup,
} from "aws-cdk-lib/aws-ec2";
import {
  Credentials,
  DatabaseInstance,
  DatabaseInstanceEngine,
  PostgresEngineVersion,
} from "aws-cdk-lib/aws-rds";
import type { Construct } from "constructs";

export interface DatabaseStackProps extends StackProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
}

/** The platform's PostgreSQL, and the security group that lets its clients in. */
export class DatabaseStack extends Stack {
  readonly securityGroup: SecurityGroup;
  readonly database: DatabaseInstance;

  constructor(scope: Construct, id: string, props: DatabaseStackProps) {
    super(scope, id, props);
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      vpc: props.vpc,
      description: "PostgreSQL of the platform",
      allowAllOutbound: false,
    });
    this.database = new DatabaseInstance(this, "Database", {
      engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_16 }),
      instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.MEDIUM),
      credentials: Credentials.fromUsername("platform"),
      vpc: props.vpc,
      vpcSubnets: { subnets: [...props.subnets] },
      securityGroups: [this.securityGroup],
      multiAz: true,
      storageEncrypted: true,
      iamAuthentication: true,
      deletionProtection: true,
      backupRetention: Duration.days(7),
      cloudwatchLogsExports: ["postgresql"],
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    Validations.of(this.database).acknowledge(
      {
        id: "AwsSolutions::AwsSolutions-RDS11",
        reason: "nothing outside the two services can reach the port, so another number hides nothing",
      },
      {
        id: "AwsSolutions::AwsSolutions-SMG4",
        reason: "the platform's team rotates the master password; services use SSM parameters of their own",
      },
    );
  }
}
