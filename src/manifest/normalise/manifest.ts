import { appendPath } from "../../diagnostics/index.js";
import type { DataResource, Manifest, Service } from "../manifest.js";
import type { WrittenManifest } from "../written.generated.js";
import { cluster } from "./cluster.js";
import type { Faulty } from "./faulty.js";
import { soundFields } from "./faulty.js";
import { ingress } from "./ingress.js";
import { network } from "./network.js";
import { parameters } from "./parameter.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { registry } from "./registry.js";
import { resource } from "./resource.js";
import { service } from "./service.js";

/**
 * Written to authored: short forms expanded, units converted, what needs more than one field checked. The areas that
 * are faulty are left out, so that the rest can be judged in the same run.
 */
export function normalise(
  reading: Reading,
  written: WrittenManifest,
  environment: string | undefined,
  isFaulty: Faulty,
): Manifest {
  const sound = <Area>(area: string, value: Area | undefined): Area | undefined =>
    isFaulty(area) ? undefined : value;
  return present({
    application: written.application,
    environment,
    compose: ifWritten(sound("compose", written.compose), (files) => [files].flat()),
    region: written.region,
    profile: written.profile,
    stacks: written.stacks,
    naming: written.naming,
    tags: tags(reading, sound("tags", written.tags)),
    network: network(reading, sound("network", written.network)),
    cluster: cluster(reading, sound("cluster", written.cluster)),
    ingress: ingress(reading, sound("ingress", written.ingress)),
    registry: registry(sound("registry", written.registry)),
    services: services(reading, sound("services", written.services), isFaulty),
    resources: resources(reading, sound("resources", written.resources), isFaulty),
    parameters: ifWritten(sound("parameters", written.parameters), (each) => parameters(reading, each)),
    alarms: { notify: sound("alarms", written.alarms)?.notify ?? [] },
    dashboard: written.dashboard,
  });
}

/** AWS takes 50 tags; the rest is room for those that the plan adds. */
const maxTags = 40;

function tags(reading: Reading, written: Readonly<Record<string, string>> = {}): Record<string, string> {
  const count = Object.keys(written).length;
  if (count > maxTags) {
    reading.fail("invalid-value", "tags", `there are ${count} tags`, {
      reason: `at most ${maxTags} leave room for the tags of longshore within AWS's 50`,
    });
  }
  return { ...written };
}

function services(
  reading: Reading,
  written: WrittenManifest["services"] | undefined,
  isFaulty: Faulty,
): Record<string, Service> {
  if (written !== undefined && Object.keys(written).length === 0) {
    reading.fail("missing-key", "services", "services has no service", {
      hint: "declare at least one: `web: { image: nginx:1.27, port: 80, route: /* }`",
    });
  }
  const read: Record<string, Service> = {};
  for (const [name, each] of Object.entries(written ?? {})) {
    const path = appendPath("services", name);
    if (isFaulty(path)) continue;
    const value = service(reading, name, soundFields(each, path, isFaulty), isFaulty);
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function resources(
  reading: Reading,
  written: WrittenManifest["resources"],
  isFaulty: Faulty,
): Record<string, DataResource> {
  const read: Record<string, DataResource> = {};
  for (const [name, each] of Object.entries(written ?? {})) {
    const path = appendPath("resources", name);
    const value = isFaulty(path) ? undefined : resource(reading, path, each);
    if (value !== undefined) read[name] = value;
  }
  return read;
}
