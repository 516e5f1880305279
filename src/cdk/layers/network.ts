import type { ISubnet, IVpc, SubnetSelection } from "aws-cdk-lib/aws-ec2";
import { type Diagnostic, error } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import type { Given } from "../given.js";
import type { LongshoreImports } from "../imports.js";

export function layNetwork(
  imports: LongshoreImports,
  given: Given,
  diagnostics: Diagnostic[],
): RawMap | undefined {
  const { vpc, endpointSecurityGroup, endpointPrefixLists } = imports;
  const imported: Record<string, Raw> = {};
  if (vpc !== undefined) imported["vpc"] = given.refer("ImportVpcId", vpc.vpcId, "VPC of the tasks");
  const others: Record<string, Raw> = {};
  for (const [name, subnets] of subnetGroups(imports, diagnostics)) {
    const ids = subnets.map((subnet, index) =>
      given.refer(`Import-${name}-Subnet-${index + 1}`, subnet.subnetId, `A ${name} subnet`),
    );
    if (name === "private" || name === "public") imported[`${name}Subnets`] = ids;
    else others[name] = ids;
  }
  if (Object.keys(others).length > 0) imported["subnets"] = others;
  if (endpointSecurityGroup !== undefined) {
    imported["endpointSecurityGroup"] = given.refer(
      "ImportEndpointSecurityGroup",
      endpointSecurityGroup.securityGroupId,
      "Security group of the VPC endpoints",
    );
  }
  if (endpointPrefixLists !== undefined) {
    imported["endpointPrefixLists"] = endpointPrefixLists.map((list, index) =>
      given.refer(
        `ImportEndpointPrefixList-${index + 1}`,
        typeof list === "string" ? list : list.prefixListId,
        "Prefix list of a gateway endpoint",
      ),
    );
  }
  if (Object.keys(imported).length === 0) return undefined;
  // What the manifest says of making a network.
  const made = { cidr: null, zones: null, subnets: null, nat: null };
  return { ...made, endpoints: null, endpointPrefixLists: null, flowLogs: null, import: imported };
}

/** The subnets of each group, as the app gives them or as the VPC has them. */
export function subnetGroups(
  { vpc, subnets }: LongshoreImports,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, readonly ISubnet[]> {
  const groups = new Map<string, readonly ISubnet[]>();
  const own = vpc === undefined ? {} : ownGroups(vpc);
  for (const [name, list] of Object.entries(subnets === undefined ? own : { ...own, ...subnets })) {
    const chosen = isList(list) ? list : select(name, list, vpc, diagnostics);
    if (chosen.length > 0) groups.set(name, chosen);
  }
  return groups;
}

function ownGroups(vpc: IVpc): Record<string, readonly ISubnet[]> {
  return { private: vpc.privateSubnets, public: vpc.publicSubnets, isolated: vpc.isolatedSubnets };
}

function select(
  name: string,
  selection: SubnetSelection,
  vpc: IVpc | undefined,
  diagnostics: Diagnostic[],
): readonly ISubnet[] {
  if (vpc !== undefined) return vpc.selectSubnets(selection).subnets;
  diagnostics.push(
    error(
      "missing-network",
      "",
      `imports.subnets.${name} selects among the subnets of a VPC, and imports.vpc is not given`,
      {
        hint: "give imports.vpc too, or list the subnets",
      },
    ),
  );
  return [];
}

function isList(value: readonly ISubnet[] | SubnetSelection): value is readonly ISubnet[] {
  return Array.isArray(value);
}
