import type { SourceSpan } from "../../diagnostics/index.js";
import type { AttributeReader } from "./attribute-reader.js";
import type { Written } from "./written.js";

/** What `deploy` and the older keys beside it say of size, number and roll-out. */
export interface Deploy {
  readonly cpus?: number;
  readonly memoryMiB?: number;
  /** The value that gave the size, for messages. */
  readonly sizeSpan?: SourceSpan;
  readonly replicas?: number;
  readonly replicasSpan?: SourceSpan;
  readonly mode?: Written;
  readonly update?: Update;
}

export interface Update {
  readonly order: "start-first" | "stop-first";
  /** Tasks that are replaced at a time; 0 is all. */
  readonly parallelism: number;
  readonly failureAction: "continue" | "pause" | "rollback";
  readonly span: SourceSpan;
}

export function readDeploy(service: AttributeReader): Deploy {
  const deploy = service.below("deploy");
  const resources = deploy.below("resources");
  const [limits, reservations] = [resources.below("limits"), resources.below("reservations")];
  const cpus = limits.decimal("cpus") ?? service.decimal("cpus") ?? reservations.decimal("cpus");
  const memoryMiB =
    limits.mebibytes("memory") ??
    service.mebibytes("mem_limit") ??
    reservations.mebibytes("memory") ??
    service.mebibytes("mem_reservation");
  const replicas = deploy.whole("replicas") ?? service.whole("scale");
  const sizeSpan =
    limits.spanOf("cpus") ??
    limits.spanOf("memory") ??
    service.spanOf("cpus") ??
    service.spanOf("mem_limit") ??
    reservations.spanOf("cpus") ??
    reservations.spanOf("memory") ??
    service.spanOf("mem_reservation");
  const read = {
    cpus,
    memoryMiB,
    sizeSpan,
    replicas,
    replicasSpan: deploy.spanOf("replicas") ?? service.spanOf("scale"),
    mode: deploy.known("mode"),
    update: readUpdate(deploy),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

function readUpdate(deploy: AttributeReader): Update | undefined {
  const span = deploy.spanOf("update_config");
  if (span === undefined) return undefined;
  const update = deploy.below("update_config");
  const action = update.known("failure_action")?.text;
  return {
    order: update.known("order")?.text === "start-first" ? "start-first" : "stop-first",
    parallelism: update.whole("parallelism") ?? 1,
    failureAction: action === "continue" || action === "rollback" ? action : "pause",
    span,
  };
}
