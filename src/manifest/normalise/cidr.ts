import type { Reading } from "./reading.js";

/** An IPv4 or IPv6 range in CIDR notation, kept as written. */
export function cidr(reading: Reading, path: string, written: string): string | undefined {
  const [address = "", prefix = "", ...rest] = written.split("/");
  const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : undefined;
  const valid = bits !== undefined && rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
  if (valid) return written;
  return reading.fail(
    "cidr-invalid",
    path,
    `${path} is not an address range: ${JSON.stringify(written.slice(0, 60))}`,
    {
      hint:
        prefix === "" && bits !== undefined
          ? `add the prefix length: ${address}/${bits}`
          : "write it as 10.0.0.0/16",
    },
  );
}

/** An IPv4 range; the network of a VPC is one. */
export function cidr4(reading: Reading, path: string, written: string): string | undefined {
  const range = cidr(reading, path, written);
  if (range === undefined || !range.includes(":")) return range;
  return reading.fail("cidr-invalid", path, `${path} must be an IPv4 range such as 10.0.0.0/16`);
}

function isIpv4(address: string): boolean {
  const parts = address.split(".");
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

function isIpv6(address: string): boolean {
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const complete = halves.length === 2 ? groups.length <= 7 : groups.length === 8;
  return complete && groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
}
