import type { ComposeService } from "../attributes/service.js";

/** Every name under which services find each other, with the service behind it. */
export function hostTable(services: readonly ComposeService[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const { name, aliases } of services) {
    for (const alias of aliases) if (!table.has(alias)) table.set(alias, name);
  }
  for (const { links } of services) {
    for (const [alias, service] of links) if (!table.has(alias)) table.set(alias, service);
  }
  // A service's own name wins over an alias of another one.
  for (const { name } of services) table.set(name, name);
  return table;
}
