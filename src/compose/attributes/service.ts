import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { listOf } from "../source/keyed-list.js";
import type { Entry, Tree } from "../source/tree.js";
import { childOf, isMap, isScalar, spanAt } from "../source/tree.js";
import { AttributeReader } from "./attribute-reader.js";
import type { Build } from "./build.js";
import { readBuild } from "./build.js";
import { readCommand } from "./command.js";
import type { Dependency } from "./depends-on.js";
import { readDependencies } from "./depends-on.js";
import type { Deploy } from "./deploy.js";
import { readDeploy } from "./deploy.js";
import type { EnvFileUse } from "./env-files.js";
import { readEnvFiles } from "./env-files.js";
import type { Variable } from "./environment.js";
import { readEnvironment, readPairs } from "./environment.js";
import type { FileUse } from "./files.js";
import { readFileUses } from "./files.js";
import type { Healthcheck } from "./healthcheck.js";
import { readHealthcheck } from "./healthcheck.js";
import type { HostNames } from "./host-names.js";
import { readHostNames } from "./host-names.js";
import type { Mount } from "./mounts.js";
import { readMounts } from "./mounts.js";
import type { Port } from "./ports.js";
import { readExpose, readPorts } from "./ports.js";
import type { Written } from "./written.js";

/** A service of the merged, interpolated project. */
export interface ComposeService extends HostNames {
  readonly name: string;
  readonly span: SourceSpan;
  /** The service as merged, for the keys that no field stands for. */
  readonly tree: Tree;
  readonly image?: Written;
  readonly build?: Build;
  readonly command?: readonly Written[];
  readonly entrypoint?: readonly Written[];
  /** Of `environment` and of every env file. */
  readonly variables: readonly Variable[];
  readonly envFiles: readonly EnvFileUse[];
  readonly ports: readonly Port[];
  readonly expose: readonly Port[];
  readonly mounts: readonly Mount[];
  readonly configs: readonly FileUse[];
  readonly secrets: readonly FileUse[];
  readonly dependsOn: readonly Dependency[];
  readonly healthcheck?: Healthcheck;
  readonly deploy: Deploy;
  readonly labels: ReadonlyMap<string, Written>;
  readonly profiles: readonly string[];
  readonly user?: Written;
  readonly workingDirectory?: Written;
  readonly platform?: Written;
  readonly restart?: Written;
  readonly init?: boolean;
  readonly readOnly?: boolean;
  readonly stopGraceSeconds?: number;
  readonly nofile?: { readonly soft: number; readonly hard: number };
}

/** A service as typed fields; undefined when it is no map. Variables of env files are added by who reads files. */
export function readService(
  name: string,
  { key, value }: Entry,
  diagnostics: Diagnostic[],
): ComposeService | undefined {
  const reader = new AttributeReader(value, ["services", name], diagnostics);
  if (!isMap(value)) return reader.wrong(name, { key, value }, "a map");
  const read = {
    image: reader.text("image"),
    build: readBuild(reader),
    command: readCommand(reader, "command"),
    entrypoint: readCommand(reader, "entrypoint"),
    healthcheck: readHealthcheck(reader),
    user: reader.known("user"),
    workingDirectory: reader.known("working_dir"),
    platform: reader.known("platform"),
    restart: reader.known("restart"),
    init: reader.flag("init"),
    readOnly: reader.flag("read_only"),
    stopGraceSeconds: reader.seconds("stop_grace_period"),
    nofile: readNofile(reader),
  };
  const written = Object.fromEntries(Object.entries(read).filter(([, each]) => each !== undefined));
  return {
    ...(written as Partial<ComposeService>),
    name,
    span: spanAt(key),
    tree: value,
    variables: readEnvironment(reader),
    envFiles: readEnvFiles(reader),
    ports: readPorts(reader),
    expose: readExpose(reader),
    mounts: readMounts(reader),
    configs: readFileUses(reader, "configs"),
    secrets: readFileUses(reader, "secrets"),
    dependsOn: readDependencies(reader),
    deploy: readDeploy(reader),
    labels: new Map([...readPairs(reader, "labels"), ...readPairs(reader.below("deploy"), "labels")]),
    profiles: readProfiles(value),
    ...readHostNames(reader),
  };
}

export function readProfiles(service: Tree): readonly string[] {
  return listOf(childOf(service, "profiles")).flatMap((item) => (isScalar(item) ? [item.text] : []));
}

/** `nofile: 65536` or `{ soft, hard }`: the one limit that Fargate lets a task set. */
function readNofile(reader: AttributeReader): ComposeService["nofile"] {
  const ulimits = reader.below("ulimits");
  const entry = ulimits.entry("nofile");
  if (entry === undefined) return undefined;
  if (isScalar(entry.value)) {
    const both = ulimits.whole("nofile");
    return both === undefined ? undefined : { soft: both, hard: both };
  }
  const limits = ulimits.below("nofile");
  const [soft, hard] = [limits.whole("soft"), limits.whole("hard")];
  const [least, most] = [soft ?? hard, hard ?? soft];
  return least === undefined || most === undefined ? undefined : { soft: least, hard: most };
}
