import { type Arguments, attributes, type Block, type BodyItem, block, type Expression } from "./hcl/tree.js";
import type { ReleasedImage } from "./inputs.js";
import type { Scope } from "./scope.js";

/** `data.tf`: what AWS and other owners know. */
export function renderDataSources(scope: Scope): readonly BodyItem[] {
  const { pseudos, isZonesAsked, releasedImages, secrets, ssm, stackExports } = scope.inputs.asked;
  return [
    ...(isZonesAsked() ? [zones] : []),
    ...(pseudos.has("accountId") ? [dataSource("caller_identity", "current")] : []),
    ...(pseudos.has("partition") || pseudos.has("urlSuffix") ? [dataSource("partition", "current")] : []),
    ...(pseudos.has("region") ? [dataSource("region", "current")] : []),
    ...byLabel(ssm).map(([path, label]) =>
      dataSource("ssm_parameter", label, { name: scope.names.path(path) }),
    ),
    ...[...secrets]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, id]) => dataSource("secretsmanager_secret_version", label, { secret_id: id })),
    ...[...releasedImages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, image]) => releasedImage(label, image)),
    ...byLabel(stackExports).map(([name, label]) => dataSource("cloudformation_export", label, { name })),
  ];
}

function dataSource(type: string, label: string, given: Arguments = {}): Block {
  return { type: "data", labels: [`aws_${type}`, label], body: attributes(given) };
}

/** Not read where a value is given, so that the first apply, which finds no task definition, is possible. */
function releasedImage(label: string, { family, container, variable }: ReleasedImage): Block {
  const count: Expression = { kind: "conditional", isNull: variable, whenNull: 1, otherwise: 0 };
  return {
    type: "data",
    labels: ["aws_ecs_container_definition", label],
    comment: "What a pipeline released last.",
    body: [
      { name: "count", value: count, apart: true },
      ...attributes({ task_definition: family, container_name: container }),
    ],
  };
}

/** Local and Wavelength zones are zones, too, once an account has opted in to them. */
const zones: Block = {
  type: "data",
  labels: ["aws_availability_zones", "available"],
  body: [
    { name: "state", value: "available" },
    {
      ...block("filter", { name: "opt-in-status", values: ["opt-in-not-required"] }),
      comment: "Without local and Wavelength zones, which an account may have opted in to.",
    },
  ],
};

function byLabel(labels: ReadonlyMap<string, string>): readonly [name: string, label: string][] {
  return [...labels].sort(([, a], [, b]) => (a < b ? -1 : 1));
}
