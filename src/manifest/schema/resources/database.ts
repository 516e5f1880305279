import { external } from "../external.js";
import type { Schema } from "../fields.js";
import { block, field, flag, oneOf, required, text } from "../fields.js";
import { namePattern, resourceNamePattern } from "../patterns.js";
import { duration, port } from "../values.js";

/** Fields that databases and caches have alike. */
export function databaseImport(what: string, standardPort: number): Schema {
  return field(
    `A ${what} that exists already.`,
    block({
      securityGroup: required(`Security group of the ${what}.`, external("securityGroup")),
      host: field(`DNS name of the ${what}.`, external("dnsName"), "ssm:/shop/db-host"),
      port: field(`Its port; ${standardPort} when left out.`, port(), standardPort),
      addRules: field("Add rules to the security group, so that services may connect.", flag()),
    }),
  );
}

export function databaseSubnets(): Schema {
  return field(
    "Group of subnets that it stands in; that of the tasks when left out.",
    text("a subnet group such as private", namePattern),
    "private",
  );
}

export function databaseEncryption(): Schema {
  return field(
    "A resource of type kms whose key encrypts it; AWS's own key when left out.",
    text("the name of a resource", resourceNamePattern),
    "Key",
  );
}

export function backups(example: string): Schema {
  return field("How long daily backups are kept, up to 35 days; 0d makes none.", duration(example), example);
}

export function databaseRemoval(): Schema {
  return field(
    "What happens to the data when the resource is taken out: a last snapshot, or nothing.",
    oneOf("snapshot", "delete"),
  );
}
