import type { ITable, ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IPrefixList, ISecurityGroup, ISubnet, IVpc, SubnetSelection } from "aws-cdk-lib/aws-ec2";
import type { IRepository } from "aws-cdk-lib/aws-ecr";
import type { ICluster } from "aws-cdk-lib/aws-ecs";
import type { IFileSystem } from "aws-cdk-lib/aws-efs";
import type { IApplicationListener, IApplicationLoadBalancer } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { IRole } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { ISecret } from "aws-cdk-lib/aws-secretsmanager";
import type { IPrivateDnsNamespace } from "aws-cdk-lib/aws-servicediscovery";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";

/**
 * Constructs of the app that take the place of what Longshore would make. Each says `import:` to the manifest, which
 * need not say it itself; what the manifest says of making the same thing is laid aside.
 */
export interface LongshoreImports {
  /** The VPC of the tasks. Its private, public and isolated subnets become groups of these names unless `subnets` gives them. */
  readonly vpc?: IVpc;
  /** Subnet groups: `private`, `public`, and names of your own for `services.<name>.subnets`. */
  readonly subnets?: Readonly<Record<string, readonly ISubnet[] | SubnetSelection>>;
  /** Security group of the VPC's interface endpoints, for services with `egress: endpoints`. */
  readonly endpointSecurityGroup?: ISecurityGroup;
  /** Prefix lists of the VPC's gateway endpoints, such as `pl-6da54004`. */
  readonly endpointPrefixLists?: readonly (string | IPrefixList)[];
  /** The cluster of the services. The Fargate capacity providers are enabled on a cluster of the same app. */
  readonly cluster?: ICluster;
  /** Where services find each other; the cluster's own private namespace when left out. */
  readonly namespace?: IPrivateDnsNamespace;
  /** The listener that takes the routes. */
  readonly listener?: IApplicationListener;
  /** The load balancer of the listener; known by itself where the listener is made in the app. */
  readonly loadBalancer?: IApplicationLoadBalancer;
  /** Security group of the load balancer; the listener's first when left out. */
  readonly loadBalancerSecurityGroup?: ISecurityGroup;
  /** The same for each of several load balancers that the manifest names under `ingress`. */
  readonly ingresses?: Readonly<Record<string, ImportedIngress>>;
  /** Repositories by service or job, in place of `image`. The tag stays a parameter of the stack. */
  readonly repositories?: Readonly<Record<string, IRepository>>;
  /** Roles of the code by service or job, in place of the planned ones. What the code may do is then granted to them. */
  readonly taskRoles?: Readonly<Record<string, IRole>>;
  /** What services use beside compute, by its name in `resources` of the manifest. */
  readonly resources?: Readonly<Record<string, ImportedResource>>;
}

/** A listener and the load balancer that it belongs to, as the three of `LongshoreImports` say them. */
export interface ImportedIngress {
  readonly listener: IApplicationListener;
  readonly loadBalancer?: IApplicationLoadBalancer;
  readonly loadBalancerSecurityGroup?: ISecurityGroup;
}

/** A construct that stands for a resource of the manifest; it must be of the type which the manifest says. */
export type ImportedResource =
  | IBucket
  | ITable
  | ITableV2
  | ISecret
  | IQueue
  | ITopic
  | IKey
  | ImportedFileSystem
  | ImportedDatabase;

/** A file system and the security group of its mount targets. */
export interface ImportedFileSystem {
  readonly fileSystem: IFileSystem;
  readonly securityGroup: ISecurityGroup;
  /** False for a group that gets its rules elsewhere; true when left out. */
  readonly addRules?: boolean;
}

/** A database or cache behind a security group. */
export interface ImportedDatabase {
  readonly securityGroup: ISecurityGroup;
  /** DNS name, for `${resources.<Name>.host}`. */
  readonly host?: string;
  /** A number known when the app is synthesized; that of the manifest, or of the engine, when left out. */
  readonly port?: number;
  /** False for a group that gets its rules elsewhere; true when left out. */
  readonly addRules?: boolean;
}
