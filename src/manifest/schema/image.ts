import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, form, required, text } from "./fields.js";
import { digestPattern, imageReferencePattern, imageTagPattern } from "./patterns.js";

const tag = (): Schema =>
  field("Tag of the image.", text("an image tag such as 1.4.2", imageTagPattern), "1.4.2");

const build: Schema = either(
  "a folder, or a map of context and dockerfile",
  text("a folder such as services/api", /\S/),
  block({
    context: required("Folder that is sent to the build.", text("a folder such as services/api", /\S/)),
    dockerfile: field("Path of the Dockerfile within the context.", text("a path such as Dockerfile", /\S/)),
  }),
);

const built: Schema = define(
  "BuiltImage",
  block({ build: required("Folder of the Dockerfile.", build, "services/api"), tag: tag() }),
);

const kept: Schema = define(
  "RepositoryImage",
  block({
    repository: required(
      "Repository that exists already.",
      external("repository"),
      "ssm:/shop/api-repository",
    ),
    tag: tag(),
    digest: field("Digest of the image, instead of a tag.", text("sha256: and 64 hex digits", digestPattern)),
  }),
);

const reference = (): Schema => form("an image such as nginx:1.27", imageReferencePattern);

/** An image that exists already. */
export const pulledImage: Schema = either(
  "an image such as nginx:1.27, or a map with repository",
  reference(),
  kept,
);

export const image: Schema = either(
  "an image such as nginx:1.27, or a map with either build or repository",
  reference(),
  built,
  kept,
);
