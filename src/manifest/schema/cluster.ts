import { capacity } from "./capacity.js";
import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, oneOf, required, text } from "./fields.js";
import { namespacePattern } from "./patterns.js";

const namespaceImport: Schema = block({
  id: required("Id of the Cloud Map namespace.", external("namespace")),
  name: required("Its DNS name.", text("a DNS name such as shop.local", namespacePattern), "shop.local"),
});

export const cluster: Schema = define(
  "Cluster",
  block({
    capacity: field("Where tasks run when a service does not say.", capacity, "spot"),
    insights: field(
      "CloudWatch Container Insights.",
      either("one of off, on, enhanced", oneOf("off", "on", "enhanced"), flag()),
      "on",
    ),
    namespace: field(
      "Name of the private DNS zone in which services find each other.",
      text("a DNS name such as shop.local", namespacePattern),
      "shop.local",
    ),
    serviceConnect: field(
      "Let services reach each other through Service Connect; with namespace http by nothing else.",
      either(
        "true, false, or a map of namespace",
        flag(),
        block({
          namespace: field(
            "dns, where names also resolve without the proxy, or http, where they do not.",
            oneOf("dns", "http"),
          ),
        }),
      ),
      true,
    ),
    import: field(
      "A cluster that exists already.",
      block({
        cluster: required("Name of the cluster.", external("cluster"), "ssm:/platform/cluster"),
        namespace: field("Its private DNS namespace.", namespaceImport),
      }),
    ),
  }),
);
