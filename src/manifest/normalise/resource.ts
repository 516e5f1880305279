import type { DataResource } from "../manifest.js";
import type { WrittenResource } from "../written.generated.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

export function resource(reading: Reading, path: string, written: WrittenResource): DataResource | undefined {
  switch (written.type) {
    case "s3":
      return present({
        type: written.type,
        import: maybeExternal(reading, `${path}.import`, written.import, "bucket"),
      });
    case "postgres":
      return postgres(reading, `${path}.import`, written.import);
    case "efs":
      return written.import === undefined
        ? { type: written.type }
        : fileSystem(reading, `${path}.import`, written.import);
    case "secret":
      return { type: written.type };
  }
}

type WrittenDatabase = Extract<WrittenResource, { type: "postgres" }>["import"];

function postgres(reading: Reading, path: string, written: WrittenDatabase): DataResource | undefined {
  const securityGroup = external(reading, `${path}.securityGroup`, written.securityGroup, "securityGroup");
  const host = maybeExternal(reading, `${path}.host`, written.host, "dnsName");
  if (securityGroup === undefined) return undefined;
  const addRules = written.addRules ?? false;
  return { type: "postgres", import: present({ securityGroup, host, port: written.port, addRules }) };
}

type WrittenFileSystem = NonNullable<Extract<WrittenResource, { type: "efs" }>["import"]>;

function fileSystem(reading: Reading, path: string, written: WrittenFileSystem): DataResource | undefined {
  const id = external(reading, `${path}.fileSystem`, written.fileSystem, "fileSystem");
  const securityGroup = external(reading, `${path}.securityGroup`, written.securityGroup, "securityGroup");
  if (id === undefined || securityGroup === undefined) return undefined;
  return { type: "efs", import: { fileSystem: id, securityGroup, addRules: written.addRules ?? false } };
}
