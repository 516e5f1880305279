import { appendPath } from "../../diagnostics/index.js";
import type { SecretSource, SecretVersion } from "../container-settings.js";
import { resourceNamePattern, ssmPathPattern } from "../schema/patterns.js";
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
    if (isTwice(written)) refuseTwice(reading, at);
    else if (source === undefined) refuse(reading, at);
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

/** Where a secret is kept; undefined when the text names no such place. */
export function secretSource(written: string): SecretSource | undefined {
  if (written.startsWith("ssm:")) {
    const path = written.slice("ssm:".length);
    return ssmPathPattern.test(path) ? { from: "ssm", path } : undefined;
  }
  if (parameterArn.test(written)) return { from: "ssm-arn", arn: written };
  const [whole = "", query, ...more] = written.split("?");
  const version = query === undefined ? {} : versionOf(query);
  if (version === undefined || more.length > 0) return undefined;
  const [place = "", jsonKey, ...rest] = whole.split("#");
  if (rest.length > 0 || (jsonKey !== undefined && !jsonKeyPattern.test(jsonKey))) return undefined;
  const key = { ...(jsonKey !== undefined && { jsonKey }), ...version };
  if (secretArn.test(place)) return { from: "secrets-manager-arn", arn: place, ...key };
  if (place.startsWith("resource:")) {
    const name = place.slice("resource:".length);
    return resourceNamePattern.test(name) ? { from: "resource", name, ...key } : undefined;
  }
  const name = place.slice("secret:".length);
  return place.startsWith("secret:") && secretName.test(name)
    ? { from: "secrets-manager", name, ...key }
    : undefined;
}

/** `stage=AWSPREVIOUS` or `version=<id>`. https://docs.aws.amazon.com/secretsmanager/latest/userguide/getting-started.html#term_version */
function versionOf(query: string): SecretVersion | undefined {
  const [, kind, value = ""] = /^(stage|version)=([^\s:&=]{1,256})$/.exec(query) ?? [];
  if (kind === undefined) return undefined;
  return kind === "stage" ? { stage: value } : { versionId: value };
}

function isTwice(written: string): boolean {
  const query = written.slice(written.indexOf("?"));
  return written.includes("?") && /[?&]stage=/.test(query) && /[?&]version=/.test(query);
}

function refuseTwice(reading: Reading, path: string): void {
  reading.fail("invalid-value", path, `${path} has both a stage and a version`, {
    reason: "a version already names one value exactly, and ECS takes one of the two",
    hint: "keep ?stage= or ?version=",
    sensitive: true,
  });
}

function refuse(reading: Reading, path: string): void {
  reading.fail("secret-looks-like-value", path, `${path} does not say where the secret is kept`, {
    reason: "a secret in the manifest would be readable in the repository, the template and the console",
    hint: "write secret:name, secret:name#jsonKey, secret:name#jsonKey?stage=AWSPREVIOUS, resource:Name#jsonKey, ssm:/path, or the ARN of a secret or parameter",
    sensitive: true,
  });
}
