import type { DataResource } from "../../manifest/index.js";
import { external } from "../context.js";
import type { PlannedResource } from "./handle.js";

export function planPostgres(resource: Extract<DataResource, { type: "postgres" }>): PlannedResource {
  const { securityGroup, host, port, addRules } = resource.import;
  return {
    resources: [],
    handle: {
      type: "postgres",
      ...(host && { host: external(host) }),
      endpoint: { securityGroup: external(securityGroup), port: port ?? 5432, addRules },
    },
  };
}
