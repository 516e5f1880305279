import type { Variable } from "../attributes/environment.js";
import type { ComposeService } from "../attributes/service.js";
import { validName } from "./manifest-names.js";
import type { Translation } from "./translation.js";

/** Name of the resource that keeps a secret of the compose file. */
export function fileSecretName(source: string): string {
  return validName(source, "secret");
}

/** `DB_PASSWORD_FILE: /run/secrets/db` is the variable `DB_PASSWORD` with the secret `db`. */
export function secretFileOf(
  { secrets }: ComposeService,
  { name, value }: Variable,
): { readonly secret: string; readonly variable: string } | undefined {
  const variable = /^(.+)_FILE$/i.exec(name)?.[1];
  const use = secrets.find(({ target }) => target === value?.text);
  return variable === undefined || use === undefined ? undefined : { secret: use.source, variable };
}

/** Makes a resource of every secret that a service mounts. */
export function addFileSecrets(translation: Translation, services: readonly ComposeService[]): void {
  const { secrets } = translation.project;
  for (const { secrets: uses } of services) {
    for (const { source, span } of uses) {
      const name = fileSecretName(source);
      if (translation.resources.has(name)) continue;
      const origin = secrets.get(source);
      translation.resources.set(name, { type: "secret" });
      translation.place(["resources", name], origin?.span ?? span);
      if (origin !== undefined) continue;
      translation.warn(
        "compose-choice",
        ["resources", name],
        `the secret ${source} is not declared under secrets:`,
        { span },
      );
    }
  }
}
