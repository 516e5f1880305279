import { appendPath, suggest } from "../../diagnostics/index.js";
import type { Sidecar, Volume } from "../container-settings.js";
import type { WrittenMount, WrittenVolume } from "../written.generated.js";
import { maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

type Mounts = NonNullable<Sidecar["volumes"]>;

/** Volumes of a service, and where its own container sees them. */
export function volumes(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, WrittenVolume>>,
): Record<string, Volume> {
  const read = Object.entries(written).map(([name, each]) => {
    const at = appendPath(path, name);
    return [name, typeof each === "string" ? { path: each } : volume(reading, at, each)] as const;
  });
  return checkPaths(reading, path, read);
}

type VolumeMap = Exclude<WrittenVolume, string>;

function volume(reading: Reading, path: string, written: VolumeMap): Volume {
  const { efs, readOnly, owner, directory, iam } = written;
  const about = (keys: readonly (keyof VolumeMap)[]): (keyof VolumeMap)[] =>
    keys.filter((key) => written[key] !== undefined);
  if (efs === undefined) {
    for (const key of about(["owner", "directory", "accessPoint", "iam"])) {
      reading.fail("invalid-value", `${path}.${key}`, `${path} is scratch, which has no ${key}`, {
        hint: "name the file system in efs, or remove it",
      });
    }
    return present({ path: written.path, readOnly });
  }
  if (written.accessPoint !== undefined) {
    for (const key of about(["owner", "directory"])) {
      reading.fail(
        "invalid-value",
        `${path}.${key}`,
        `${path} has an access point, which has its own ${key}`,
        {
          hint: `remove ${key}, or accessPoint to have one made`,
        },
      );
    }
  }
  const accessPoint = maybeExternal(reading, `${path}.accessPoint`, written.accessPoint, "accessPoint");
  return present({ efs, path: written.path, readOnly, owner, directory, accessPoint, iam });
}

/** Volumes of the service in a sidecar. `known` is absent where the service's own have a fault in their form. */
export function mounts(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, WrittenMount>>,
  known: readonly string[] | undefined,
): Mounts {
  for (const name of Object.keys(written)) {
    if (known === undefined || known.includes(name)) continue;
    const meant = suggest(name, known);
    reading.fail("unknown-volume", appendPath(path, name), `there is no volume "${name}"`, {
      reason: "a sidecar mounts volumes that its service declares",
      hint: meant === undefined ? "declare it under volumes of the service" : `did you mean "${meant}"?`,
    });
  }
  return volumes(reading, path, written);
}

function checkPaths<T extends { readonly path: string }>(
  reading: Reading,
  path: string,
  read: readonly (readonly [name: string, volume: T])[],
): Record<string, T> {
  const nameAt = new Map<string, string>();
  for (const [name, volume] of read) {
    const at = plainPath(volume.path);
    const earlier = nameAt.get(at);
    nameAt.set(at, name);
    if (earlier === undefined) continue;
    reading.fail(
      "invalid-value",
      appendPath(path, name),
      `${earlier} and ${name} are both mounted at ${at}`,
      {
        reason: "one of the two would hide the other",
        hint: "choose another path for one of them",
      },
    );
  }
  return Object.fromEntries(read);
}

/** `/data/` and `//data` are `/data`. */
export function plainPath(path: string): string {
  return path.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
}
