import type { DataResource } from "../../manifest.js";
import type { WrittenResource } from "../../written.generated.js";
import { external, maybeExternal } from "../external.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";

type WrittenDatabase = Extract<WrittenResource, { type: "postgres" }>["import"];

export function postgres(reading: Reading, path: string, written: WrittenDatabase): DataResource | undefined {
  const securityGroup = external(reading, `${path}.securityGroup`, written.securityGroup, "securityGroup");
  const host = maybeExternal(reading, `${path}.host`, written.host, "dnsName");
  if (securityGroup === undefined) return undefined;
  const addRules = written.addRules ?? false;
  return { type: "postgres", import: present({ securityGroup, host, port: written.port, addRules }) };
}
