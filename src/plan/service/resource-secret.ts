import { suggest } from "../../diagnostics/index.js";
import type { SecretSource } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import type { Value } from "../value.js";

/** A secret of Secrets Manager, with the KMS key that encrypts it where that is one of the manifest. */
export interface KeptSecret {
  readonly arn: Value<string>;
  /** Stands for the ARN in a policy, where only the start of the ARN is known. */
  readonly arnPattern?: Value<string>;
  readonly key?: Value<string>;
}

/**
 * `resource:Db#password`, of the secret that RDS makes for a database, or `resource:Token`, a secret of the manifest.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
export function secretOfResource(
  context: ResolveContext,
  data: DataPart,
  { name, jsonKey }: Extract<SecretSource, { from: "resource" }>,
  path: string,
): KeptSecret | undefined {
  const fail = (message: string, hint: string): undefined => {
    context.report({ code: "secret-unknown", severity: "error", path, message, hint });
    return undefined;
  };
  const handle = data.handles.get(name);
  if (handle === undefined) {
    const names = [...data.handles.keys()];
    const meant = suggest(name, names);
    return fail(
      `${path} is a secret of "${name}", which is not a resource of the manifest`,
      meant === undefined ? `add resources.${name}` : `did you mean "${meant}"?`,
    );
  }
  if (handle.type === "secret") return handle;
  const secret = "secret" in handle ? handle.secret : undefined;
  if (secret === undefined) {
    const imported = context.manifest.resources[name];
    return handle.type === "postgres" && imported?.type === "postgres" && imported.import !== undefined
      ? fail(
          `${path}: the password of ${name} is its owner's, who made the database`,
          "write where it is kept: secret:name#password, or ssm:/path",
        )
      : fail(
          `${path} is a secret of ${name}, a ${handle.type} resource, which keeps none`,
          "a postgres that is made here keeps username and password; a secret keeps what its owner writes",
        );
  }
  if (jsonKey !== undefined && secret.jsonKeys.includes(jsonKey)) return secret;
  const known = secret.jsonKeys.join(" and ");
  return fail(
    jsonKey === undefined
      ? `${path} names no key of the secret of ${name}`
      : `the secret of ${name} has no key "${jsonKey}"`,
    `its keys are ${known}: write resource:${name}#password`,
  );
}
