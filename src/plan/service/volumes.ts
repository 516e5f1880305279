import { suggest } from "../../diagnostics/index.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { type Resource, referTo } from "../resource.js";
import type { TaskVolume } from "../resources/compute.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { AccessPoint } from "../resources/storage.js";
import type { Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";

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
export function planVolumes(context: ResolveContext, facts: ServiceFacts, data: DataPart): VolumesPart {
  const resources: Resource[] = [];
  const volumes: TaskVolume[] = [];
  const statements: PolicyStatement[] = [];
  const fileSystems = new Set<string>();
  for (const [name, volume] of Object.entries(facts.service.volumes ?? {}).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const path = `${facts.origin}.volumes.${name}`;
    if (volume.efs === undefined) volumes.push({ name });
    else {
      const handle = data.handles.get(volume.efs);
      if (handle?.fileSystem === undefined || handle.arn === undefined) {
        reportNoFileSystem(context, data, path, volume.efs);
        continue;
      }
      const accessPoint = planAccessPoint(context, facts, name, path, handle.fileSystem);
      resources.push(accessPoint);
      volumes.push({ name, efs: { fileSystem: handle.fileSystem, accessPoint: referTo(accessPoint, "id") } });
      statements.push(mountStatement(name, handle.arn, accessPoint, volume.readOnly ?? false));
      fileSystems.add(volume.efs);
    }
  }
  return { resources, volumes, statements, fileSystems: [...fileSystems].sort() };
}

/** A folder of its own for each service and volume; the user is the access point's, whatever the image runs as. */
function planAccessPoint(
  context: ResolveContext,
  facts: ServiceFacts,
  name: string,
  origin: string,
  fileSystem: Value<string>,
): AccessPoint {
  return {
    id: `service/${facts.name}/access-point-${name}`,
    kind: "AccessPoint",
    origin,
    fileSystem,
    path: `/${facts.name}/${name}`,
    userId: 1000,
    groupId: 1000,
    permissions: "0755",
    tags: context.tags({ name: `${context.prefix}-${facts.name}-${name}`, service: facts.name }),
  };
}

/** https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function mountStatement(
  name: string,
  fileSystemArn: Value<string>,
  accessPoint: AccessPoint,
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
        values: [referTo(accessPoint, "arn")],
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
