import type { Written } from "../attributes/written.js";
import type { Exposure } from "./exposure.js";
import type { HostFinder } from "./find-hosts.js";
import { hostFinder } from "./find-hosts.js";
import { hostTable } from "./host-table.js";
import type { Roles } from "./roles.js";
import type { Translation } from "./translation.js";

/** What a host name in a text stands for. */
export interface Endpoints {
  readonly find: HostFinder;
  /** The service behind a host name. */
  readonly serviceOf: (host: string) => string | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly roles: Roles;
  readonly exposure: ReadonlyMap<string, Exposure>;
}

export function endpointsOf(
  { project }: Translation,
  names: ReadonlyMap<string, string>,
  roles: Roles,
): Omit<Endpoints, "exposure"> {
  const table = hostTable(project.services);
  return { find: hostFinder(table.keys()), serviceOf: (host) => table.get(host), names, roles };
}

/** Ports that variables and commands of services name for others: `http://api:8080` asks for 8080 of `api`. */
export function askedPorts(
  { project }: Translation,
  { find, serviceOf }: Omit<Endpoints, "exposure">,
): ReadonlyMap<string, readonly number[]> {
  const asked = new Map<string, Set<number>>();
  const note = (variable: string, { text }: Written, own: string): void => {
    for (const { name, port, scheme } of find(text, variable)) {
      const service = serviceOf(name);
      const number = port ?? (scheme === "http" ? 80 : undefined);
      if (service === undefined || service === own || number === undefined) continue;
      asked.set(service, (asked.get(service) ?? new Set()).add(number));
    }
  };
  for (const { name, variables, command = [], entrypoint = [] } of project.services) {
    for (const { name: variable, value } of variables) if (value !== undefined) note(variable, value, name);
    for (const word of [...command, ...entrypoint]) note("", word, name);
  }
  return new Map(
    [...asked].map(([service, ports]) => [service, [...ports].sort((one, other) => one - other)]),
  );
}
