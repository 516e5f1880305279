import type fc from "fast-check";
import type {
  WrittenAccess,
  WrittenIngress,
  WrittenJob,
  WrittenResource,
  WrittenService,
} from "../../src/manifest/written.generated.js";
import { accessTypes, type GrantedType } from "../../src/plan/access/grants.js";
import { type DrawnManifest, manifestArbitrary } from "../manifest/arbitrary.js";

/** Drawn manifests without the contradictions that most would have, so that most of them can be planned. */
export function plannableArbitrary(): fc.Arbitrary<DrawnManifest> {
  return manifestArbitrary().map((written) => {
    const { ingress } = written;
    const services = Object.entries(written.services).map(([name, service]) => [
      name,
      repair(written, service),
    ]);
    return {
      ...written,
      ...(ingress !== undefined && { ingress: repairIngress(ingress) }),
      services: Object.fromEntries(services),
      ...(written.jobs !== undefined && {
        jobs: Object.fromEntries(
          Object.entries(written.jobs).map(([name, job]) => [name, repair(written, job)]),
        ),
      }),
    };
  });
}

/** What port 80 does is decided by the domains where there are none. */
function repairIngress(
  ingress: NonNullable<DrawnManifest["ingress"]>,
): NonNullable<DrawnManifest["ingress"]> {
  const { public: open, internal } = ingress as Readonly<Record<string, WrittenIngress | undefined>>;
  if (open !== undefined && internal !== undefined)
    return { public: withoutHttp(open), internal: withoutHttp(internal) };
  return withoutHttp(ingress as WrittenIngress);
}

function withoutHttp({ http, ...rest }: WrittenIngress): WrittenIngress {
  return rest.domains === undefined || http === undefined ? rest : { http, ...rest };
}

function repair<Written extends WrittenService | WrittenJob>(written: DrawnManifest, task: Written): Written {
  const { egress, subnets: _, connects = [], access, ...rest } = task;
  const reachable = connects.filter((each) => {
    const name = typeof each === "string" ? each : each.to;
    const callee = written.services[name];
    return callee === undefined ? isDatabase(written.resources?.[name]) : callee.port !== undefined;
  });
  const open = egress === "endpoints" ? undefined : egress;
  return {
    ...rest,
    connects: reachable,
    ...(open !== undefined && { egress: open }),
    ...(access !== undefined && { access: repairAccess(written, access) }),
  } as unknown as Written;
}

/** A verb that the resource has; none for what IAM gives no access to. */
function repairAccess(written: DrawnManifest, access: WrittenAccess): WrittenAccess {
  const entries = Object.entries(access).flatMap(([name, verb]): [string, unknown][] => {
    const type = written.resources?.[name]?.type;
    if (type === undefined) return [[name, verb]];
    if (!(type in accessTypes)) return [];
    const verbs = Object.keys(accessTypes[type as GrantedType].verbs);
    return [[name, verbs.includes(String(verb)) ? verb : verbs[0]]];
  });
  return Object.fromEntries(entries) as WrittenAccess;
}

function isDatabase(resource: WrittenResource | undefined): boolean {
  return resource?.type === "postgres" || resource?.type === "redis";
}
