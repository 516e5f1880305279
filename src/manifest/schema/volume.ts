import { adviseSlash } from "./container.js";
import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, mapOf, required, text, whole } from "./fields.js";
import { mountPathPattern, resourceNamePattern, volumeNamePattern } from "./patterns.js";

const volumeName = "a name of letters, digits, _ and -, at most 255 characters";
const mountPath = (): Schema => text("an absolute path such as /data", mountPathPattern, adviseMount);

const volume: Schema = define(
  "Volume",
  either(
    "an absolute path such as /data, or a map of efs and path",
    mountPath(),
    block({
      efs: field(
        "Resource of type efs that holds it; scratch that ends with the task when left out.",
        text("the name of a resource of type efs", resourceNamePattern),
        "Shared",
      ),
      path: required("Where the service's own container sees it.", mountPath(), "/data"),
      readOnly: field("Mount it read-only there.", flag()),
      owner: field(
        "User and group that own its files, whatever the container runs as; 1000 when left out.",
        block({
          uid: required("Id of the user.", whole(1, 4_294_967_295), 1000),
          gid: required("Id of the group.", whole(1, 4_294_967_295), 1000),
        }),
      ),
      directory: field(
        "Folder of the file system that is mounted; one of the service's own when left out.",
        text(
          "an absolute path of at most 100 characters such as /shared",
          /^(?=.{2,100}$)(?:\/[^/\s]+){1,4}$/,
          adviseSlash,
        ),
        "/shared",
      ),
      accessPoint: field(
        "Access point that exists already, with its own folder and user.",
        external("accessPoint"),
        "fsap-0a1b2c3d4e5f60718",
      ),
      iam: field("Mount it with the task role; true when left out.", flag()),
    }),
  ),
);

/** Volumes of a service. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html */
export const volumes: Schema = mapOf(volumeNamePattern, volumeName, volume, "a map of names to volumes");

/** Volumes of the service in a sidecar. */
export const mounts: Schema = mapOf(
  volumeNamePattern,
  volumeName,
  define(
    "Mount",
    either(
      "an absolute path such as /data, or a map of path and readOnly",
      mountPath(),
      block({
        path: required("Where the container sees it.", mountPath(), "/data"),
        readOnly: field("Mount it read-only there.", flag()),
      }),
    ),
  ),
  "a map of volumes of the service to where they are mounted",
);

function adviseMount(input: unknown): string | undefined {
  return input === "/" ? "a volume cannot cover the whole file system of a container" : adviseSlash(input);
}
