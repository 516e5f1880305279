import { Tokenization } from "aws-cdk-lib";
import { type Diagnostic, error, suggest } from "../diagnostics/index.js";
import type { Raw, RawMap } from "../manifest/index.js";
import { Given, isToken, literal } from "./given.js";
import { layCluster } from "./layers/cluster.js";
import { layIngress } from "./layers/ingress.js";
import { layNetwork } from "./layers/network.js";
import { layResources, type WrittenResource } from "./layers/resources.js";
import { layWorkloads, type WorkloadNames } from "./layers/workloads.js";
import type { ManifestProps } from "./props.js";

/** What an app lays over the manifest, and what fills the parameters that come with it. */
export interface Layer {
  /** In the words of a manifest. */
  readonly tree: RawMap;
  readonly fillings: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The constructs and values of an app in the words of a manifest. */
export function layerOf(props: ManifestProps, stacks: "single" | "layered", written: WrittenNames): Layer {
  const { imports = {}, variables = {} } = props;
  const given = new Given();
  const diagnostics: Diagnostic[] = [];
  const sections: Record<string, Raw | undefined> = {
    network: layNetwork(imports, given, diagnostics),
    cluster: layCluster(imports, given, diagnostics),
    ingress: layIngress(imports, given, written.ingresses, diagnostics),
    ...layWorkloads(imports, given, written, diagnostics),
    resources: layResources(imports, given, written.resources, diagnostics),
    variables: layVariables(variables, given, written.variables, diagnostics),
  };
  const parameters = given.declarations();
  const present = Object.entries(sections).filter((entry): entry is [string, Raw] => entry[1] !== undefined);
  return {
    tree: {
      stacks,
      ...Object.fromEntries(present),
      ...(Object.keys(parameters).length > 0 && { parameters }),
    },
    fillings: given.fillings(),
    diagnostics,
  };
}

/** The names that a manifest declares, for checking those that the app uses. */
export interface WrittenNames extends WorkloadNames {
  /** Of several load balancers; none where there is one. */
  readonly ingresses: readonly string[];
  readonly resources: ReadonlyMap<string, WrittenResource>;
  /** Declared, or referred to. */
  readonly variables: readonly string[];
}

function layVariables(
  variables: NonNullable<ManifestProps["variables"]>,
  given: Given,
  known: readonly string[],
  diagnostics: Diagnostic[],
): RawMap | undefined {
  const laid: Record<string, Raw> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (!known.includes(name)) {
      const meant = suggest(name, known);
      diagnostics.push(
        error(
          "unknown-reference",
          "",
          `variables.${name} is given by the app, and the manifest has no such variable`,
          {
            hint:
              meant === undefined
                ? `use it in the manifest as \${variables.${name}}, or remove it`
                : `did you mean "${meant}"?`,
          },
        ),
      );
    }
    // A text always: a number in its place would be read as the manifest writes it.
    laid[name] = isToken(value)
      ? given.refer(`Variable-${name}`, textOf(value), `Value of variables.${name}`)
      : literal(String(value));
  }
  return Object.keys(laid).length === 0 ? undefined : laid;
}

function textOf(value: string | number | boolean): string {
  return typeof value === "number" ? Tokenization.stringifyNumber(value) : String(value);
}
