import type { ResolveContext } from "../context.js";
import type { ServiceFacts } from "./facts.js";

/**
 * Containers of a task share one network interface, and ECS exposes a port for one protocol.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export function checkPorts(context: ResolveContext, facts: ServiceFacts): void {
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
  const listens = facts.kind === "network" ? `${facts.origin}.listeners` : `${facts.origin}.port`;
  for (const { port, protocol } of facts.ports) claim(port, `${facts.name} (${protocol})`, listens);
  for (const [name, { port }] of Object.entries(facts.service.containers ?? {})) {
    if (port !== undefined) claim(port, name, `${facts.origin}.containers.${name}.port`);
  }
}
