import type { Parameter, Plan } from "../plan/plan.js";
import type { PseudoValue } from "../plan/value.js";
import { call, type Expression, traversal } from "./hcl/tree.js";
import { createTaken, identifier } from "./identifier.js";
import type { Names } from "./names.js";
import { TerraformRenderError } from "./render-error.js";

/** What the module takes from outside; only what was asked for is declared. */
export interface Inputs {
  readonly pseudo: (name: PseudoValue["pseudo"]) => Expression;
  readonly zones: () => Expression;
  readonly parameter: (name: string) => Expression;
  readonly ssm: (path: string) => Expression;
  readonly stackExport: (name: string) => Expression;
  /** Text of a secret, by its name or ARN; the words tell data sources apart for a reader. */
  readonly secret: (id: Expression, words: string) => Expression;
  /** Image of a container in the latest task definition of its family, read where the variable has no value. */
  readonly releasedImage: (released: ReleasedImage) => Expression;
  readonly asked: AskedInputs;
}

export interface ReleasedImage {
  readonly family: Expression;
  readonly container: string;
  readonly variable: Expression;
}

export interface AskedInputs {
  readonly pseudos: ReadonlySet<PseudoValue["pseudo"]>;
  readonly isZonesAsked: () => boolean;
  readonly variables: readonly { readonly name: string; readonly parameter: Parameter }[];
  /** Labels of the data sources by path or name. */
  readonly ssm: ReadonlyMap<string, string>;
  readonly stackExports: ReadonlyMap<string, string>;
  /** Names or ARNs by label. */
  readonly secrets: ReadonlyMap<string, Expression>;
  /** By label. */
  readonly releasedImages: ReadonlyMap<string, ReleasedImage>;
}

export function createInputs(plan: Plan, names: Names): Inputs {
  const pseudos = new Set<PseudoValue["pseudo"]>();
  let zonesAsked = false;
  const variables = nameVariables(plan);
  const byParameter = new Map(variables.map(({ name, parameter }) => [parameter.name, name]));
  const ssm = labelled((path) => (path.startsWith(names.ownPath) ? path.slice(names.ownPath.length) : path));
  const stackExports = labelled((name) => name);
  const secretIds = new Map<string, Expression>();
  const secretLabels = labelled((key) => key.slice(0, key.indexOf(" ")));
  const released = new Map<string, ReleasedImage>();
  const releasedLabels = labelled((key) => key.slice(0, key.indexOf(" ")));
  return {
    pseudo: (name) => {
      pseudos.add(name);
      return traversal(`local.${pseudoLocals[name]}`);
    },
    zones: () => {
      zonesAsked = true;
      return traversal("data.aws_availability_zones.available", "names");
    },
    parameter: (name) => {
      const variable = byParameter.get(name);
      if (variable === undefined) throw new TerraformRenderError("unknown-parameter", name);
      return traversal(`var.${variable}`);
    },
    // Not `value`, which is sensitive and would hide every plan that uses it; a SecureString has no such value.
    ssm: (path) => traversal(`data.aws_ssm_parameter.${ssm.labelOf(path)}`, "insecure_value"),
    stackExport: (name) => traversal(`data.aws_cloudformation_export.${stackExports.labelOf(name)}`, "value"),
    secret: (id, words) => {
      const label = secretLabels.labelOf(`${words} ${JSON.stringify(id)}`);
      secretIds.set(label, id);
      return traversal(`data.aws_secretsmanager_secret_version.${label}`, "secret_string");
    },
    releasedImage: (image) => {
      const label = releasedLabels.labelOf(`${image.container} ${JSON.stringify(image.family)}`);
      released.set(label, image);
      const images: Expression = {
        kind: "index",
        of: traversal(`data.aws_ecs_container_definition.${label}`),
        at: "*",
        attribute: "image",
      };
      return call("one", images);
    },
    asked: {
      releasedImages: released,
      pseudos,
      isZonesAsked: () => zonesAsked,
      variables,
      ssm: ssm.labels,
      stackExports: stackExports.labels,
      secrets: secretIds,
    },
  };
}

/** Local values with the names by which people know them. */
export const pseudoLocals: Readonly<Record<PseudoValue["pseudo"], string>> = {
  accountId: "account_id",
  region: "region",
  partition: "partition",
  urlSuffix: "dns_suffix",
};

/** Two stacks may ask for the same parameter; it is one variable. */
function nameVariables(plan: Plan): readonly { readonly name: string; readonly parameter: Parameter }[] {
  const parameters = new Map<string, Parameter>();
  for (const parameter of plan.stacks.flatMap((stack) => stack.parameters)) {
    if (!parameters.has(parameter.name)) parameters.set(parameter.name, parameter);
  }
  const taken = createTaken(["aws_region", "environment", ...reservedVariables]);
  const sorted = [...parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map((parameter) => ({ name: taken.take(identifier(parameter.name)), parameter }));
}

/** https://developer.hashicorp.com/terraform/language/block/variable */
const reservedVariables = [
  "source",
  "version",
  "providers",
  "count",
  "for_each",
  "lifecycle",
  "depends_on",
  "locals",
];

function labelled(shortened: (name: string) => string): {
  readonly labels: ReadonlyMap<string, string>;
  readonly labelOf: (name: string) => string;
} {
  const labels = new Map<string, string>();
  const taken = createTaken();
  return {
    labels,
    labelOf: (name) => {
      const label = labels.get(name) ?? taken.take(identifier(shortened(name)));
      labels.set(name, label);
      return label;
    },
  };
}
