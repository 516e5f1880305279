import type { Raw, RawMap } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import { isMissing } from "../interpolation/pieces.js";
import { commandWords, holdsSecret } from "./command-words.js";
import { addDependencies } from "./connections.js";
import type { Exposure } from "./exposure.js";
import { translateHealth } from "./health.js";
import { translateImage } from "./image.js";
import { isProxyLabel } from "./label-routes.js";
import { escapeReferences } from "./manifest-text.js";
import type { PlaceContext } from "./place-variables.js";
import { placeVariables } from "./place-variables.js";
import { translateReplicas, translateRollOut, translateStopTimeout } from "./roll-out.js";
import { translateSize } from "./size.js";
import type { DecidedVariable } from "./variables.js";
import { translateVolumes } from "./volumes.js";

/** A service of the manifest; `connects` of the context is full afterwards. */
export function serviceDocument(
  context: PlaceContext,
  decided: readonly DecidedVariable[],
  exposure: Exposure,
): RawMap {
  const { translation, path, service, endpoints, connects } = context;
  const document = {
    ...exposureFields(context, exposure),
    size: translateSize(translation, path, service),
    ...containerFields(context, decided, exposure),
    scale: translateReplicas(translation, path, service),
    deploy: translateRollOut(translation, path, service),
    ...taskFields(context),
  };
  addDependencies(translation, endpoints, service, connects);
  const others = [...connects].filter((name) => name !== path[1]).sort();
  return written({ ...document, connects: others.length === 0 ? undefined : others });
}

/** Fields of a container of another service's task. */
export function sidecarDocument(context: PlaceContext, decided: readonly DecidedVariable[]): RawMap {
  const { user, workingDirectory, readOnly } = taskFields(context);
  const { health, ...container } = containerFields(context, decided, undefined);
  const check = health?.["container"];
  return written({ ...container, essential: true, user, workingDirectory, readOnly, health: check });
}

function exposureFields({ translation, path, service }: PlaceContext, exposure: Exposure): Fields {
  translation.decide("service", [...path, "kind"], `${exposure.kind}: ${exposure.reason}`, exposure.span);
  const { kind, port } = exposure;
  translation.place([...path, "port"], exposure.span);
  if (kind === "worker") return { kind };
  if (kind === "backend") return { kind, port };
  if (kind === "network") {
    translation.note(
      "compose-choice",
      [...path, "listeners"],
      `${service.name} gets a network load balancer: ${exposure.reason}`,
      {
        span: exposure.span,
        hint: `for tasks with public addresses and no load balancer write services: { ${path[1]}: { publicIp: true } }`,
      },
    );
    const listeners = exposure.listeners.map(({ port: number, target, protocol }) =>
      number === target && protocol === "tcp" ? number : { port: number, target, protocol },
    );
    return { kind, listeners };
  }
  const routes = exposure.routes.map(routeOf);
  translation.decide(
    "route",
    [...path, routes.length > 1 ? "routes" : "route"],
    exposure.reason,
    exposure.span,
  );
  return routes.length > 1 ? { kind, port, routes } : { kind, port, route: routes[0] };
}

function routeOf({ hosts, paths }: Exposure["routes"][number]): Raw {
  const [path] = paths;
  if (hosts.length === 0 && path !== undefined && paths.length === 1) return path;
  return written({
    host: hosts.length === 0 ? undefined : hosts.length === 1 ? hosts[0] : hosts,
    path: paths.length === 0 ? undefined : paths.length === 1 ? path : paths,
  });
}

type Fields = Readonly<Record<string, Raw | undefined>>;

function containerFields(
  context: PlaceContext,
  decided: readonly DecidedVariable[],
  exposure: Exposure | undefined,
) {
  const { translation, path, service } = context;
  const { environment, secrets } = placeVariables(context, decided);
  const words = (key: "command" | "entrypoint"): readonly string[] | undefined => {
    const list = service[key];
    translation.place([...path, key], list?.[0]?.span);
    return list === undefined ? undefined : commandWords(context, key, list);
  };
  return {
    image: translateImage(translation, path, service),
    entrypoint: words("entrypoint"),
    command: words("command"),
    health: translateHealth(translation, path, service, exposure),
    environment: filled(environment),
    secrets: filled(secrets),
  };
}

function taskFields(context: PlaceContext) {
  const { translation, path, service } = context;
  const { user, workingDirectory, nofile } = service;
  translation.place([...path, "user"], user?.span);
  translation.place([...path, "workingDirectory"], workingDirectory?.span);
  return {
    user: user?.text,
    workingDirectory: workingDirectory?.text,
    init: service.init,
    readOnly: service.readOnly,
    stopTimeout: translateStopTimeout(translation, path, service),
    ulimits:
      nofile === undefined
        ? undefined
        : { nofile: nofile.soft === nofile.hard ? nofile.soft : { ...nofile } },
    labels: labelsOf(context, service),
    volumes: translateVolumes(translation, path, service),
  };
}

function labelsOf(context: PlaceContext, { labels }: ComposeService): RawMap | undefined {
  const kept: Record<string, Raw> = {};
  for (const [name, value] of labels) {
    if (isProxyLabel(name)) continue;
    context.translation.place([...context.path, "labels", name], value.span);
    if (!isMissing(value.pieces) && !holdsSecret(context, value)) kept[name] = escapeReferences(value.text);
    else {
      context.translation.warn(
        "compose-variable",
        [...context.path, "labels", name],
        `the label ${name} is left out: it holds a secret or a variable without a value`,
        {
          span: value.span,
          sensitive: true,
        },
      );
    }
  }
  return filled(kept);
}

function filled(map: Readonly<Record<string, Raw>>): RawMap | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

/** Without the fields that have no value. */
function written(fields: Fields): RawMap {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Raw] => entry[1] !== undefined),
  );
}
