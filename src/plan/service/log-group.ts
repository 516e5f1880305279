import type { ResolveContext } from "../context.js";
import { encryptionKey } from "../data/encryption.js";
import type { LogGroup } from "../resources/observability.js";
import type { Workload } from "./workload.js";

/** What the containers write. */
export function planLogGroup(context: ResolveContext, facts: Workload): LogGroup {
  const key = encryptionKey(context, `${facts.origin}.logs.encryption`, facts.settings.logs.encryption);
  return {
    id: `${facts.id}/log-group`,
    kind: "LogGroup",
    origin: facts.origin,
    logGroupName: facts.settings.logs.group ?? `/ecs/${context.prefix}/${facts.name}`,
    ...(facts.settings.logs.class === "infrequent-access" && { class: "INFREQUENT_ACCESS" }),
    ...(key && { key }),
    retentionDays: context.byProfile(
      `${facts.origin}.logs.retention`,
      facts.settings.logs.retentionDays,
      context.defaults.logRetentionDays,
      "how long logs are kept is what they cost",
      "days",
    ),
    removal: context.byProfile(
      `${facts.origin}.logs.removal`,
      facts.settings.logs.removal,
      context.defaults.removal,
      "whether logs outlive their stack",
    ),
    tags: context.tags(facts.owner),
  };
}
