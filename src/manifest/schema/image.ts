import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, form, list, mapOf, oneOf, required, text } from "./fields.js";
import {
  digestPattern,
  imageReferencePattern,
  imageTagPattern,
  namePattern,
  variableNamePattern,
} from "./patterns.js";
import { scalar } from "./values.js";

const tag = (): Schema =>
  field("Tag of the image.", text("an image tag such as 1.4.2", imageTagPattern), "1.4.2");

/** What `docker buildx build` is given. https://docs.docker.com/reference/cli/docker/buildx/build/ */
const build: Schema = either(
  "a folder, or a map of context and dockerfile",
  text("a folder such as services/api", /\S/),
  block({
    context: required("Folder that is sent to the build.", text("a folder such as services/api", /\S/)),
    dockerfile: field("Path of the Dockerfile within the context.", text("a path such as Dockerfile", /\S/)),
    target: field(
      "Stage of the Dockerfile that becomes the image; the last one when left out.",
      text("the name of a stage such as run", /^[A-Za-z0-9][A-Za-z0-9_.-]*$/),
      "run",
    ),
    args: field(
      "Values for ARG of the Dockerfile. They stay readable in the image: no place for a secret.",
      mapOf(
        variableNamePattern,
        "the name of an ARG such as NODE_VERSION",
        scalar(),
        "a map of names to values",
      ),
      { NODE_VERSION: "24" },
    ),
    cacheFrom: field(
      "Images or caches whose layers the build may take over.",
      list(text("an image, or a cache such as type=gha", /^\S+$/), "a list of images or caches", 1),
      ["type=gha"],
    ),
  }),
);

const built: Schema = define(
  "BuiltImage",
  block({
    build: required("Folder of the Dockerfile.", build, "services/api"),
    tag: tag(),
    releasedBy: field(
      "deploy: who deploys names the tag. outside: a pipeline registers task definitions of its own, and Terraform keeps the image that it finds.",
      oneOf("deploy", "outside"),
    ),
  }),
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
    architecture: field(
      "Processor that the image is built for, where it is one alone; checked against that of the task.",
      oneOf("x86_64", "arm64"),
    ),
    credentials: field(
      "Secret with the username and password of a private registry that is not ECR.",
      form("secret:name or the ARN of a secret", /^(?:secret:|arn:aws[a-z-]*:secretsmanager:)/),
      "secret:hub",
    ),
  }),
);

const shared: Schema = define(
  "SharedImage",
  block({
    from: required(
      "Service or job whose image it is: built once, with one repository and one tag for all.",
      text("the name of a service or job", namePattern),
      "api",
    ),
  }),
);

export const image: Schema = either(
  "an image such as nginx:1.27, or a map with build, repository or from",
  form("an image such as nginx:1.27", imageReferencePattern),
  built,
  kept,
  shared,
);
