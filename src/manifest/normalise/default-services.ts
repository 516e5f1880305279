import { appendPath, suggest } from "../../diagnostics/index.js";
import type { Route } from "../ingress-settings.js";
import type { Service } from "../manifest.js";
import type { WrittenIngress, WrittenManifest } from "../written.generated.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** The last that a listener looks at. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
const lastPriority = 50_000;

/**
 * `ingress.default: web` as a route of `web` that comes after all others. It is no default action: the listener, which
 * every service's stack follows, would then have to follow the stack of that service.
 */
export function addDefaultRoutes(
  reading: Reading,
  written: NonNullable<WrittenManifest["ingress"]>,
  origins: readonly { readonly origin: string; readonly name?: string }[],
  declared: Readonly<Record<string, unknown>> | undefined,
  services: Record<string, Service>,
): void {
  const names = Object.keys(declared ?? {});
  for (const { origin, name } of origins) {
    const settings = (name === undefined ? written : written[name as keyof typeof written]) as WrittenIngress;
    const target = settings.default;
    if (typeof target !== "string") continue;
    const path = appendPath(origin, "default");
    const service = services[target];
    if (!names.includes(target)) reportUnknown(reading, path, target, names);
    if (service === undefined) continue;
    const route: Route = present({
      origin: path,
      ingress: name,
      hosts: [],
      paths: ["/*"],
      priority: lastPriority,
    });
    services[target] = { ...service, routes: [...service.routes, route] };
  }
}

function reportUnknown(reading: Reading, path: string, target: string, declared: readonly string[]): void {
  const meant = suggest(target, declared);
  reading.fail("unknown-service", path, `${path} names "${target}", which is no service`, {
    hint: meant === undefined ? `the services are ${declared.join(", ")}` : `did you mean "${meant}"?`,
  });
}
