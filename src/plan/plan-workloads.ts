import type { Assembly } from "./assemble.js";
import type { ResolveContext } from "./context.js";
import type { JobFacts } from "./job/facts.js";
import { planJob } from "./job/plan-job.js";
import { invokableJobs } from "./job/state-machine-arn.js";
import type { InlineRule, SecurityGroup, SecurityGroupRule } from "./resources/network.js";
import { planBalancerConnections, planConnections } from "./service/connections.js";
import type { ServiceFacts } from "./service/facts.js";
import { planService, type ServiceNeeds, type ServicePart } from "./service/plan-service.js";
import { checkDataPorts, openPorts, planSecurityGroup } from "./service/security.js";
import { noVolumes, planVolumes, type VolumesPart } from "./service/volumes.js";
import type { Workload } from "./service/workload.js";

/** What every service and job is planned with. */
export type SharedNeeds = Omit<ServiceNeeds, "securityGroup" | "connections" | "volumes" | "invokable">;

/** Services and jobs: the security groups first, since rules name two of them. */
export function planWorkloads(
  context: ResolveContext,
  services: readonly ServiceFacts[],
  jobs: readonly JobFacts[],
  shared: SharedNeeds,
): Omit<Assembly, "exports"> {
  const { network, data, ingresses } = shared;
  const all: readonly Workload[] = [...services, ...jobs];
  const volumes = new Map(all.map((each) => [each.name, planVolumes(context, each, data)]));
  const volumesOf = (each: Workload): VolumesPart => volumes.get(each.name) ?? noVolumes;
  const planGroup = (each: Workload, open: readonly InlineRule[]): [string, SecurityGroup] => [
    each.name,
    planSecurityGroup(context, network, data, volumesOf(each), each, open),
  ];
  const groups = new Map([
    ...services.map((service) => planGroup(service, openPorts(service, ingresses))),
    ...jobs.map((job) => planGroup(job, [])),
  ]);
  for (const each of all) checkDataPorts(context, data, each);
  const connect = (each: Workload): readonly SecurityGroupRule[] =>
    planConnections(each, { network, data, services: shared.services, groups, volumes: volumesOf(each) });
  const invokable = invokableJobs(context);
  const parts: OwnedPart[] = [];
  for (const service of services) {
    const securityGroup = groups.get(service.name);
    if (securityGroup === undefined) continue;
    const connections = [...planBalancerConnections(service, ingresses, securityGroup), ...connect(service)];
    const needs = { ...shared, invokable, securityGroup, connections, volumes: volumesOf(service) };
    parts.push({ ownerId: `${service.id}/`, part: planService(context, service, needs) });
  }
  for (const job of jobs) {
    const securityGroup = groups.get(job.name);
    if (securityGroup === undefined) continue;
    const needs = { ...shared, invokable, securityGroup, connections: connect(job), volumes: volumesOf(job) };
    parts.push({ ownerId: `${job.id}/`, part: planJob(context, job, needs) });
  }
  return {
    resources: [...groups.values(), ...parts.flatMap(({ part }) => part.resources)],
    outputs: parts.flatMap(({ ownerId, part }) => part.outputs.map((output) => ({ ownerId, output }))),
    parameters: parts.flatMap(({ ownerId, part }) =>
      part.parameters.map((parameter) => ({ ownerId, parameter })),
    ),
  };
}

interface OwnedPart {
  readonly ownerId: string;
  readonly part: ServicePart;
}
