import type { ListenerRule } from "../plan/resources/load-balancing.js";
import type { Json, JsonObject } from "./template.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listenerrule-rulecondition.html */
export function renderConditions(rule: ListenerRule): Json[] {
  const { hosts, paths, headers = [], queries = [], methods = [], sources = [] } = rule;
  return [
    ...condition("host-header", "HostHeaderConfig", hosts),
    ...condition("path-pattern", "PathPatternConfig", paths),
    ...headers.map(({ name, values }) => ({
      Field: "http-header",
      HttpHeaderConfig: { HttpHeaderName: name, Values: values },
    })),
    ...queries.map(({ key, values }) => ({
      Field: "query-string",
      QueryStringConfig: { Values: values.map((value) => ({ Key: key, Value: value })) },
    })),
    ...condition("http-request-method", "HttpRequestMethodConfig", methods),
    ...condition("source-ip", "SourceIpConfig", sources),
  ];
}

function condition(field: string, property: string, values: readonly string[]): JsonObject[] {
  return values.length === 0 ? [] : [{ Field: field, [property]: { Values: values } }];
}
