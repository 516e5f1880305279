import { CfnService, Cluster } from "aws-cdk-lib/aws-ecs";
import { CfnLoadBalancer } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { Diagnostic } from "../diagnostics/index.js";
import type { Manifest } from "../manifest/index.js";
import type { Hosted } from "./hosted.js";
import type { LongshoreImports } from "./imports.js";
import { subnetGroups } from "./layers/network.js";

/**
 * What the plan would order by itself if the network and the cluster were its own: nothing starts before its subnets
 * have their routes, and the cluster knows Fargate.
 */
export function connectNetwork(hosted: Hosted, manifest: Manifest, imports: LongshoreImports): void {
  const unused: Diagnostic[] = [];
  const ways = [...subnetGroups(imports, unused).values()]
    .flat()
    .map((subnet) => subnet.internetConnectivityEstablished);
  const services = hosted
    .idsLike(/^service\/[^/]+\/service$/)
    .flatMap((id) => hosted.find(id, CfnService) ?? []);
  const balancers = hosted.idsLike(/load-balancer$/).flatMap((id) => hosted.find(id, CfnLoadBalancer) ?? []);
  for (const construct of [...services, ...balancers]) construct.node.addDependency(...ways);
  connectFileSystems(hosted, manifest, imports);
  // Does nothing where it was done.
  if (imports.cluster instanceof Cluster) imports.cluster.enableFargateCapacityProviders();
}

/** A task whose file system has no mount target in its zone yet does not start. */
function connectFileSystems(hosted: Hosted, manifest: Manifest, { resources = {} }: LongshoreImports): void {
  for (const [name, { volumes = {} }] of Object.entries(manifest.services)) {
    const service = hosted.find(`service/${name}/service`, CfnService);
    for (const { efs } of Object.values(volumes)) {
      const brought = efs === undefined ? undefined : resources[efs];
      if (brought === undefined || !("fileSystem" in brought)) continue;
      service?.node.addDependency(brought.fileSystem.mountTargetsAvailable);
    }
  }
}
