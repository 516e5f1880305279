import type { Raw, RawMap } from "../../manifest/index.js";
import type { Healthcheck } from "../attributes/healthcheck.js";
import type { ComposeService } from "../attributes/service.js";
import type { Written } from "../attributes/written.js";
import { piecesOf } from "../attributes/written.js";
import { holdsSecret } from "./command-words.js";
import type { Exposure } from "./exposure.js";
import { escapeReferences } from "./manifest-text.js";
import type { Translation } from "./translation.js";

/** `healthcheck` as the container's check, and as the load balancer's path where it asks the service's own port. */
export function translateHealth(
  translation: Translation,
  path: readonly string[],
  service: ComposeService,
  exposure: Exposure | undefined,
): RawMap | undefined {
  const { healthcheck } = service;
  if (healthcheck === undefined || healthcheck.test === "none") return undefined;
  const at = [...path, "health", "container"];
  if (healthcheck.test === "image") {
    translation.warn(
      "compose-unsupported",
      at,
      `the health check of ${service.name} has times and no test, so it is left out`,
      {
        span: healthcheck.span,
        reason: "ECS does not know the HEALTHCHECK of an image",
        hint: "write the image's test under healthcheck.test",
      },
    );
    return undefined;
  }
  const isShell = healthcheck.test[0].text === "CMD-SHELL";
  const words = healthcheck.test.map((word) => checkWord(translation, service, word, isShell));
  if (words.some((word) => word === undefined)) return leaveOut(translation, at, service, healthcheck);
  translation.place(at, healthcheck.test[1]?.span ?? healthcheck.span);
  const command = words.map((word) => escapeReferences(word ?? ""));
  const container = { command, ...times(translation, at, service, healthcheck) };
  const checked = exposure?.kind === "web" ? pathIn(command.join(" "), exposure.port) : undefined;
  return checked === undefined ? { container } : { path: checked, container };
}

/** A secret or a missing value in the shell's text becomes the container's variable; undefined where none has it. */
function checkWord(
  translation: Translation,
  service: ComposeService,
  word: Written,
  isShell: boolean,
): string | undefined {
  const pieces = piecesOf(word).map((piece) => {
    const mustHide =
      piece.from === "missing" ||
      (piece.from === "variable" &&
        holdsSecret({ translation }, { ...word, text: piece.text, pieces: [piece] }));
    if (!mustHide) return piece.text;
    const own = service.variables.find(({ name, value }) => {
      const [only, more] = value?.pieces ?? [];
      return value === undefined
        ? name === piece.name
        : more === undefined && only?.from !== "literal" && only?.name === piece.name;
    });
    // Only a shell puts the variable's value in its place.
    return own === undefined || !isShell ? undefined : `$${own.name}`;
  });
  if (pieces.some((piece) => piece === undefined)) return undefined;
  const text = pieces.join("");
  return word.pieces === undefined && holdsSecret({ translation }, word) ? undefined : text;
}

function leaveOut(
  translation: Translation,
  at: readonly string[],
  { name }: ComposeService,
  { test, span }: Healthcheck,
): undefined {
  const word = typeof test === "string" ? undefined : test[1];
  translation.warn(
    "compose-secret",
    at,
    `the health check of ${name} holds a secret or a variable without a value, so it is left out`,
    {
      span: word?.span ?? span,
      sensitive: true,
      hint: "let the check read it from a variable of the container: $$NAME in the compose file",
    },
  );
  return undefined;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function times(
  translation: Translation,
  at: readonly string[],
  { name }: ComposeService,
  check: Healthcheck,
): RawMap {
  const times: Record<string, Raw> = {};
  const bounded = (
    key: string,
    written: number | undefined,
    least: number,
    most: number,
    unit: string,
  ): void => {
    if (written === undefined) return;
    const value = Math.min(most, Math.max(least, Math.ceil(written)));
    times[key] = unit === "" ? value : `${value}${unit}`;
    if (value === written) return;
    translation.note(
      "compose-choice",
      [...at, key],
      `the ${key} of the health check of ${name} is ${value}${unit}, the nearest that ECS takes`,
      { span: check.span },
    );
  };
  bounded("interval", check.intervalSeconds, 5, 300, "s");
  bounded("timeout", check.timeoutSeconds, 2, 60, "s");
  bounded("retries", check.retries, 1, 10, "");
  bounded("startPeriod", check.startPeriodSeconds, 0, 300, "s");
  return times;
}

/** The path of `curl http://localhost:8080/healthz` when 8080 is the service's port. */
function pathIn(command: string, port: number | undefined): string | undefined {
  for (const [, own = "80", path = "/"] of command.matchAll(
    /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s"'`|;&?#]*)?/g,
  ))
    if (Number(own) === port && !path.includes("$")) return path;
  return undefined;
}
