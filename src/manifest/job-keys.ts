import type { Diagnostic } from "../diagnostics/index.js";
import { error, joinPath } from "../diagnostics/index.js";

const listens = "nothing connects to a job: it runs to completion and listens to nobody";
const replaced = "each run is a new task, so that there is no task that could be checked or replaced";

const reasons: Readonly<Record<string, string>> = {
  port: listens,
  ports: listens,
  serviceConnect: "only tasks of services take part in Service Connect",
  route: listens,
  routes: listens,
  listeners: listens,
  loadBalancer: listens,
  publicIp: listens,
  health: replaced,
  deploy: replaced,
  scale: "a job runs one task, or one for each item of a list",
  kind: "kinds tell services apart",
  exec: "a shell is opened in tasks of services",
};

/** Why a job has no such field, for the fields that a service has. */
export function serviceKeyOfJob(path: readonly (string | number)[]): Diagnostic | undefined {
  const [top, name, key, ...rest] = path;
  if (top !== "jobs" || typeof key !== "string" || rest.length > 0 || !Object.hasOwn(reasons, key))
    return undefined;
  return error("kind-conflict", joinPath(path), `jobs.${name} is a job, and a job has no ${key}`, {
    reason: reasons[key] ?? "",
    hint: key === "scale" ? "use parallel: 20 to run several tasks" : `remove ${key}, or make it a service`,
  });
}
