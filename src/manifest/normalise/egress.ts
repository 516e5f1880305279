import { appendPath } from "../../diagnostics/index.js";
import type { EgressRule, Service } from "../manifest.js";
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
  return to === undefined ? undefined : { to, port: written.port };
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
