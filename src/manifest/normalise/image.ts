import { appendPath } from "../../diagnostics/index.js";
import type { Image } from "../container-settings.js";
import { imageReferencePattern } from "../schema/patterns.js";
import type { WrittenBuiltImage, WrittenRepositoryImage, WrittenService } from "../written.generated.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { secretSource } from "./secrets.js";

/** The image of a service, a job or a sidecar. */
export function image(reading: Reading, path: string, written: WrittenService["image"]): Image | undefined {
  if (typeof written === "string") return reference(reading, path, written);
  if ("build" in written) return built(reading, path, written);
  return "from" in written ? { from: "workload", name: written.from } : kept(reading, path, written);
}

function reference(reading: Reading, path: string, written: string): Image | undefined {
  if (written.length <= 512 && imageReferencePattern.test(written))
    return { from: "reference", reference: written };
  return reading.fail(
    "invalid-value",
    path,
    `${path} is not an image: ${JSON.stringify(written.slice(0, 60))}`,
    { hint: adviseBuild(written) ?? adviseImage(written) },
  );
}

function adviseBuild(written: string): string | undefined {
  const isFolder = /^\.{0,2}\//.test(written) || written === "." || written === "..";
  return isFolder ? `to build a folder write { build: ${written} }` : undefined;
}

function adviseImage(written: string): string {
  if (/^https?:\/\//.test(written)) return "leave out https://";
  if (/^(?:ssm|export):/.test(written))
    return `for a repository of another owner write { repository: ${written} }`;
  if (/[A-Z]/.test(written.replace(/[:@].*$/, ""))) return "names of repositories are in lower case";
  return "write it as nginx:1.27 or registry.example.com/team/api:1.4.2";
}

function built(reading: Reading, path: string, written: WrittenBuiltImage): Image | undefined {
  const { build, tag, releasedBy } = written;
  if (tag !== undefined && releasedBy === "outside") {
    return reading.fail("invalid-value", `${path}.tag`, `${path} has a tag, and is released outside`, {
      reason: "who releases an image names its tag, and a tag here would bring back an old one",
      hint: "remove the tag, or releasedBy",
    });
  }
  const settings = typeof build === "string" ? { context: build } : build;
  const { context, dockerfile, target, args, cacheFrom } = settings as Exclude<typeof build, string>;
  return present({
    from: "build" as const,
    context,
    dockerfile,
    target,
    args: ifWritten(args, (values) => argumentsOf(reading, `${path}.build.args`, values)),
    cacheFrom,
    tag,
    releasedBy,
  });
}

/** Exactly as written: `1.10` stays `1.10`. */
function argumentsOf(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, string | number | boolean>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [
      name,
      typeof value === "string" ? value : (reading.written(appendPath(path, name)) ?? String(value)),
    ]),
  );
}

function kept(reading: Reading, path: string, written: WrittenRepositoryImage): Image | undefined {
  const { tag, digest, architecture } = written;
  if (tag !== undefined && digest !== undefined) {
    return reading.fail("invalid-value", path, `${path} has both a tag and a digest`, {
      reason: "a digest already names one image exactly",
      hint: "remove one of the two",
    });
  }
  const uri = external(reading, `${path}.repository`, written.repository, "repository");
  const credentials = ifWritten(written.credentials, (text) =>
    credentialsOf(reading, path, text, written.repository),
  );
  if (uri === undefined) return undefined;
  return present({ from: "repository" as const, uri, tag, digest, architecture, credentials });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html */
function credentialsOf(
  reading: Reading,
  path: string,
  written: string,
  repository: string,
): Extract<Image, { from: "repository" }>["credentials"] {
  const at = `${path}.credentials`;
  if (/^\d{12}\.dkr\.ecr\./.test(repository)) {
    return reading.fail("invalid-value", at, `${path} is in ECR, which takes no username and password`, {
      reason: "tasks pull from ECR with their execution role",
      hint: "remove credentials; the owner of the repository must let this account pull",
    });
  }
  const source = secretSource(written);
  const isWhole =
    (source?.from === "secrets-manager" || source?.from === "secrets-manager-arn") &&
    source.jsonKey === undefined &&
    source.stage === undefined &&
    source.versionId === undefined;
  if (isWhole) return source;
  return reading.fail("invalid-value", at, `${at} must be a whole secret of Secrets Manager`, {
    reason: 'ECS reads {"username": ..., "password": ...} from it',
    hint: "write secret:name or the ARN of the secret",
  });
}
