import type { ResourceOf } from "../../../plan/index.js";
import { field } from "../fields.js";
import { enumerate, quantity } from "../quantity.js";
import type { Catalogue } from "./catalogue.js";
import { fieldSection, type Section } from "./section.js";
import { describeValue } from "./value.js";

export function describeNetwork(catalogue: Catalogue): readonly Section[] {
  const [vpc] = catalogue.of("Vpc");
  if (vpc === undefined) return [];
  const subnets = catalogue.of("Subnet");
  const blocks = (tier: "public" | "private"): string | undefined => {
    const cidrs = subnets.filter((subnet) => subnet.tier === tier).map((subnet) => subnet.cidrBlock);
    return cidrs.length === 0 ? undefined : `${tier} ${cidrs.join(", ")}`;
  };
  const gateways = catalogue.of("NatGateway").length;
  return fieldSection("Network", undefined, [
    ...field("addresses", vpc.cidrBlock),
    ...field("zones", describeZones(subnets)),
    ...field("subnets", blocks("public"), blocks("private")),
    ...field("way out", gateways === 0 ? describeWithoutNat(subnets) : quantity(gateways, "NAT gateway")),
    ...field("endpoints", describeEndpoints(catalogue)),
    ...field("flow logs", describeFlowLogs(catalogue)),
  ]);
}

function describeWithoutNat(subnets: readonly ResourceOf<"Subnet">[]): string {
  return subnets.some((subnet) => subnet.tier === "private")
    ? "internet gateway, without NAT: private subnets reach endpoints alone"
    : "internet gateway, without NAT: tasks have public addresses";
}

function describeEndpoints(catalogue: Catalogue): string | undefined {
  const free = catalogue.of("GatewayEndpoint").map(({ service }) => service);
  const billed = catalogue.of("InterfaceEndpoint").map(({ service }) => service);
  if (billed.length === 0) return enumerate(free);
  const interfaces = `${enumerate(billed)} (billed by the hour)`;
  return free.length === 0 ? interfaces : `${enumerate(free)} (free of charge); ${interfaces}`;
}

function describeFlowLogs(catalogue: Catalogue): string | undefined {
  const [log] = catalogue.of("FlowLog");
  const group = catalogue.get("network/flow-log-group", "LogGroup");
  return log && group && `${group.logGroupName}, ${quantity(group.retentionDays, "day")}`;
}

/** Their names, where the manifest gives them; else their number, since AWS names them. */
function describeZones(subnets: readonly ResourceOf<"Subnet">[]): string {
  const zones = subnets.map((subnet) => subnet.availabilityZone);
  const names = new Set(zones.map(describeValue));
  return zones.every((zone) => typeof zone === "string")
    ? [...names].join(", ")
    : `the first ${names.size} of the region`;
}
