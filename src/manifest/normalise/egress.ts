import { appendPath } from "../../diagnostics/index.js";
import type { Service } from "../manifest.js";
import type { EgressRule } from "../network-settings.js";
import type { WrittenEgressRule, WrittenService } from "../written.generated.js";
import { cidr } from "./cidr.js";
import { external } from "./external.js";
import type { Reading } from "./reading.js";

export function egress(reading: Reading, path: string, written: WrittenService["egress"]): Service["egress"] {
  if (written === undefined || typeof written === "string") return written;
  return written.flatMap((rule, index) => egressRule(reading, appendPath(path, index), rule) ?? []);
}

function egressRule(reading: Reading, path: string, written: WrittenEgressRule): EgressRule | undefined {
  const targets = [written.cidr, written.prefixList, written.securityGroup].filter(
    (target) => target !== undefined,
  );
  if (targets.length !== 1) {
    return reading.fail("invalid-value", path, `${path} must have one of cidr, prefixList, securityGroup`, {
      hint: "write one rule for each target",
    });
  }
  const to = targetOf(reading, path, written);
  const traffic = trafficOf(reading, path, written);
  return to === undefined || traffic === undefined ? undefined : { to, traffic };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
function trafficOf(
  reading: Reading,
  path: string,
  { port, protocol = "tcp" }: WrittenEgressRule,
): EgressRule["traffic"] | undefined {
  if (protocol === "all") {
    if (port === undefined) return "all";
    return reading.fail("invalid-value", `${path}.port`, `${path} has a port and is for every protocol`, {
      hint: "leave out the port, or say protocol: tcp or udp",
    });
  }
  if (port === undefined) {
    return reading.fail("missing-key", `${path}.port`, `${path} needs a port`, {
      hint: "write port: 443, port: 8000-8100, or protocol: all",
    });
  }
  const [fromPort = 0, toPort = fromPort] = String(port).split("-").map(Number);
  if (fromPort >= 1 && fromPort <= toPort && toPort <= 65535) return { protocol, fromPort, toPort };
  return reading.fail("port-range", `${path}.port`, `${path} has no range of ports: ${port}`, {
    reason: "ports go from 1 to 65535, the smaller first",
    hint: "write it as 8000-8100",
  });
}

function targetOf(reading: Reading, path: string, written: WrittenEgressRule): EgressRule["to"] | undefined {
  if (written.cidr !== undefined) {
    const range = cidr(reading, `${path}.cidr`, written.cidr);
    return range === undefined ? undefined : { kind: "cidr", cidr: range };
  }
  if (written.prefixList !== undefined) {
    const id = external(reading, `${path}.prefixList`, written.prefixList, "prefixList");
    return id === undefined ? undefined : { kind: "prefix-list", id };
  }
  const id = external(reading, `${path}.securityGroup`, written.securityGroup ?? "", "securityGroup");
  return id === undefined ? undefined : { kind: "security-group", id };
}
