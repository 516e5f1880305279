import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, list, oneOf, required, text } from "./fields.js";
import { port } from "./values.js";

const rule: Schema = define(
  "EgressRule",
  block({
    cidr: field("An address range.", text("an address range such as 10.1.0.0/16"), "10.1.0.0/16"),
    prefixList: field("A prefix list.", external("prefixList")),
    securityGroup: field("A security group.", external("securityGroup")),
    port: required("TCP port.", port(), 443),
  }),
);

export const egress: Schema = either(
  "internet, endpoints, or a list of rules",
  oneOf("internet", "endpoints"),
  list(rule, "a list of rules"),
);
