import type fc from "fast-check";
import type { WrittenManifest } from "../../src/manifest/index.js";
import type { WrittenService } from "../../src/manifest/written.generated.js";
import { manifestArbitrary } from "../manifest/arbitrary.js";

/** Drawn manifests without the contradictions that most would have, so that most of them can be planned. */
export function plannableArbitrary(): fc.Arbitrary<WrittenManifest> {
  return manifestArbitrary().map((written) => {
    const { ingress } = written;
    const { http: _, ...rest } = ingress ?? {};
    const services = Object.entries(written.services).map(([name, service]) => [
      name,
      repair(written, service),
    ]);
    return {
      ...written,
      ...(ingress !== undefined && { ingress: ingress.domains === undefined ? rest : ingress }),
      services: Object.fromEntries(services),
    };
  });
}

function repair(written: WrittenManifest, service: WrittenService): WrittenService {
  const { egress, subnets: _, connects = [], ...rest } = service;
  const reachable = connects.filter((name) => {
    const callee = written.services[name];
    return callee === undefined ? written.resources?.[name]?.type === "postgres" : callee.port !== undefined;
  });
  return { ...rest, connects: reachable, ...(egress !== undefined && egress !== "endpoints" && { egress }) };
}
