import type { Raw } from "../../manifest/index.js";
import type { ComposeService } from "../attributes/service.js";
import type { Endpoints } from "./endpoints.js";
import { variableNameOf } from "./manifest-names.js";
import { describeMissing, manifestText } from "./manifest-text.js";
import { fileSecretName, secretFileOf } from "./secret-files.js";
import type { SecretNames } from "./secret-names.js";
import type { Translation } from "./translation.js";
import type { DecidedVariable } from "./variables.js";

export interface PlacedVariables {
  readonly environment: Readonly<Record<string, Raw>>;
  readonly secrets: Readonly<Record<string, Raw>>;
}

export interface PlaceContext {
  readonly translation: Translation;
  readonly endpoints: Endpoints;
  readonly secrets: SecretNames;
  readonly service: ComposeService;
  /** Path of the service, or of the container within one, in the manifest. */
  readonly path: readonly string[];
  readonly connects: Set<string>;
}

/** Every variable of a service in exactly one place, each with a decision. */
export function placeVariables(context: PlaceContext, decided: readonly DecidedVariable[]): PlacedVariables {
  const environment: Record<string, Raw> = {};
  const secrets: Record<string, Raw> = {};
  for (const each of decided) {
    const { name } = each.variable;
    if (each.isOverruled) decideAt(context, each, each.as === "secret" ? "secrets" : "environment");
    else if (each.as === "secret") secrets[name] = placeSecret(context, each);
    else {
      const file = secretFileOf(context.service, each.variable);
      if (file === undefined) environment[name] = placeText(context, each);
      else secrets[file.variable] = placeFile(context, each, file);
    }
  }
  addMountedSecrets(context, environment, secrets);
  return { environment, secrets };
}

function decideAt(
  { translation, path }: PlaceContext,
  { as, variable, reason }: DecidedVariable,
  area: "environment" | "secrets",
): void {
  translation.decide(as, [...path, area, variable.name], reason, variable.span);
}

function placeSecret(context: PlaceContext, each: DecidedVariable): string {
  const { translation, endpoints, service } = context;
  const { variable } = each;
  decideAt(context, each, "secrets");
  const { value } = variable;
  const reference = context.secrets.referenceOf({ service: service.name, variable });
  translation.place(["resources", reference.split("#")[0] ?? ""], variable.span);
  for (const host of value === undefined ? [] : endpoints.find(value.text, variable.name))
    connectTo(context, host.name);
  return `secret:${reference}`;
}

/** The host in a secret is the operator's to write; the connection must be let through all the same. */
function connectTo({ endpoints, connects, service }: PlaceContext, host: string): void {
  const name = endpoints.serviceOf(host);
  const role = name === undefined ? undefined : endpoints.roles.get(name);
  if (name === undefined || name === service.name) return;
  if (role?.as === "service" && endpoints.exposure.get(name)?.kind !== "worker")
    connects.add(endpoints.names.get(name) ?? name);
  else if (role?.as === "bound" && role.resource !== undefined) connects.add(role.resource);
}

function placeText(context: PlaceContext, each: DecidedVariable): string {
  const { translation, endpoints, service, connects, path } = context;
  const { variable } = each;
  decideAt(context, each, "environment");
  const { name, value, span } = variable;
  if (value === undefined)
    return translation.parameter(parameterName(name), describeMissing(name, undefined), span);
  const at = [...path, "environment", name];
  return manifestText(
    translation,
    endpoints,
    { path: at, variable: name, service: service.name, connects },
    value,
  );
}

/** Names of variables of containers may hold dots; those of parameters do not. */
function parameterName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : variableNameOf(name);
}

function placeFile(
  context: PlaceContext,
  { variable }: DecidedVariable,
  file: { readonly secret: string; readonly variable: string },
): string {
  const { translation, path } = context;
  const reason = `a task has no /run/secrets: ${variable.name} becomes ${file.variable} with the secret's value`;
  translation.decide("secret", [...path, "secrets", file.variable], reason, variable.span);
  translation.note("compose-choice", [...path, "secrets", file.variable], reason, {
    span: variable.span,
    reason: "images that take NAME_FILE take NAME as well, as the official ones do",
  });
  return `secret:${fileSecretName(file.secret)}`;
}

/** A mounted secret that no `NAME_FILE` names becomes a variable of its own name. */
function addMountedSecrets(
  { translation, service, path }: PlaceContext,
  environment: object,
  secrets: Record<string, Raw>,
): void {
  for (const { source, span } of service.secrets) {
    const reference = `secret:${fileSecretName(source)}`;
    if (Object.values(secrets).includes(reference)) continue;
    const name = variableNameOf(source);
    if (Object.hasOwn(environment, name) || Object.hasOwn(secrets, name)) continue;
    secrets[name] = reference;
    translation.decide(
      "secret",
      [...path, "secrets", name],
      "it is a secret that Compose mounts as a file",
      span,
    );
    translation.warn(
      "compose-unsupported",
      [...path, "secrets", name],
      `the secret ${source} is no file on Fargate: it is in the variable ${name}`,
      {
        span,
        reason: "a task has no /run/secrets",
        hint: `let the program read ${name}, or write the file in the entrypoint`,
      },
    );
  }
}
