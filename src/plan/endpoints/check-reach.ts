import type { Image } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { NetworkPart, OwnNetwork } from "../network.js";
import type { Resource } from "../resource.js";
import type { Workload } from "../service/workload.js";
import { usedServices } from "./used-services.js";

/** Warns of tasks that the network keeps from what they need; only without a NAT gateway is there such a network. */
export function checkReach(
  context: ResolveContext,
  network: NetworkPart,
  own: OwnNetwork,
  workloads: readonly Workload[],
  resources: readonly Resource[],
): void {
  if (own.nat !== "none") return;
  for (const workload of workloads) {
    if (!isShutIn(network, workload)) continue;
    checkImages(context, workload);
    checkEndpoints(context, own, workload, resources);
    const { egress, taskRole } = workload.settings;
    if (egress === "internet")
      warn(context, `${workload.origin}.egress`, `${workload.origin} cannot reach the internet`, {
        reason: "its subnets have no NAT gateway",
        hint: "set network.nat: single, or subnets: public for this one",
      });
    if (taskRole !== undefined && own.endpoints.derived)
      warn(
        context,
        `${workload.origin}.taskRole`,
        `no endpoint is made for what the role of ${workload.origin} may do`,
        {
          reason: "the role is another owner's, and auto goes by the roles that are made here",
          hint: "list the services that it uses under network.endpoints, instead of auto",
        },
      );
  }
}

/** Subnets that are given by their ids may have any way out. */
function isShutIn(network: NetworkPart, { settings }: Workload): boolean {
  const { subnets = "publicIp" in settings && settings.publicIp === true ? "public" : network.taskGroup } =
    settings;
  return typeof subnets === "string" && network.groups.get(subnets)?.public === false;
}

function checkImages(context: ResolveContext, { origin, settings }: Workload): void {
  const sidecars = Object.entries(settings.containers ?? {}).map(
    ([name, { image }]) => [`${origin}.containers.${name}`, image] as const,
  );
  for (const [at, image] of [[origin, settings.image] as const, ...sidecars]) {
    if (!isOutside(image)) continue;
    warn(context, `${at}.image`, `tasks of ${origin} cannot pull ${image.reference}`, {
      reason:
        "its registry is on the internet, and their subnets have no NAT gateway; no VPC endpoint leads there",
      hint: "copy the image into a private repository of ECR, or set network.nat: single",
    });
  }
}

function isOutside(image: Image): image is Extract<Image, { from: "reference" }> {
  return image.from === "reference" && !/^\d{12}\.dkr\.ecr\./.test(image.reference);
}

function checkEndpoints(
  context: ResolveContext,
  own: OwnNetwork,
  { origin }: Workload,
  resources: readonly Resource[],
): void {
  if (own.endpoints.derived) return;
  const used = usedServices(resources.filter((resource) => resource.origin === origin));
  const missing = [...used.endpoints.keys()].filter((name) => !own.endpoints.named.includes(name)).sort();
  if (missing.length === 0) return;
  warn(context, "network.endpoints", `${origin} uses ${missing.join(", ")}, and no endpoint leads there`, {
    reason: "its subnets have no NAT gateway",
    hint: `add ${missing.join(", ")} to network.endpoints, or set it to auto`,
  });
}

function warn(
  context: ResolveContext,
  path: string,
  message: string,
  details: { readonly reason: string; readonly hint: string },
): void {
  context.report({ code: "no-way-out", severity: "warning", path, message, ...details });
}
