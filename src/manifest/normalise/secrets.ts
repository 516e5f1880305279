import { appendPath } from "../../diagnostics/index.js";
import type { SecretSource } from "../manifest.js";
import { ssmPathPattern } from "../schema/patterns.js";
import type { WrittenService } from "../written.generated.js";
import type { Reading } from "./reading.js";

/** Names of variables to where their values are kept. A written value is never shown. */
export function secrets(
  reading: Reading,
  path: string,
  { secrets = {}, environment = {} }: Pick<WrittenService, "secrets" | "environment">,
): Record<string, SecretSource> {
  const sources: Record<string, SecretSource> = {};
  for (const [name, written] of Object.entries(secrets)) {
    const at = appendPath(path, name);
    const source = secretSource(written);
    if (source === undefined) refuse(reading, at);
    else sources[name] = source;
    if (Object.hasOwn(environment, name)) {
      reading.fail("invalid-value", at, `${name} is in both environment and secrets`, {
        reason: "ECS refuses a task definition that sets a variable twice",
        hint: "remove one of the two",
      });
    }
  }
  return sources;
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
const secretName = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
const jsonKeyPattern = /^[^\s:#]{1,255}$/;
const secretArn = /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+$/;
const parameterArn = /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/[A-Za-z0-9_./-]+$/;

function secretSource(written: string): SecretSource | undefined {
  if (written.startsWith("ssm:")) {
    const path = written.slice("ssm:".length);
    return ssmPathPattern.test(path) ? { from: "ssm", path } : undefined;
  }
  if (parameterArn.test(written)) return { from: "ssm-arn", arn: written };
  const [place = "", jsonKey, ...rest] = written.split("#");
  if (rest.length > 0 || (jsonKey !== undefined && !jsonKeyPattern.test(jsonKey))) return undefined;
  const key = jsonKey === undefined ? {} : { jsonKey };
  if (secretArn.test(place)) return { from: "secrets-manager-arn", arn: place, ...key };
  const name = place.slice("secret:".length);
  return place.startsWith("secret:") && secretName.test(name)
    ? { from: "secrets-manager", name, ...key }
    : undefined;
}

function refuse(reading: Reading, path: string): void {
  reading.fail("secret-looks-like-value", path, `${path} does not say where the secret is kept`, {
    reason: "a secret in the manifest would be readable in the repository, the template and the console",
    hint: "write secret:name, secret:name#jsonKey, ssm:/path, or the ARN of a secret or parameter",
    sensitive: true,
  });
}
