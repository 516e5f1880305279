import type { ResolveContext } from "../context.js";

/** A log group belongs to one service or job, whose stack makes it. */
export function checkLogGroups({ manifest, report }: ResolveContext): void {
  const owners = new Map<string, string>();
  const all = [
    ...Object.entries(manifest.services).map(
      ([name, service]) => [`services.${name}`, service.logs.group] as const,
    ),
    ...Object.entries(manifest.jobs ?? {}).map(([name, job]) => [`jobs.${name}`, job.logs.group] as const),
  ];
  for (const [origin, group] of all) {
    if (group === undefined) continue;
    const earlier = owners.get(group);
    if (earlier !== undefined) {
      report({
        code: "name-collision",
        severity: "error",
        path: `${origin}.logs.group`,
        message: `${group} is the log group of ${earlier}, too`,
        reason: "the stack of each would make it",
        hint: "give each a log group of its own",
      });
    }
    owners.set(group, origin);
  }
}
