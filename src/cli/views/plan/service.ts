import type { ResourceOf } from "../../../plan/index.js";
import { field } from "../fields.js";
import { type Catalogue, serviceOf } from "./catalogue.js";
import { describeCapacity } from "./cluster.js";
import { describeConnections } from "./connections.js";
import { describeDeployment } from "./deployment.js";
import { describeHealth, describeRoutes } from "./routes.js";
import { describeTasks } from "./scaling.js";
import { fieldSection, type Section } from "./section.js";
import { describeAlarms, describeLogs, describeRoles, describeTask, describeVariables } from "./task.js";

export function describeServices(catalogue: Catalogue): readonly Section[] {
  return catalogue.of("EcsService").flatMap((service) => {
    const name = serviceOf(service.id) ?? service.serviceName;
    const [task] = catalogue.ofService(name, "TaskDefinition");
    return fieldSection(`Service ${name}`, kindOf(catalogue, name, service), [
      ...describeTask(catalogue, task),
      ...field("tasks", ...describeTasks(catalogue, name, service)),
      ...field("capacity", describeCapacity(service.capacityProviderStrategy)),
      ...field(
        "subnets",
        service.network.assignPublicIp ? "public, with an address of each task" : undefined,
      ),
      ...field("routes", ...describeRoutes(catalogue, name)),
      ...field("health", ...describeHealth(catalogue, name, task)),
      ...field("connect", describeConnect(service)),
      ...field("reached by", ...describeConnections(catalogue, name, "ingress")),
      ...field("reaches", ...describeConnections(catalogue, name, "egress")),
      ...describeRoles(catalogue, task),
      ...describeVariables(task),
      ...field("alarms", describeAlarms(catalogue, name)),
      ...field("logs", ...catalogue.ofService(name, "LogGroup").map(describeLogs)),
      ...field("deployment", ...describeDeployment(service)),
      ...field("shell", service.enableExecuteCommand ? "ECS Exec is on" : undefined),
    ]);
  });
}

function kindOf(catalogue: Catalogue, name: string, service: ResourceOf<"EcsService">): string {
  const [target] = catalogue.ofService(name, "TargetGroup");
  if (service.loadBalancers.length > 0) return target?.protocol === "HTTP" ? "web" : "network";
  const isFound = service.serviceRegistries.length > 0 || (service.serviceConnect?.services.length ?? 0) > 0;
  return isFound ? "backend" : "worker";
}

/** The aliases under which others reach it by Service Connect, or that it only reaches others so. */
function describeConnect({ serviceConnect }: ResourceOf<"EcsService">): string | undefined {
  if (serviceConnect === undefined) return undefined;
  const aliases = serviceConnect.services.map(({ alias, tls }) => {
    return `${alias.dnsName}:${alias.port}${tls === undefined ? "" : " over TLS"}`;
  });
  return aliases.length === 0
    ? "calls others by Service Connect"
    : `${aliases.join(", ")} by Service Connect`;
}
