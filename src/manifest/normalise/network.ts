import { appendPath } from "../../diagnostics/index.js";
import type { ExternalList, NetworkImport, NetworkSettings } from "../manifest.js";
import type { WrittenNetwork, WrittenNetworkImport } from "../written.generated.js";
import { cidr4 } from "./cidr.js";
import { external, externalList, externals, maybeExternal, maybeExternalList } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

export function network(reading: Reading, written: WrittenNetwork = {}): NetworkSettings {
  return present({
    cidr: ifWritten(written.cidr, (range) => cidr4(reading, "network.cidr", range)),
    zones: zones(reading, written.zones),
    nat: written.nat,
    import: ifWritten(written.import, (imported) => networkImport(reading, imported)),
  });
}

function zones(reading: Reading, written: WrittenNetwork["zones"]): NetworkSettings["zones"] {
  if (!Array.isArray(written)) return written;
  const twice = written.findIndex((zone, index) => written.indexOf(zone) !== index);
  if (twice === -1) return written;
  return reading.fail(
    "invalid-value",
    appendPath("network.zones", twice),
    `the zone ${written[twice]} is named twice`,
  );
}

function networkImport(reading: Reading, written: WrittenNetworkImport): NetworkImport | undefined {
  const at = "network.import";
  const vpc = external(reading, `${at}.vpc`, written.vpc, "vpc");
  const imported = present({
    publicSubnets: maybeExternalList(reading, `${at}.publicSubnets`, written.publicSubnets, "subnet"),
    privateSubnets: maybeExternalList(reading, `${at}.privateSubnets`, written.privateSubnets, "subnet"),
    subnets: subnetGroups(reading, `${at}.subnets`, written.subnets ?? {}),
    endpointSecurityGroup: maybeExternal(
      reading,
      `${at}.endpointSecurityGroup`,
      written.endpointSecurityGroup,
      "securityGroup",
    ),
    endpointPrefixLists: externals(
      reading,
      `${at}.endpointPrefixLists`,
      written.endpointPrefixLists ?? [],
      "prefixList",
    ),
  });
  return vpc === undefined ? undefined : { vpc, ...imported };
}

function subnetGroups(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, string | readonly string[]>>,
): Record<string, ExternalList> {
  const groups: Record<string, ExternalList> = {};
  for (const [name, subnets] of Object.entries(written)) {
    const group = externalList(reading, appendPath(path, name), subnets, "subnet");
    if (group !== undefined) groups[name] = group;
  }
  return groups;
}
