import { isRawMap, type ManifestBase, type RawMap } from "../manifest/index.js";
import type { ComposeLayer } from "./translate/translate-compose.js";

/** What compose files say, to lie under a manifest. */
export function manifestBaseOf({ document, locate }: ComposeLayer): ManifestBase {
  return { tree: withoutKinds(document), places: { find: (path) => locate(path), written: () => undefined } };
}

/** Kinds follow from ports, routes and listeners; left out, a manifest may give a route to what has none in compose. */
function withoutKinds(document: RawMap): RawMap {
  const { services } = document;
  if (!isRawMap(services)) return document;
  const kindless = Object.entries(services).map(([name, service]) => [
    name,
    isRawMap(service)
      ? Object.fromEntries(Object.entries(service).filter(([key]) => key !== "kind"))
      : service,
  ]);
  return { ...document, services: Object.fromEntries(kindless) };
}
