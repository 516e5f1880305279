import { type INamespace, NamespaceType } from "aws-cdk-lib/aws-servicediscovery";
import { type Diagnostic, error } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import { type Given, isToken } from "../given.js";
import type { LongshoreImports } from "../imports.js";

export function layCluster(
  { cluster, namespace }: LongshoreImports,
  given: Given,
  diagnostics: Diagnostic[],
): RawMap | undefined {
  const found: INamespace | undefined = namespace ?? privateNamespace(cluster?.defaultCloudMapNamespace);
  const imported: Record<string, Raw> = {};
  if (cluster !== undefined) {
    imported["cluster"] = given.refer("ImportClusterName", cluster.clusterName, "Cluster of the services");
  }
  if (found !== undefined) {
    const id = given.refer(
      "ImportNamespaceId",
      found.namespaceId,
      "Namespace in which services find each other",
    );
    if (isToken(found.namespaceName)) diagnostics.push(nameUnknown());
    else imported["namespace"] = { id, name: found.namespaceName };
  }
  return Object.keys(imported).length === 0 ? undefined : { namespace: null, import: imported };
}

/** A cluster may also have a namespace for Service Connect alone, which answers no DNS. */
function privateNamespace(namespace: INamespace | undefined): INamespace | undefined {
  return namespace?.type === NamespaceType.DNS_PRIVATE ? namespace : undefined;
}

function nameUnknown(): Diagnostic {
  return error("invalid-value", "", "the name of imports.namespace is a token", {
    reason: "services are told the DNS names of others, which are made from it when the app is synthesized",
    hint: "import it with PrivateDnsNamespace.fromPrivateDnsNamespaceAttributes and its name as a text",
  });
}
