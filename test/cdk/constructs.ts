import type { Stack } from "aws-cdk-lib";
import { type ISecurityGroup, type IVpc, SecurityGroup, Vpc } from "aws-cdk-lib/aws-ec2";
import { Cluster, type ICluster } from "aws-cdk-lib/aws-ecs";
import { FileSystem, type IFileSystem } from "aws-cdk-lib/aws-efs";
import {
  type ApplicationListener,
  ApplicationLoadBalancer,
  ListenerAction,
  ListenerCertificate,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { type IPrivateDnsNamespace, PrivateDnsNamespace } from "aws-cdk-lib/aws-servicediscovery";

/**
 * What an app has around its services. Each is given its interface here: the classes of aws-cdk-lib do not fit their
 * own interfaces under exactOptionalPropertyTypes.
 */
export interface Surroundings {
  readonly vpc: IVpc;
  readonly cluster: ICluster;
  readonly namespace: IPrivateDnsNamespace;
  readonly listener: ApplicationListener;
  readonly fileSystem: IFileSystem;
  readonly fileSystemGroup: ISecurityGroup;
  readonly databaseGroup: ISecurityGroup;
}

export function surroundings(stack: Stack): Surroundings {
  const vpc = vpcIn(stack);
  const listener = new ApplicationLoadBalancer(stack, "Balancer", { vpc, internetFacing: true }).addListener(
    "Https",
    {
      port: 443,
      open: false,
      certificates: [
        ListenerCertificate.fromArn(
          "arn:aws:acm:eu-west-1:111111111111:certificate/1b2c3d4e-0000-4000-8000-000000000000",
        ),
      ],
      defaultAction: ListenerAction.fixedResponse(404),
    },
  );
  return {
    vpc,
    cluster: new Cluster(stack, "Cluster", { vpc }) as unknown as ICluster,
    namespace: new PrivateDnsNamespace(stack, "Namespace", { name: "shop.internal", vpc }),
    listener,
    fileSystem: new FileSystem(stack, "Disk", { vpc }),
    fileSystemGroup: groupIn(stack, "DiskGroup", vpc),
    databaseGroup: groupIn(stack, "DatabaseGroup", vpc),
  };
}

export function vpcIn(stack: Stack): IVpc {
  return new Vpc(stack, "Vpc", { maxAzs: 2 }) as unknown as IVpc;
}

export function groupIn(stack: Stack, id: string, vpc: IVpc): ISecurityGroup {
  return new SecurityGroup(stack, id, { vpc });
}
