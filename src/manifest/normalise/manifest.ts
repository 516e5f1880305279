import { appendPath } from "../../diagnostics/index.js";
import type { DataResource, Job, Manifest, Service } from "../manifest.js";
import type { WrittenManifest } from "../written.generated.js";
import { accounts } from "./accounts.js";
import { applicationAlarms } from "./alarms.js";
import { cluster } from "./cluster.js";
import { addDefaultRoutes } from "./default-services.js";
import type { Faulty } from "./faulty.js";
import { soundFields } from "./faulty.js";
import { ingresses } from "./ingress.js";
import { job } from "./job.js";
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
  const balancers = ingresses(reading, sound("ingress", written.ingress));
  const read = services(reading, sound("services", written.services), isFaulty);
  checkTasks(reading, written, isFaulty);
  addDefaultRoutes(reading, sound("ingress", written.ingress) ?? {}, balancers, written.services ?? {}, read);
  return present({
    application: written.application,
    environment,
    compose: ifWritten(sound("compose", written.compose), (files) => [files].flat()),
    ...accounts(reading, written, isFaulty),
    profile: written.profile,
    stacks: written.stacks,
    naming: written.naming,
    tags: tags(reading, sound("tags", written.tags)),
    network: network(reading, sound("network", written.network)),
    cluster: cluster(reading, sound("cluster", written.cluster)),
    ingresses: balancers,
    registry: registry(sound("registry", written.registry)),
    services: read,
    jobs: ifWritten(sound("jobs", written.jobs), (each) =>
      jobs(reading, each, written.services ?? {}, isFaulty),
    ),
    resources: resources(reading, sound("resources", written.resources), isFaulty),
    parameters: ifWritten(sound("parameters", written.parameters), (each) => parameters(reading, each)),
    alarms: applicationAlarms(reading, sound("alarms", written.alarms)),
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

/** A manifest with nothing that runs is taken for a mistake. */
function checkTasks(reading: Reading, { services, jobs = {} }: WrittenManifest, isFaulty: Faulty): void {
  if (isFaulty("services") || isFaulty("jobs") || Object.keys(jobs).length > 0) return;
  if (services !== undefined && Object.keys(services).length > 0) return;
  const what = services === undefined ? "services is missing" : "services has no service";
  reading.fail("missing-key", "services", what, {
    hint: "declare at least one: `services: { web: { image: nginx:1.27, port: 80, route: /* } }`, or a job",
  });
}

function services(
  reading: Reading,
  written: WrittenManifest["services"],
  isFaulty: Faulty,
): Record<string, Service> {
  const read: Record<string, Service> = {};
  for (const [name, each] of Object.entries(written ?? {})) {
    const path = appendPath("services", name);
    if (isFaulty(path)) continue;
    const value = service(reading, name, soundFields(each, path, isFaulty), isFaulty);
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function jobs(
  reading: Reading,
  written: NonNullable<WrittenManifest["jobs"]>,
  services: NonNullable<WrittenManifest["services"]>,
  isFaulty: Faulty,
): Record<string, Job> {
  const read: Record<string, Job> = {};
  for (const [name, each] of Object.entries(written)) {
    const path = appendPath("jobs", name);
    if (Object.hasOwn(services, name)) {
      reading.fail("name-collision", path, `${name} is a service and a job`, {
        reason: "both would have the same task definition, log group and roles",
        hint: "rename one of them",
      });
    }
    if (isFaulty(path)) continue;
    const value = job(reading, name, soundFields(each, path, isFaulty), isFaulty);
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
