import { type Diagnostic, hasErrors, type Result } from "../diagnostics/index.js";
import type { Manifest } from "../manifest/index.js";
import { settleAcrossAccounts } from "./across-accounts.js";
import { type Assembly, assembleStacks } from "./assemble.js";
import { planCluster } from "./cluster.js";
import { createContext, type ResolveContext } from "./context.js";
import { planDashboard } from "./dashboard.js";
import { planData } from "./data/plan-data.js";
import type { FieldDecision } from "./decisions.js";
import { checkDeployOrder } from "./deployment/order.js";
import { collectTestRules } from "./deployment/test-rules.js";
import { decideDocument } from "./document-decisions.js";
import { checkReach } from "./endpoints/check-reach.js";
import { afterEndpoints, planEndpoints } from "./endpoints/plan-endpoints.js";
import { usedServices } from "./endpoints/used-services.js";
import { type OwnedExport, publicExports } from "./exports.js";
import { planImages } from "./images.js";
import { planIngresses } from "./ingress.js";
import { planIngressAlarms } from "./ingress-alarms.js";
import { type JobFacts, settleJobs } from "./job/facts.js";
import { type AllocatedRule, allocatePriorities } from "./listener-rules.js";
import { planNetwork } from "./network.js";
import { planNotifications } from "./notifications.js";
import { planComposite } from "./observability/composite.js";
import { planEventLog } from "./observability/events.js";
import { checkLogGroups } from "./observability/log-groups.js";
import { partition } from "./partition.js";
import { type Plan, planFormatVersion } from "./plan.js";
import { planWorkloads } from "./plan-workloads.js";
import { platformOutputs } from "./platform-outputs.js";
import { checkQuotas } from "./quotas.js";
import { collectRules } from "./routes.js";
import type { FactsByName } from "./service/facts.js";
import { settleServices } from "./service/settle-services.js";
import { checkWeightCircles } from "./service/weights.js";

export interface ResolveOptions {
  /** Told of each field that has a default, in the order in which they are decided; a path may come twice. */
  readonly onDecision?: (decision: FieldDecision) => void;
}

/**
 * Decides everything that will exist in AWS for one environment. Pure: the same manifest gives the same plan, whatever
 * the order of its services. Diagnostics carry manifest paths, and no spans yet.
 */
export function resolve(manifest: Manifest, { onDecision }: ResolveOptions = {}): Result<Plan> {
  const diagnostics: Diagnostic[] = [];
  const context = createContext(manifest, (diagnostic) => diagnostics.push(diagnostic), onDecision);
  decideDocument(context);
  const services = settleServices(context);
  const jobs = settleJobs(context, services);
  const images = planImages(context, [...services.values(), ...jobs]);
  const { assembly, areaOf } = planParts(context, services, jobs);
  const stacks = assembleStacks(context, assembly, areaOf);
  checkQuotas(context, assembly.resources);
  if (hasErrors(diagnostics)) return { ok: false, diagnostics };
  const plan: Plan = {
    formatVersion: planFormatVersion,
    application: manifest.application,
    ...(manifest.environment !== undefined && { environment: manifest.environment }),
    ...(manifest.region !== undefined && { region: manifest.region }),
    ...(manifest.account !== undefined && { accountId: manifest.account }),
    ...(manifest.role !== undefined && { deployRole: manifest.role }),
    prefix: context.prefix,
    images,
    stacks,
  };
  return { ok: true, value: plan, diagnostics };
}

function planParts(
  context: ResolveContext,
  services: FactsByName,
  jobs: readonly JobFacts[],
): { readonly assembly: Assembly; readonly areaOf: (id: string) => string } {
  const facts = [...services.values()];
  const network = planNetwork(context);
  const cluster = planCluster(context, network, {
    names: facts.some((fact) => fact.discoverable),
    connect: facts.some((fact) => fact.connect !== undefined),
  });
  const rules = allocatePriorities(context, [
    ...collectRules(context, services),
    ...collectTestRules(context, services),
  ]);
  const ingresses = planIngresses(context, network, services, rules);
  checkWeightCircles(context, services);
  checkDeployOrder(context, services);
  const data = planData(context, network);
  checkLogGroups(context);
  const notifications = planNotifications(context, cluster);
  const workloads = planWorkloads(context, facts, jobs, {
    network,
    cluster,
    data,
    services,
    ingresses,
    rules: byOrigin(rules),
    alarmActions: notifications.alarmActions,
  });
  const ingressAlarms = planIngressAlarms(context, ingresses, notifications.alarmActions);
  const dashboard = planDashboard(context, cluster, ingresses, { data, jobs });
  const made =
    network.own === undefined ? [] : planEndpoints(context, network.own, usedServices(workloads.resources));
  if (network.own !== undefined)
    checkReach(context, network, network.own, [...facts, ...jobs], workloads.resources);
  const settled = settleAcrossAccounts(context, [
    ...network.resources,
    ...made,
    ...cluster.resources,
    ...[...ingresses.byName.values()].flatMap((ingress) => ingress.resources),
    ...ingressAlarms,
    ...notifications.resources,
    ...planEventLog(context, cluster),
    ...data.resources,
    ...(dashboard ? [dashboard] : []),
    ...afterEndpoints(workloads.resources, made),
  ]);
  const resources = [...settled, ...planComposite(context, settled, notifications.actions)];
  const exports: readonly OwnedExport[] = publicExports(context, {
    network,
    cluster,
    data,
    ingresses,
  });
  const outputs = [...platformOutputs(cluster, ingresses), ...workloads.outputs];
  const parameters = [...ingresses.parameters, ...workloads.parameters];
  return {
    assembly: { resources, parameters, outputs, exports },
    areaOf: partition(context, services, resources),
  };
}

function byOrigin(rules: readonly AllocatedRule[]): ReadonlyMap<string, readonly AllocatedRule[]> {
  const found = new Map<string, AllocatedRule[]>();
  for (const rule of rules) {
    const known = found.get(rule.origin);
    if (known === undefined) found.set(rule.origin, [rule]);
    else known.push(rule);
  }
  return found;
}
