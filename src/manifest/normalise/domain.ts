import { appendPath } from "../../diagnostics/index.js";
import type { Domain } from "../ingress-settings.js";
import type { WrittenDomain } from "../written.generated.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** The certificates of an imported listener are its owner's: names of it need no zone. */
export function domains(
  reading: Reading,
  path: string,
  written: readonly WrittenDomain[],
  isImported: boolean,
): Domain[] {
  const taken = new Set<string>();
  return written.flatMap((each, index) => {
    const at = appendPath(path, index);
    const read = domain(reading, at, each, isImported);
    if (read === undefined) return [];
    for (const name of [read.name, ...(read.also ?? [])]) {
      if (taken.has(name)) reading.fail("invalid-value", at, `the domain ${name} is listed twice`);
      taken.add(name);
    }
    return [read];
  });
}

function domain(
  reading: Reading,
  path: string,
  written: WrittenDomain,
  isImported: boolean,
): Domain | undefined {
  const {
    name,
    also,
    zone,
    certificate = "request",
  } = typeof written === "string" ? ({ name: written } as Exclude<WrittenDomain, string>) : written;
  const owned = zone === "none" ? undefined : maybeExternal(reading, `${path}.zone`, zone, "zone");
  if (certificate !== "request") {
    const kept = external(reading, `${path}.certificate`, certificate, "certificate");
    return kept === undefined ? undefined : present({ name, also, zone: owned, certificate: kept });
  }
  if (zone !== undefined || isImported)
    return present({ name, also, zone: owned, certificate: "request" as const });
  return reading.fail(
    "needs-certificate",
    path,
    `a certificate for ${name} cannot be requested without its zone`,
    {
      reason: "ACM validates the name by a record in its Route 53 zone",
      hint: `write { name: ${name}, zone: Z... }, or zone: none when another account adds the record, or give the certificate: { name: ${name}, certificate: arn:... }`,
    },
  );
}
