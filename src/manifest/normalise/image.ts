import type { Image } from "../manifest.js";
import { imageReferencePattern } from "../schema/patterns.js";
import type { WrittenBuiltImage, WrittenRepositoryImage, WrittenService } from "../written.generated.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

export function image(reading: Reading, path: string, written: WrittenService["image"]): Image | undefined {
  if (typeof written === "string") return reference(reading, path, written);
  return "build" in written ? built(written) : kept(reading, path, written);
}

function reference(reading: Reading, path: string, written: string): Image | undefined {
  if (written.length <= 512 && imageReferencePattern.test(written))
    return { from: "reference", reference: written };
  return reading.fail(
    "invalid-value",
    path,
    `${path} is not an image: ${JSON.stringify(written.slice(0, 60))}`,
    {
      hint: adviseImage(written),
    },
  );
}

function adviseImage(written: string): string {
  if (/^\.{0,2}\//.test(written) || written === "." || written === "..")
    return `to build a folder write { build: ${written} }`;
  if (/^https?:\/\//.test(written)) return "leave out https://";
  if (/^(?:ssm|export):/.test(written))
    return `for a repository of another owner write { repository: ${written} }`;
  if (/[A-Z]/.test(written.replace(/[:@].*$/, ""))) return "names of repositories are in lower case";
  return "write it as nginx:1.27 or registry.example.com/team/api:1.4.2";
}

function built({ build, tag }: WrittenBuiltImage): Image {
  const { context, dockerfile = undefined } = typeof build === "string" ? { context: build } : build;
  return present({ from: "build" as const, context, dockerfile, tag });
}

function kept(reading: Reading, path: string, written: WrittenRepositoryImage): Image | undefined {
  const { tag, digest } = written;
  if (tag !== undefined && digest !== undefined) {
    return reading.fail("invalid-value", path, `${path} has both a tag and a digest`, {
      reason: "a digest already names one image exactly",
      hint: "remove one of the two",
    });
  }
  const uri = external(reading, `${path}.repository`, written.repository, "repository");
  return uri === undefined ? undefined : present({ from: "repository" as const, uri, tag, digest });
}
