import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, eitherAdvised, field, list, oneOf, required } from "./fields.js";
import { adviseUnquoted, port } from "./values.js";

const listener: Schema = define(
  "Listener",
  eitherAdvised(
    "a port such as 1883, or a map of port and protocol",
    advisePort,
    port(),
    block({
      port: required("Port of the load balancer.", port(), 1883),
      protocol: field(
        "tcp when left out; tls ends at the load balancer and needs a certificate.",
        oneOf("tcp", "udp", "tls"),
      ),
      target: field("Port of the container; the same when left out.", port(), 1883),
      certificate: field("Certificate of a tls listener.", external("certificate"), "ssm:/certificates/shop"),
    }),
  ),
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
export const listeners: Schema = list(listener, "a list with at least one port", 1);

function advisePort(input: unknown): string | undefined {
  const [, number, protocol] = /^(\d{1,5})\/(tcp|udp|tls)$/i.exec(String(input)) ?? [];
  if (number === undefined || protocol === undefined) return adviseUnquoted(input);
  return `write { port: ${Number(number)}, protocol: ${protocol.toLowerCase()} }`;
}
