import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, form, list, oneOf, text } from "./fields.js";
import { portRangePattern } from "./patterns.js";
import { adviseUnquoted, port } from "./values.js";

const rule: Schema = define(
  "EgressRule",
  block({
    cidr: field(
      "An address range, IPv4 or IPv6.",
      text("an address range such as 10.1.0.0/16"),
      "10.1.0.0/16",
    ),
    prefixList: field("A prefix list.", external("prefixList")),
    securityGroup: field("A security group.", external("securityGroup")),
    port: field(
      "Port, or the first and last of several; left out with protocol all.",
      either(
        "a port such as 443, or a range such as 8000-8100",
        port(),
        form("a range such as 8000-8100", portRangePattern, adviseUnquoted),
      ),
      443,
      "8000-8100",
    ),
    protocol: field("tcp when left out.", oneOf("tcp", "udp", "all")),
  }),
);

export const egress: Schema = either(
  "internet, endpoints, or a list of rules",
  oneOf("internet", "endpoints"),
  list(rule, "a list of rules"),
);
