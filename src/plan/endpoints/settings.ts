import { suggest } from "../../diagnostics/index.js";
import type { ResolveContext } from "../context.js";
import { endpointServices } from "./endpoint-services.js";

/** What the manifest says about endpoints of a network that is made here. */
export interface EndpointSettings {
  /** Those of the list; S3 alone where the manifest is silent, which is free of charge. */
  readonly named: readonly string[];
  /** Whether what the tasks use comes on top. */
  readonly derived: boolean;
  /** Whether there will be interfaces in the subnets. */
  readonly interfaces: boolean;
  /** Whether the manifest says anything, and so keeps other accounts out. */
  readonly chosen: boolean;
}

export function endpointSettings(context: ResolveContext): EndpointSettings {
  const { endpoints } = context.manifest.network;
  const chosen = endpoints !== undefined;
  if (endpoints === "none") return { named: [], derived: false, interfaces: false, chosen };
  const listed = endpoints === "auto" ? ["auto"] : (endpoints ?? ["s3"]);
  const derived = listed.includes("auto");
  listed.forEach((name, index) => {
    if (name !== "auto" && !Object.hasOwn(endpointServices, name)) reportUnknown(context, name, index);
  });
  const known = new Set(listed.filter((name) => Object.hasOwn(endpointServices, name)));
  if (derived) known.add("s3");
  const named = [...known].sort();
  // Every task writes logs.
  const interfaces = derived || named.some((name) => endpointServices[name]?.type === "interface");
  return { named, derived, interfaces, chosen };
}

function reportUnknown(context: ResolveContext, name: string, index: number): void {
  const names = Object.keys(endpointServices);
  const meant = suggest(name, names) ?? suggest(name.replace(/^com\.amazonaws\.[a-z0-9-]+\./, ""), names);
  context.report({
    code: "endpoint-unknown",
    severity: "error",
    path: `network.endpoints[${index}]`,
    message: `no endpoint is known for the service "${name}"`,
    hint: meant === undefined ? `the services are ${names.join(", ")}` : `did you mean "${meant}"?`,
  });
}
