import { appendPath } from "../../diagnostics/index.js";
import type { ExternalList } from "../external-value.js";
import type { NetworkImport, NetworkSettings, SubnetBlock } from "../network-settings.js";
import type { WrittenNetwork, WrittenNetworkImport, WrittenSubnetBlock } from "../written.generated.js";
import { cidr4 } from "./cidr.js";
import { retentionDays } from "./duration.js";
import { external, externalList, externals, maybeExternal, maybeExternalList } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

export function network(reading: Reading, written: WrittenNetwork = {}): NetworkSettings {
  return present({
    cidr: ifWritten(written.cidr, (range) => cidr4(reading, "network.cidr", range)),
    zones: zones(reading, written.zones),
    subnets: ifWritten(written.subnets, (subnets) => ({
      public: subnetBlocks(reading, "network.subnets.public", subnets.public),
      ...(subnets.private && {
        private: subnetBlocks(reading, "network.subnets.private", subnets.private),
      }),
    })),
    nat: written.nat,
    endpoints: written.endpoints,
    endpointPrefixLists: ifWritten(written.endpointPrefixLists, (lists) =>
      externals(reading, "network.endpointPrefixLists", lists, "prefixList"),
    ),
    flowLogs: flowLogs(reading, written.flowLogs),
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

function subnetBlocks(reading: Reading, path: string, written: readonly WrittenSubnetBlock[]): SubnetBlock[] {
  return written.flatMap((each, index) => {
    const at = appendPath(path, index);
    const isText = typeof each === "string";
    const range = cidr4(reading, isText ? at : `${at}.cidr`, isText ? each : each.cidr);
    if (range === undefined) return [];
    return isText || each.zone === undefined ? { cidr: range } : { cidr: range, zone: each.zone };
  });
}

function flowLogs(reading: Reading, written: WrittenNetwork["flowLogs"]): NetworkSettings["flowLogs"] {
  if (written === undefined || written === false) return undefined;
  if (written === true) return {};
  return present({
    retentionDays: retentionDays(reading, "network.flowLogs.retention", written.retention),
  });
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
