import { type Arguments, attributes, type Block, type BodyItem, block } from "./hcl/tree.js";
import type { Scope } from "./scope.js";

/** `data.tf`: what AWS and other owners know. */
export function renderDataSources(scope: Scope): readonly BodyItem[] {
  const { pseudos, isZonesAsked, ssm, stackExports } = scope.inputs.asked;
  return [
    ...(isZonesAsked() ? [zones] : []),
    ...(pseudos.has("accountId") ? [dataSource("caller_identity", "current")] : []),
    ...(pseudos.has("partition") || pseudos.has("urlSuffix") ? [dataSource("partition", "current")] : []),
    ...(pseudos.has("region") ? [dataSource("region", "current")] : []),
    ...byLabel(ssm).map(([path, label]) =>
      dataSource("ssm_parameter", label, { name: scope.names.path(path) }),
    ),
    ...byLabel(stackExports).map(([name, label]) => dataSource("cloudformation_export", label, { name })),
  ];
}

function dataSource(type: string, label: string, given: Arguments = {}): Block {
  return { type: "data", labels: [`aws_${type}`, label], body: attributes(given) };
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
