import type { ResourceOf } from "../../../plan/index.js";
import { field } from "../fields.js";
import type { Catalogue } from "./catalogue.js";
import { fieldSection, type Section } from "./section.js";

export function describeCluster(catalogue: Catalogue): readonly Section[] {
  const [cluster] = catalogue.of("Cluster");
  const [namespace] = catalogue.of("PrivateDnsNamespace");
  const [connectOnly] = catalogue.of("HttpNamespace");
  const fields = [
    ...(cluster === undefined
      ? []
      : [
          ...field("capacity", describeCapacity(cluster.defaultCapacityProviderStrategy)),
          ...field("insights", cluster.containerInsights),
        ]),
    ...field(
      "namespace",
      namespace?.name ?? (connectOnly && `${connectOnly.name}, for Service Connect alone`),
    ),
  ];
  return fieldSection("Cluster", cluster?.clusterName, fields);
}

/** `FARGATE 1 + FARGATE_SPOT 3 (weights), at least 1 on FARGATE`. */
export function describeCapacity(
  shares: ResourceOf<"Cluster">["defaultCapacityProviderStrategy"],
): string | undefined {
  const weighted = shares.filter((share) => share.weight > 0);
  const total = weighted.reduce((sum, share) => sum + share.weight, 0);
  const parts = weighted.map(({ provider, weight }) =>
    weighted.length === 1 ? provider : `${provider} ${Math.round((100 * weight) / total)} %`,
  );
  const bases = shares
    .filter((share) => share.base > 0)
    .map(({ provider, base }) => `the first ${base} on ${provider}`);
  return [...parts, ...bases].join(", ");
}
