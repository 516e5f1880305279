import type { Sidecar } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { writtenPorts } from "./routed-ports.js";
import type { ServicePort, Workload } from "./workload.js";

/** Its own port, and those to which a load balancer leads. */
export function portsOfSidecar(
  { sidecarPorts }: Workload,
  name: string,
  sidecar: Sidecar,
): readonly ServicePort[] {
  return sidecarPorts?.(name) ?? writtenPorts(sidecar);
}

/**
 * Containers of a task share one network interface, and ECS exposes a port for one protocol.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export function checkPorts(context: ResolveContext, facts: Workload): void {
  const owners = new Map<number, string>();
  const claim = (port: number, owner: string, path: string): void => {
    const earlier = owners.get(port);
    if (earlier !== undefined) {
      context.report({
        code: "port-conflict",
        severity: "error",
        path,
        message: `${owner} and ${earlier} both take port ${port} of a task`,
        reason: "the containers of a task share one address, and ECS exposes a port for one protocol",
        hint: "give one of them another port",
      });
    }
    owners.set(port, owner);
  };
  for (const { port, protocol } of facts.ports) claim(port, `${facts.name} (${protocol})`, facts.portsOrigin);
  for (const [name, sidecar] of Object.entries(facts.settings.containers ?? {})) {
    for (const { port } of portsOfSidecar(facts, name, sidecar)) {
      const at = (sidecar.ports ?? []).findIndex((each) => each.port === port);
      const field = sidecar.port === port || at === -1 ? "port" : `ports[${at}]`;
      claim(port, name, `${facts.origin}.containers.${name}.${field}`);
    }
  }
}
