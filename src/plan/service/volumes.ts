import { suggest } from "../../diagnostics/index.js";
import type { Volume } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { type Resource, referTo } from "../resource.js";
import type { TaskVolume } from "../resources/compute.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { AccessPoint } from "../resources/storage.js";
import { arn, join, type Value } from "../value.js";
import type { Workload } from "./workload.js";

export interface VolumesPart {
  readonly resources: readonly Resource[];
  readonly volumes: readonly TaskVolume[];
  /** What the task role needs to mount them. */
  readonly statements: readonly PolicyStatement[];
  /** File systems that the tasks must reach, by name of the resource. */
  readonly fileSystems: readonly string[];
}

export const noVolumes: VolumesPart = { resources: [], volumes: [], statements: [], fileSystems: [] };

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html */
export function planVolumes(context: ResolveContext, facts: Workload, data: DataPart): VolumesPart {
  const resources: Resource[] = [];
  const volumes: TaskVolume[] = [];
  const statements: PolicyStatement[] = [];
  const fileSystems = new Set<string>();
  for (const [name, volume] of Object.entries(facts.settings.volumes ?? {}).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const path = `${facts.origin}.volumes.${name}`;
    if (volume.efs === undefined) volumes.push({ name });
    else {
      const handle = data.handles.get(volume.efs);
      if (handle?.type !== "efs") {
        reportNoFileSystem(context, data, path, volume.efs);
        continue;
      }
      const point = planPoint(context, facts, name, { volume, fileSystem: handle.fileSystem });
      const iam = volume.iam ?? true;
      resources.push(...point.resources);
      volumes.push({ name, efs: { fileSystem: handle.fileSystem, accessPoint: point.id, iam } });
      if (iam) statements.push(mountStatement(name, handle.arn, point.arn, isReadOnly(facts, name, volume)));
      fileSystems.add(volume.efs);
    }
  }
  return { resources, volumes, statements, fileSystems: [...fileSystems].sort() };
}

interface Mounted {
  readonly volume: Volume;
  readonly fileSystem: Value<string>;
}

/** The access point that the manifest names, or one that is made. */
function planPoint(
  context: ResolveContext,
  facts: Workload,
  name: string,
  mounted: Mounted,
): { readonly resources: readonly Resource[]; readonly id: Value<string>; readonly arn: Value<string> } {
  const { accessPoint } = mounted.volume;
  if (accessPoint !== undefined) {
    const id = external(accessPoint);
    return { resources: [], id, arn: arn("elasticfilesystem", join("access-point/", id)) };
  }
  const made = planAccessPoint(context, facts, name, mounted);
  return { resources: [made], id: referTo(made, "id"), arn: referTo(made, "arn") };
}

/** The task role is that of all containers: one that writes is enough. */
function isReadOnly({ settings }: Workload, name: string, volume: Volume): boolean {
  const mounts = Object.values(settings.containers ?? {}).flatMap(({ volumes = {} }) => volumes[name] ?? []);
  return volume.readOnly === true && mounts.every(({ readOnly }) => readOnly === true);
}

/** A folder of its own for each service and volume; the user is the access point's, whatever the image runs as. */
function planAccessPoint(
  context: ResolveContext,
  facts: Workload,
  name: string,
  { volume, fileSystem }: Mounted,
): AccessPoint {
  const { uid, gid } = volume.owner ?? { uid: 1000, gid: 1000 };
  return {
    id: `${facts.id}/access-point-${name}`,
    kind: "AccessPoint",
    origin: `${facts.origin}.volumes.${name}`,
    fileSystem,
    path: volume.directory ?? `/${facts.name}/${name}`,
    userId: uid,
    groupId: gid,
    permissions: "0755",
    tags: context.tags({ name: `${context.prefix}-${facts.name}-${name}`, ...facts.owner }),
  };
}

/** https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function mountStatement(
  name: string,
  fileSystemArn: Value<string>,
  accessPointArn: Value<string>,
  readOnly: boolean,
): PolicyStatement {
  const mount = "elasticfilesystem:ClientMount";
  return {
    sid: `Mount${name.replace(/[^A-Za-z0-9]/g, "")}`,
    effect: "Allow",
    actions: readOnly ? [mount] : [mount, "elasticfilesystem:ClientWrite"],
    resources: [fileSystemArn],
    conditions: [
      {
        operator: "StringEquals",
        key: "elasticfilesystem:AccessPointArn",
        values: [accessPointArn],
      },
    ],
  };
}

function reportNoFileSystem(context: ResolveContext, data: DataPart, path: string, wanted: string): void {
  const names = [...data.handles].filter(([, handle]) => handle.type === "efs").map(([name]) => name);
  const meant = suggest(wanted, names);
  context.report({
    code: "unknown-service",
    severity: "error",
    path: `${path}.efs`,
    message: `${path} is on "${wanted}", which is no file system of the manifest`,
    hint: meant === undefined ? `add resources.${wanted}: { type: efs }` : `did you mean "${meant}"?`,
  });
}
