import type { KeyRow } from "./key-row.js";
import { rowsBelow } from "./key-row.js";

/** Keys of the file itself. */
export const topRows: readonly KeyRow[] = [
  ...rowsBelow("", [
    ["configs", "noted", "files for containers; each service that mounts one is warned about"],
    ["include", "used", "read with the folder and env files of its own"],
    [
      "models",
      "refused",
      "language models that Docker runs",
      "use Amazon Bedrock: access: { bedrock: invoke }",
    ],
    ["name", "translated", "application"],
    ["networks", "noted", "networks of Docker; security groups let exactly those talk that `connects` names"],
    ["secrets", "translated", "resources of type secret, where a service mounts them"],
    ["services", "translated", "services"],
    ["version", "noted", "the version of the format, which Compose itself ignores"],
    ["volumes", "translated", "resources of type efs, where a service that runs mounts them"],
  ]),
  ...rowsBelow("volumes.*", [
    ["driver", "warned", "where the data is kept; on Fargate it is EFS"],
    ["driver_opts", "warned", "where the data is kept; on Fargate it is EFS"],
    ["external", "translated", "an EFS file system, empty at first: the data must be copied"],
    ["labels", "noted", "labels of the volume"],
    ["name", "noted", "the name of the volume in Docker"],
  ]),
];
