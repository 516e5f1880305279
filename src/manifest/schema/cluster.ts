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
    import: field(
      "A cluster that exists already.",
      block({
        cluster: required("Name of the cluster.", external("cluster"), "ssm:/platform/cluster"),
        namespace: field("Its private DNS namespace.", namespaceImport),
      }),
    ),
  }),
);
