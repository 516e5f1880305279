import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { ContainerDefinition } from "../resources/compute.js";
import type { LogGroup } from "../resources/observability.js";
import type { SecretsPart } from "../service/secrets.js";
import type { Workload } from "../service/workload.js";
import { region } from "../value.js";
import { firelensOf, planRoutedLogs, routerName } from "./log-router.js";

/** Where a container writes: to the log group, or to the router of its task. The router itself writes to the log group. */
export function planLogging(
  context: ResolveContext,
  facts: Workload,
  container: { readonly name: string },
  task: { readonly logGroup: LogGroup; readonly routerSecrets?: SecretsPart },
): Pick<ContainerDefinition, "firelens" | "logs"> {
  const { router, mode, bufferMiB, multiline } = facts.settings.logs;
  const isRouter = router !== undefined && container.name === routerName;
  if (router !== undefined && task.routerSecrets !== undefined && !isRouter)
    return { logs: planRoutedLogs(router, task.routerSecrets, facts.name, task.logGroup) };
  const path = `${facts.origin}.logs`;
  return {
    ...(isRouter && { firelens: firelensOf(router) }),
    logs: {
      logGroup: referTo(task.logGroup, "name"),
      region,
      streamPrefix: facts.name,
      mode: context.decide(
        `${path}.mode`,
        mode,
        "non-blocking",
        "a log service that lags must not stop the application",
      ),
      maxBufferMiB: context.decide(
        `${path}.buffer`,
        bufferMiB,
        25,
        "25 MiB hold about a minute of busy logs",
        "MiB",
      ),
      ...(multiline !== undefined && { multilinePattern: multiline }),
    },
  };
}
