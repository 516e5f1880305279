import type { Plan } from "../plan/plan.js";
import { type Arguments, attributes, type BodyItem, type Expression, object, traversal } from "./hcl/tree.js";
import { pseudoLocals } from "./inputs.js";
import type { Scope } from "./scope.js";

/** `locals.tf`: the words of the module. */
export function renderLocals(plan: Plan, scope: Scope): readonly BodyItem[] {
  const { pseudos } = scope.inputs.asked;
  const values: Arguments = {
    name_prefix: scope.names.prefix,
    ...(pseudos.has("accountId") && { [pseudoLocals.accountId]: current("caller_identity", "account_id") }),
    ...(pseudos.has("partition") && { [pseudoLocals.partition]: current("partition", "partition") }),
    ...(pseudos.has("region") && { [pseudoLocals.region]: current("region", "region") }),
    ...(pseudos.has("urlSuffix") && { [pseudoLocals.urlSuffix]: current("partition", "dns_suffix") }),
  };
  const common = Object.entries(scope.commonTags).sort(([a], [b]) => (a < b ? -1 : 1));
  const tags = common.map(([key, value]): [string, Expression] => [key, tagValue(key, value, plan)]);
  return [
    {
      type: "locals",
      labels: [],
      body: [
        ...attributes(values),
        ...(tags.length === 0
          ? []
          : [{ name: "common_tags", value: object(Object.fromEntries(tags)), apart: true }]),
      ],
    },
  ];
}

/** Policies that several roles share, at the head of their file. */
export function renderSharedDocuments(scope: Scope): readonly BodyItem[] {
  const entries = scope.trustPolicies.entries();
  return entries.length === 0 ? [] : [{ type: "locals", labels: [], body: entries }];
}

function current(source: string, attribute: string): Expression {
  return traversal(`data.aws_${source}.current`, attribute);
}

function tagValue(key: string, value: string, { environment }: Plan): Expression {
  return value === environment && key.endsWith("environment") ? traversal("var.environment") : value;
}
