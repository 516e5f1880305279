import { basename } from "node:path";
import { defaultFiles } from "../manifest-files.js";

/** `compose.yaml`, `docker-compose.prod.yml` and their like. */
export function isComposeName(file: string): boolean {
  return /^(?:docker-compose.*|compose(?:\..+)?)\.ya?ml$/i.test(basename(file));
}

/** Whether a YAML text is a compose file. A manifest that lacks its name is still a manifest. */
export function isComposeText(file: string, text: string): boolean {
  if (defaultFiles.includes(basename(file))) return false;
  const keys = topKeys(text);
  return keys.has("services") && !manifestKeys.some((key) => keys.has(key));
}

/** Whether a YAML text is a manifest for sure, and no further compose file. */
export function isManifestText(file: string, text: string): boolean {
  return defaultFiles.includes(basename(file)) || topKeys(text).has("application");
}

/** Those that people write first; none is a key of a compose file. */
const manifestKeys: readonly string[] = [
  "application",
  "region",
  "environments",
  "compose",
  "ingress",
  "cluster",
  "network",
  "resources",
];

/** Keys of the document, in block style or in JSON. Reading the file for good is what follows. */
function topKeys(text: string): ReadonlySet<string> {
  if (text.trimStart().startsWith("{")) return keysOfJson(text);
  return new Set(
    [...text.matchAll(/^(["']?)([A-Za-z][\w-]*)\1[ \t]*:(?=\s|$)/gm)].map(([, , key = ""]) => key),
  );
}

function keysOfJson(text: string): ReadonlySet<string> {
  try {
    return new Set(Object.keys(JSON.parse(text)));
  } catch {
    return new Set();
  }
}
