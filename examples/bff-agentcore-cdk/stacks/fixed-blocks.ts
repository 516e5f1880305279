import type { IIpAddresses } from "aws-cdk-lib/aws-ec2";

/** Address blocks of subnets as written, by the name of their group, one per zone. */
export function fixedBlocks(vpc: string, groups: Readonly<Record<string, readonly string[]>>): IIpAddresses {
  const taken = new Map<string, number>();
  return {
    allocateVpcCidr: () => ({ cidrBlock: vpc }),
    allocateSubnetsCidr: ({ requestedSubnets }) => ({
      allocatedSubnets: requestedSubnets.map(({ configuration: { name } }) => {
        const index = taken.get(name) ?? 0;
        taken.set(name, index + 1);
        const cidr = groups[name]?.[index];
        if (cidr === undefined) throw new RangeError(`no address block for subnet ${index + 1} of ${name}`);
        return { cidr };
      }),
    }),
  };
}
