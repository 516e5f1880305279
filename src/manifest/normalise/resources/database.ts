import { appendPath } from "../../../diagnostics/index.js";
import type { DatabaseImport } from "../../database-resources.js";
import type { WrittenResource } from "../../written.generated.js";
import { external, maybeExternal } from "../external.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";

type WrittenImport = NonNullable<Extract<WrittenResource, { type: "postgres" }>["import"]>;

/** A database or cache that exists already; nothing else can be said of it. */
export function databaseImport(
  reading: Reading,
  path: string,
  written: { readonly import?: WrittenImport | undefined },
): DatabaseImport | undefined {
  const { import: imported, ...others } = written;
  if (imported === undefined) return undefined;
  for (const name of Object.keys(others).filter((each) => each !== "type")) {
    reading.fail("invalid-value", appendPath(path, name), `${path} is imported and cannot be given ${name}`, {
      reason: "what exists already is its owner's to change",
      hint: `remove ${name}, or remove import to make one here`,
    });
  }
  const at = `${path}.import`;
  const securityGroup = external(reading, `${at}.securityGroup`, imported.securityGroup, "securityGroup");
  const host = maybeExternal(reading, `${at}.host`, imported.host, "dnsName");
  if (securityGroup === undefined) return undefined;
  return present({ securityGroup, host, port: imported.port, addRules: imported.addRules ?? false });
}

/** `7d` to 7. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export function backupDays(
  reading: Reading,
  path: string,
  written: string | undefined,
  min: number,
): number | undefined {
  if (written === undefined) return undefined;
  const days = (Number.parseInt(written, 10) * (secondsIn[written.slice(-1)] ?? 1)) / 86_400;
  if (Number.isInteger(days) && days >= min && days <= 35) return days;
  return reading.fail("invalid-value", path, `${path} must be from ${min}d to 35d, not ${written}`, {
    reason: "AWS keeps daily backups for whole days, at most 35",
  });
}

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Two ways to say what it runs on, of which one may be written. */
export function refuseBoth(
  reading: Reading,
  path: string,
  written: object,
  one: string,
  others: readonly string[],
): void {
  if (!Object.hasOwn(written, one)) return;
  for (const other of others.filter((each) => Object.hasOwn(written, each))) {
    reading.fail("invalid-value", appendPath(path, other), `${path} has both ${one} and ${other}`, {
      reason: `what is ${one} has no ${other}`,
      hint: "remove one of the two",
    });
  }
}
