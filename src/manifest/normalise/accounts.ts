import type { AccountSettings } from "../account-settings.js";
import type { WrittenManifest } from "../written.generated.js";
import { wholeDays } from "./duration.js";
import type { Faulty } from "./faulty.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** Where it goes, and as whom. Of several regions one was chosen before. */
export function accounts(
  reading: Reading,
  written: WrittenManifest,
  isFaulty: Faulty,
): Omit<AccountSettings, "regions" | "pattern"> {
  const sound = <Part>(key: string, value: Part): Part | undefined => (isFaulty(key) ? undefined : value);
  const { region } = written;
  const account = sound("account", written.account);
  const role = sound("role", written.role);
  const iam = sound("iam", written.iam);
  if (account !== undefined) {
    checkOwner(reading, "role", role, account);
    checkOwner(reading, "iam.permissionsBoundary", iam?.permissionsBoundary, account);
  }
  const ttl = sound("ttl", written.ttl);
  wholeDays(reading, "ttl", ttl, 1, 365);
  return present({ region: typeof region === "string" ? region : undefined, account, role, iam, ttl });
}

/** A role takes policies of its own account alone, and what deploys works in the account that it deploys to. */
function checkOwner(reading: Reading, path: string, arn: string | undefined, account: string): void {
  const owner = arn?.split(":")[4];
  if (owner === undefined || owner === "aws" || owner === account) return;
  reading.fail("other-account", path, `${path} is of account ${owner}, and account is ${account}`, {
    hint: `name one of account ${account}, in the environment where they differ`,
  });
}
