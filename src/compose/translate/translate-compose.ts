import type { Diagnostic, Locate, SourceSpan } from "../../diagnostics/index.js";
import { sortDiagnostics } from "../../diagnostics/index.js";
import type { RawMap } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import { checkKeys } from "../keys/check-keys.js";
import type { ComposeProject } from "../project.js";
import { applicationName } from "./application-name.js";
import { sayOrder } from "./connections.js";
import { askedPorts, endpointsOf } from "./endpoints.js";
import { decideExposure } from "./exposure.js";
import { nameServices } from "./manifest-names.js";
import { decideRoles } from "./roles.js";
import { sayValues } from "./say-values.js";
import { addFileSecrets } from "./secret-files.js";
import { nameSecrets } from "./secret-names.js";
import { translateServices } from "./translate-services.js";
import type { Decision } from "./translation.js";
import { Translation } from "./translation.js";
import { decideVariables } from "./variables.js";
import { allSecretSpans, maskDocument, maskTexts } from "./withhold.js";

export interface TranslateOptions {
  /**
   * The manifest's own document, with the environment laid over it. Its entries overrule: a variable under
   * `environment` or `secrets` is what it says, a service of its own runs, `null` removes, a resource with the name of a
   * backing service is bound to.
   */
  readonly manifest?: RawMap;
}

export interface ComposeLayer {
  /** A manifest as written, to lie under the manifest's own document. */
  readonly document: RawMap;
  /** The place in the compose files behind a manifest path; the nearest enclosing one. */
  readonly locate: Locate;
  /** What was decided and why; never a secret's value. */
  readonly decisions: readonly Decision[];
  /** Those of reading and those of translating, with spans, in reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where the files hold secrets: frames must mask these. */
  readonly secretSpans: readonly SourceSpan[];
}

/** A compose project in the manifest's words. Every choice is said, and what has no counterpart is never dropped silently. */
export function translateCompose(
  project: ComposeProject,
  { manifest = {} }: TranslateOptions = {},
): ComposeLayer {
  const translation = new Translation(project, manifest);
  const { byCompose: names, diagnostics } = nameServices(project.services);
  translation.diagnostics.push(...project.diagnostics, ...diagnostics);
  const application = applicationName(translation);
  const roles = decideRoles(translation, names);
  const planned = project.services.filter(({ name }) =>
    ["service", "sidecar"].includes(roles.get(name)?.as ?? ""),
  );
  const plannedNames = new Set(planned.map(({ name }) => name));
  const places = endpointsOf(translation, names, roles);
  const asked = askedPorts(translation, places);
  const exposed = planned
    .filter(({ name }) => roles.get(name)?.as === "service")
    .map((service) => exposedOf(service));
  const exposure = decideExposure(translation, exposed);
  const variables = decideVariables(translation, planned, names);
  addFileSecrets(translation, planned);
  const secrets = secretNames();
  const endpoints = { ...places, exposure };
  const services = translateServices({ translation, endpoints, secrets, variables }, planned);
  for (const name of secrets.resources) translation.resources.set(name, { type: "secret" });
  sayValues(translation, variables);
  sayOrder(translation);
  sayInactive(translation);
  if (project.tree !== undefined)
    translation.diagnostics.push(...checkKeys(project.tree, (name) => plannedNames.has(name)));
  return layerOf(translation, application, services);

  function exposedOf(service: ComposeService): Parameters<typeof decideExposure>[1][number] {
    const role = roles.get(service.name);
    const known =
      role !== undefined && "known" in role && role.known !== undefined ? { known: role.known } : {};
    return {
      service,
      name: names.get(service.name) ?? service.name,
      asked: asked.get(service.name) ?? [],
      ...known,
    };
  }

  function secretNames(): ReturnType<typeof nameSecrets> {
    const uses = planned.flatMap(({ name: service }) =>
      (variables.byService.get(service) ?? []).flatMap(({ as, isOverruled, variable }) =>
        as === "secret" && !isOverruled ? [{ service, variable }] : [],
      ),
    );
    return nameSecrets(uses, variables.pairs, new Set([...names.values(), ...translation.resources.keys()]));
  }
}

function sayInactive(translation: Translation): void {
  for (const { name, profiles, span } of translation.project.inactive) {
    translation.decide(
      "left-out",
      ["services", name],
      `its profiles are not active: ${profiles.join(", ")}`,
      span,
    );
    translation.note(
      "compose-choice",
      ["services", name],
      `${name} is left out: its profiles (${profiles.join(", ")}) are not active`,
      {
        span,
        hint: `activate ${profiles[0]} to plan it`,
      },
    );
  }
}

function layerOf(translation: Translation, application: string, services: RawMap): ComposeLayer {
  const { resources, parameters } = translation;
  const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> =>
    Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
  const document = {
    application,
    services,
    ...(resources.size === 0 ? {} : { resources: sorted(resources) }),
    ...(parameters.size === 0 ? {} : { parameters: sorted(parameters) as unknown as RawMap }),
  };
  const masked = maskDocument(translation, document);
  const secretSpans = allSecretSpans(translation);
  return {
    document: masked,
    locate: (path) => translation.locate(path),
    decisions: translation.decisions,
    diagnostics: sortDiagnostics(maskTexts(translation, secretSpans)),
    secretSpans,
  };
}
