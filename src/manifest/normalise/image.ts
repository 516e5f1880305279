import type { Image, Sidecar } from "../manifest.js";
import { imageReferencePattern } from "../schema/patterns.js";
import type {
  WrittenBuiltImage,
  WrittenRepositoryImage,
  WrittenService,
  WrittenSidecar,
} from "../written.generated.js";
import { external } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

export function image(reading: Reading, path: string, written: WrittenService["image"]): Image | undefined {
  if (typeof written === "string") return reference(reading, path, written, adviseBuild(written));
  return "build" in written ? built(written) : kept(reading, path, written);
}

/** An image that exists already. */
export function pulledImage(
  reading: Reading,
  path: string,
  written: WrittenSidecar["image"],
): Sidecar["image"] | undefined {
  return typeof written === "string" ? reference(reading, path, written) : kept(reading, path, written);
}

function reference(
  reading: Reading,
  path: string,
  written: string,
  hint: string = adviseImage(written),
): Sidecar["image"] | undefined {
  if (written.length <= 512 && imageReferencePattern.test(written))
    return { from: "reference", reference: written };
  return reading.fail(
    "invalid-value",
    path,
    `${path} is not an image: ${JSON.stringify(written.slice(0, 60))}`,
    { hint },
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

function built({ build, tag }: WrittenBuiltImage): Image {
  const { context, dockerfile = undefined } = typeof build === "string" ? { context: build } : build;
  return present({ from: "build" as const, context, dockerfile, tag });
}

function kept(reading: Reading, path: string, written: WrittenRepositoryImage): Sidecar["image"] | undefined {
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
