import type { ListenerRule } from "../plan/resources/load-balancing.js";
import { type Block, block } from "./hcl/tree.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener_rule#condition-blocks */
export function renderConditions(rule: ListenerRule): readonly Block[] {
  const { hosts, paths, headers = [], queries = [], methods = [], sources = [] } = rule;
  return [
    ...condition("host_header", hosts),
    ...condition("path_pattern", paths),
    ...headers.map(({ name, values }) =>
      block("condition", [block("http_header", { http_header_name: name, values })]),
    ),
    ...queries.map(({ key, values }) =>
      block(
        "condition",
        values.map((value) => block("query_string", { key, value })),
      ),
    ),
    ...condition("http_request_method", methods),
    ...condition("source_ip", sources),
  ];
}

function condition(field: string, values: readonly string[]): Block[] {
  return values.length === 0 ? [] : [block("condition", [block(field, { values })])];
}
