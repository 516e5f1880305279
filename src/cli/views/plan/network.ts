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
    ...field(
      "way out",
      gateways === 0
        ? "internet gateway, without NAT: tasks have public addresses"
        : quantity(gateways, "NAT gateway"),
    ),
    ...field("endpoints", enumerate(catalogue.of("GatewayEndpoint").map((endpoint) => endpoint.service))),
  ]);
}

/** Their names, where the manifest gives them; else their number, since AWS names them. */
function describeZones(subnets: readonly ResourceOf<"Subnet">[]): string {
  const zones = subnets.map((subnet) => subnet.availabilityZone);
  const names = new Set(zones.map(describeValue));
  return zones.every((zone) => typeof zone === "string")
    ? [...names].join(", ")
    : `the first ${names.size} of the region`;
}
