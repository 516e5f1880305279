import { listOf } from "../source/keyed-list.js";
import { childOf, entriesOf, isScalar } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";

/** How a service is called by others, and how it calls others. */
export interface HostNames {
  /** Names beside its own under which others find it: container name, host name, aliases of networks. */
  readonly aliases: readonly string[];
  /** Names that it uses for other services: `links: [db:database]`. */
  readonly links: ReadonlyMap<string, string>;
  readonly containerName?: string;
}

export function readHostNames(reader: AttributeReader): HostNames {
  const containerName = reader.known("container_name")?.text;
  const hostname = reader.known("hostname")?.text;
  const networks = entriesOf(reader.entry("networks")?.value).flatMap(([, { value }]) =>
    listOf(childOf(value, "aliases")).flatMap((item) => (isScalar(item) ? [item.text] : [])),
  );
  const links = listOf(reader.entry("links")?.value).flatMap((item) => {
    const [service = "", alias = service] = isScalar(item) ? item.text.split(":") : [];
    return service === "" ? [] : [[alias, service] as const];
  });
  const aliases = [containerName, hostname, ...networks].filter((name) => name !== undefined);
  return { aliases, links: new Map(links), ...(containerName === undefined ? {} : { containerName }) };
}
