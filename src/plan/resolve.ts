import { type Diagnostic, hasErrors, type Result } from "../diagnostics/index.js";
import type { Manifest } from "../manifest/index.js";
import { type Assembly, assembleStacks } from "./assemble.js";
import { planCluster } from "./cluster.js";
import { createContext, type ResolveContext } from "./context.js";
import { planDashboard } from "./dashboard.js";
import { planData } from "./data/plan-data.js";
import { type OwnedExport, publicExports } from "./exports.js";
import { planIngress } from "./ingress.js";
import { planIngressAlarms } from "./ingress-alarms.js";
import { allocatePriorities } from "./listener-rules.js";
import { planNetwork } from "./network.js";
import { planNotifications } from "./notifications.js";
import { partition } from "./partition.js";
import { type Plan, planFormatVersion } from "./plan.js";
import { platformOutputs } from "./platform-outputs.js";
import { checkQuotas } from "./quotas.js";
import { planConnections } from "./service/connections.js";
import { type FactsByName, type ServiceFacts, settleServices } from "./service/facts.js";
import { planService, type ServiceNeeds, type ServicePart } from "./service/plan-service.js";
import { planSecurityGroup } from "./service/security.js";
import { noVolumes, planVolumes, type VolumesPart } from "./service/volumes.js";

/**
 * Decides everything that will exist in AWS for one environment. Pure: the same manifest gives the same plan, whatever
 * the order of its services. Diagnostics carry manifest paths, and no spans yet.
 */
export function resolve(manifest: Manifest): Result<Plan> {
  const diagnostics: Diagnostic[] = [];
  const context = createContext(manifest, (diagnostic) => diagnostics.push(diagnostic));
  const services = settleServices(context);
  const { assembly, areaOf } = planParts(context, services);
  const stacks = assembleStacks(context, assembly, areaOf);
  checkQuotas(context, assembly.resources);
  if (hasErrors(diagnostics)) return { ok: false, diagnostics };
  const plan: Plan = {
    formatVersion: planFormatVersion,
    application: manifest.application,
    ...(manifest.environment !== undefined && { environment: manifest.environment }),
    ...(manifest.region !== undefined && { region: manifest.region }),
    prefix: context.prefix,
    stacks,
  };
  return { ok: true, value: plan, diagnostics };
}

function planParts(
  context: ResolveContext,
  services: FactsByName,
): { readonly assembly: Assembly; readonly areaOf: (id: string) => string } {
  const facts = [...services.values()];
  const network = planNetwork(context);
  const needsNamespace = facts.some((fact) => fact.discoverable);
  const cluster = planCluster(context, network, needsNamespace);
  const needsIngress = facts.some((fact) => fact.kind === "web");
  const ingress = needsIngress ? planIngress(context, network) : undefined;
  const data = planData(context, network);
  const notifications = planNotifications(context, cluster);
  const priorities = allocatePriorities(context, services);
  const volumes = new Map(facts.map((fact) => [fact.name, planVolumes(context, fact, data)]));
  const volumesOf = (fact: ServiceFacts): VolumesPart => volumes.get(fact.name) ?? noVolumes;
  const groups = new Map(
    facts.map(
      (fact) =>
        [fact.name, planSecurityGroup(context, network, ingress, data, volumesOf(fact), fact)] as const,
    ),
  );
  const shared = { network, cluster, data, services, priorities, alarmActions: notifications.actions };
  const parts = facts.flatMap((fact): OwnedPart[] => {
    const securityGroup = groups.get(fact.name);
    if (securityGroup === undefined) return [];
    const volumes = volumesOf(fact);
    const connections = planConnections(fact, {
      data,
      services,
      groups,
      volumes,
      ...(ingress && { ingress }),
    });
    const needs: ServiceNeeds = {
      ...shared,
      securityGroup,
      connections,
      volumes,
      ...(ingress && { ingress }),
    };
    return [{ fact, part: planService(context, fact, needs) }];
  });
  const dashboard = planDashboard(context, cluster, ingress);
  const resources = [
    ...network.resources,
    ...cluster.resources,
    ...(ingress?.resources ?? []),
    ...planIngressAlarms(context, ingress, notifications.actions),
    ...notifications.resources,
    ...data.resources,
    ...(dashboard ? [dashboard] : []),
    ...groups.values(),
    ...parts.flatMap(({ part }) => part.resources),
  ];
  const exports: readonly OwnedExport[] = publicExports(context, {
    network,
    cluster,
    data,
    ...(ingress && { ingress }),
  });
  const outputs = [
    ...platformOutputs(cluster, ingress),
    ...parts.flatMap(({ fact, part }) =>
      part.outputs.map((output) => ({ ownerId: `service/${fact.name}/`, output })),
    ),
  ];
  const parameters = parts.flatMap(({ fact, part }) =>
    part.parameters.map((parameter) => ({ ownerId: `service/${fact.name}/`, parameter })),
  );
  return {
    assembly: { resources, parameters, outputs, exports },
    areaOf: partition(context, services, resources),
  };
}

interface OwnedPart {
  readonly fact: ServiceFacts;
  readonly part: ServicePart;
}
