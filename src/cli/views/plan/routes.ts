import type { ResourceOf } from "../../../plan/index.js";
import type { Catalogue } from "./catalogue.js";
import { groupBy } from "./group.js";
import { describeValue } from "./value.js";

/** A route that is on several listeners is one line. */
export function describeRoutes(catalogue: Catalogue, service: string): readonly string[] {
  const byConditions = groupBy(catalogue.ofService(service, "ListenerRule"), describeRule);
  return [...byConditions].map(([conditions, rules]) => {
    const listeners = rules.map((rule) =>
      describeValue(rule.listener).replace(/^platform\/(?:ingress-)?(.*)-listener$/, "$1"),
    );
    return `${conditions} (${listeners.join(", ")})`;
  });
}

export function describeRule(rule: ResourceOf<"ListenerRule">): string {
  const { hosts, paths, headers = [], queries = [], methods = [], sources = [], priority } = rule;
  const where = hosts.length === 0 ? "" : `${hosts.join(" or ")} `;
  const further = [
    ...headers.map(({ name, values }) => `${name}: ${values.join(" or ")}`),
    ...queries.map(({ key, values }) => `?${key}=${values.join(" or ")}`),
    ...(methods.length === 0 ? [] : [methods.join(" or ")]),
    ...(sources.length === 0 ? [] : [`from ${sources.join(" or ")}`]),
    ...(rule.authenticate === undefined ? [] : ["with a login"]),
  ];
  const path = paths.length === 0 ? "any path" : paths.join(" or ");
  return [`${where}${path}`, ...further, `priority ${priority}`].join(", ");
}

/** The load balancer's check and the container's own. */
export function describeHealth(
  catalogue: Catalogue,
  service: string,
  task: ResourceOf<"TaskDefinition"> | undefined,
): readonly string[] {
  const targets = catalogue.ofService(service, "TargetGroup").map(({ healthCheck }) => {
    const { http, intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount } = healthCheck;
    const well = http === undefined ? "a connection opens" : `${http.path} answers ${http.codes}`;
    return (
      `${well} within ${timeoutSeconds} s, asked every ${intervalSeconds} s; ` +
      `good after ${healthyCount}, bad after ${unhealthyCount}`
    );
  });
  const containers = (task?.containers ?? []).flatMap(({ healthCheck }) => {
    if (healthCheck === undefined) return [];
    const { command, intervalSeconds, retries } = healthCheck;
    return [`${command.join(" ")}, run every ${intervalSeconds} s; bad after ${retries}`];
  });
  return [...targets, ...containers];
}
