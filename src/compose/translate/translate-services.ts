import type { Raw, RawMap } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import type { Endpoints } from "./endpoints.js";
import { sayHostDemands } from "./host-demands.js";
import { labelRoutes } from "./label-routes.js";
import type { PlaceContext } from "./place-variables.js";
import type { SecretNames } from "./secret-names.js";
import { serviceDocument, sidecarDocument } from "./service-document.js";
import type { Translation } from "./translation.js";
import type { DecidedVariables } from "./variables.js";

export interface ServicesContext {
  readonly translation: Translation;
  readonly endpoints: Endpoints;
  readonly secrets: SecretNames;
  readonly variables: DecidedVariables;
}

/** The services of the manifest, those of other tasks as containers within them. */
export function translateServices(context: ServicesContext, planned: readonly ComposeService[]): RawMap {
  const { translation, endpoints, secrets, variables } = context;
  const documents: Record<string, RawMap> = {};
  const connects = new Map<string, Set<string>>();
  const placeContext = (service: ComposeService, host: string, path: readonly string[]): PlaceContext => {
    const shared = connects.get(host) ?? new Set<string>();
    connects.set(host, shared);
    return { translation, endpoints, secrets, service, path, connects: shared };
  };
  const nameOf = (service: string): string => endpoints.names.get(service) ?? service;
  const containers = new Map<string, Record<string, Raw>>();
  for (const service of planned) {
    const role = endpoints.roles.get(service.name);
    if (role?.as !== "sidecar") continue;
    const host = nameOf(role.of);
    const name = nameOf(service.name);
    const path = ["services", host, "containers", name];
    translation.decide(
      "service",
      path,
      `it shares the network of ${role.of}, as the containers of a task do`,
      service.span,
    );
    const document = sidecarDocument(
      placeContext(service, host, path),
      variables.byService.get(service.name) ?? [],
    );
    containers.set(host, { ...containers.get(host), [name]: document });
  }
  for (const service of planned) {
    const exposure = endpoints.exposure.get(service.name);
    const name = nameOf(service.name);
    if (exposure === undefined) continue;
    const path = ["services", name];
    translation.place(path, service.span);
    const document = serviceDocument(
      placeContext(service, name, path),
      variables.byService.get(service.name) ?? [],
      exposure,
    );
    const within = containers.get(name);
    documents[name] = within === undefined ? document : { ...document, containers: within };
    sayHostDemands(translation, path, service);
    sayRules(translation, path, service);
  }
  return documents;
}

function sayRules(translation: Translation, path: readonly string[], service: ComposeService): void {
  for (const { text, span } of labelRoutes(service).untranslated) {
    translation.warn(
      "compose-unsupported",
      [...path, "route"],
      `the rule of ${text} is left out: only hosts, paths and prefixes become routes`,
      {
        span,
        hint: "write the route in the manifest",
      },
    );
  }
}
