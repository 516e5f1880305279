import type { Environment } from "aws-cdk-lib";
import type { ManifestSource, WrittenManifest, WrittenOverCompose } from "../manifest/index.js";
import type { LongshoreImports } from "./imports.js";

/** What `Longshore` and `LongshoreStacks` both take. */
export interface ManifestProps {
  /**
   * Path of a `longshore.yaml` as seen from the working directory, the object that `defineManifest` gives, or a text
   * with the name of its file.
   */
  readonly manifest: string | WrittenManifest | WrittenOverCompose | ManifestSource;
  /** The environment to plan, as `-e` of the command line. */
  readonly environment?: string;
  /** Profiles of the compose files that are active; `*` is all. Variables of the files come from the environment of the process. */
  readonly composeProfiles?: readonly string[];
  /** Values for `${variables.NAME}`, in place of the manifest's own. Tokens may stand in them. */
  readonly variables?: Readonly<Record<string, string | number | boolean>>;
  /** Values of parameters that are given at deploy time otherwise: `ApiImageTag`, or a name of `parameters:`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Constructs of the app in place of what Longshore would make. */
  readonly imports?: LongshoreImports;
}

export interface LongshoreProps extends ManifestProps {
  /** False gives resources ids of CDK's making, so that a stack may hold several; true when left out. */
  readonly preserveLogicalIds?: boolean;
}

export interface LongshoreStacksProps extends ManifestProps {
  /** Account and region of the stacks; the region is that of the manifest when left out. */
  readonly env?: Environment;
}
