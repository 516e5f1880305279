import { suggest } from "../../diagnostics/index.js";
import type { ResolveContext } from "../context.js";
import { membersOfCycles } from "../cycles.js";
import type { FactsByName, ServiceFacts } from "../service/facts.js";
import { calledServers } from "../service/service-connect.js";

/** Ids of the services that must be steady before this one is deployed. */
export function predecessorsOf(facts: ServiceFacts, services: FactsByName): readonly string[] {
  const { after = [] } = facts.service.deploy;
  return after.flatMap((name) => services.get(name) ?? []).map(({ id }) => `${id}/service`);
}

/** Whether another service waits for this one. */
export function isAwaited({ name }: ServiceFacts, services: FactsByName): boolean {
  return [...services.values()].some(({ service }) => service.deploy.after?.includes(name) === true);
}

/** Refuses services that wait for what does not exist, or in the end for themselves. */
export function checkDeployOrder(context: ResolveContext, services: FactsByName): void {
  const circular = membersOfCycles(edgesOf(context, services));
  for (const facts of services.values()) {
    const { after = [] } = facts.service.deploy;
    after.forEach((name, index) => {
      const path = `${facts.origin}.deploy.after[${index}]`;
      if (!services.has(name)) reportUnknown(context, path, facts, name, services);
      else if (name === facts.name || (circular.has(facts.name) && circular.has(name)))
        reportCircle(context, path, facts, name);
    });
  }
}

/** What a service's stack, or within one stack the service itself, follows. */
function edgesOf(context: ResolveContext, services: FactsByName): ReadonlyMap<string, readonly string[]> {
  const callees = new Map([...services].map(([name, facts]) => [name, facts.callees]));
  // Services that call each other keep their security groups in a stack that all of theirs follow.
  const apart = membersOfCycles(callees);
  const isSingle = context.manifest.stacks === "single";
  return new Map(
    [...services].map(([name, facts]) => {
      const { after = [] } = facts.service.deploy;
      const called = isSingle
        ? calledServers(facts, services).map((id) => id.split("/")[1] ?? "")
        : facts.callees.filter((callee) => !apart.has(callee));
      const shared = facts.service.routes.flatMap(({ weights = {} }) => Object.keys(weights));
      const others = [...after, ...called, ...(isSingle ? [] : shared)].filter((other) => other !== name);
      return [name, others.filter((other) => services.has(other))];
    }),
  );
}

function reportUnknown(
  context: ResolveContext,
  path: string,
  { origin }: ServiceFacts,
  name: string,
  services: FactsByName,
): void {
  const isJob = Object.hasOwn(context.manifest.jobs ?? {}, name);
  const meant = suggest(name, services.keys());
  context.report({
    code: isJob ? "kind-conflict" : "unknown-service",
    severity: "error",
    path,
    message: isJob
      ? `${origin} waits for "${name}", which is a job and never steady`
      : `${origin} waits for "${name}", which is no service`,
    hint:
      meant === undefined
        ? `the services are ${[...services.keys()].join(", ")}`
        : `did you mean "${meant}"?`,
  });
}

function reportCircle(context: ResolveContext, path: string, { origin }: ServiceFacts, name: string): void {
  context.report({
    code: "deploy-order",
    severity: "error",
    path,
    message: `${origin} waits for services.${name}, which in turn waits for it`,
    reason: "a service also follows those that it connects to or shares requests with",
    hint: "remove one of the two",
  });
}
