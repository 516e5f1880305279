import type { Raw, RawMap } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import type { Translation } from "./translation.js";

/** `deploy.update_config` as bounds of healthy tasks and the circuit breaker. */
export function translateRollOut(
  translation: Translation,
  path: readonly string[],
  { deploy }: ComposeService,
): RawMap | undefined {
  const { update, replicas = 1 } = deploy;
  if (update === undefined) return undefined;
  translation.place([...path, "deploy"], update.span);
  const breaker: Record<string, Raw> =
    update.failureAction === "rollback"
      ? { breaker: true }
      : update.failureAction === "continue"
        ? { breaker: false }
        : {};
  if (update.order === "start-first") return { minHealthy: 100, max: 200, ...breaker };
  const stopped = update.parallelism === 0 ? replicas : Math.min(update.parallelism, replicas);
  const minHealthy = replicas === 0 ? 0 : Math.floor(100 * (1 - stopped / replicas));
  if (minHealthy === 0) {
    translation.note(
      "compose-choice",
      [...path, "deploy"],
      "a roll-out stops every task before it starts a new one, as update_config says",
      {
        span: update.span,
        hint: "write order: start-first to keep the service up",
      },
    );
  }
  return { minHealthy, max: 100, ...breaker };
}

/** How many tasks: `deploy.replicas` or `scale`. */
export function translateReplicas(
  translation: Translation,
  path: readonly string[],
  { name, deploy }: ComposeService,
): number | undefined {
  translation.place([...path, "scale"], deploy.replicasSpan);
  const { mode } = deploy;
  if (mode !== undefined && mode.text !== "replicated") {
    const message = `the mode ${mode.text} of ${name} is refused: Fargate has no nodes, and a service runs until it is stopped`;
    translation.warn("compose-refused", [...path, "scale"], message, { span: mode.span });
  }
  return deploy.replicas;
}

const least = 2;
const most = 120;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function translateStopTimeout(
  translation: Translation,
  path: readonly string[],
  { name, stopGraceSeconds, span }: ComposeService,
): string | undefined {
  if (stopGraceSeconds === undefined) return undefined;
  const seconds = Math.min(most, Math.max(least, Math.ceil(stopGraceSeconds)));
  translation.place([...path, "stopTimeout"], span);
  if (stopGraceSeconds > most) {
    translation.warn(
      "compose-choice",
      [...path, "stopTimeout"],
      `${name} may take ${stopGraceSeconds} s to stop and gets ${most} s, the most that Fargate gives`,
      {
        span,
        hint: "hand unfinished work back to its queue on SIGTERM",
      },
    );
  } else if (seconds !== stopGraceSeconds) {
    translation.note(
      "compose-choice",
      [...path, "stopTimeout"],
      `${name} gets ${seconds} s to stop, the nearest that Fargate takes`,
      { span },
    );
  }
  return `${seconds}s`;
}
