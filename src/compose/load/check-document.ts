import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { MapTree, Tree } from "../source/tree.js";
import { childOf, entriesOf, isMap, kindOfTree, spanAt } from "../source/tree.js";

const composeKeys = [
  "services",
  "include",
  "networks",
  "volumes",
  "secrets",
  "configs",
  "name",
  "version",
  "models",
];

/** The document as a map, or why it is none of Compose's. */
export function checkDocument(tree: Tree): MapTree | Diagnostic {
  if (!isMap(tree)) {
    const { source, start } = tree.place;
    return refuse(
      `${source.file} is not a compose file: it is ${kindOfTree(tree)}, not a map`,
      source.spanOf(start, start + 1),
    );
  }
  const keys = [...tree.entries.keys()];
  if (keys.some((key) => composeKeys.includes(key))) {
    const services = childOf(tree, "services");
    if (services === undefined || isMap(services)) return tree;
    const span = spanAt(tree.entries.get("services")?.key ?? tree.place);
    return refuse(`services must be a map of names to services, not ${kindOfTree(services)}`, span);
  }
  if (keys.length > 0 && keys.every((key) => key.startsWith("x-"))) return tree;
  const [first] = tree.entries.values();
  return refuse(
    `${tree.place.source.file} is not a compose file${guess(tree)}`,
    spanAt(first?.key ?? tree.place),
  );
}

function refuse(message: string, span: SourceSpan): Diagnostic {
  return error("not-compose", "", message, {
    span,
    hint: "a compose file has its services under `services:`",
  });
}

/** What a file that is none of Compose's looks like. */
function guess(tree: MapTree): string {
  const has = (...keys: readonly string[]): boolean => keys.every((key) => tree.entries.has(key));
  if (has("apiVersion", "kind")) return ": it looks like a manifest of Kubernetes";
  if (has("Resources")) return ": it looks like a template of CloudFormation";
  if (has("jobs")) return ": it looks like a workflow of a build server";
  if (has("application")) return ": it looks like a manifest of longshore; use it with --file";
  const isOld = entriesOf(tree).some(([, { value }]) => childOf(value, "image") ?? childOf(value, "build"));
  return isOld
    ? ": its services stand at the top, as in version 1 of the format, which is gone since 2023"
    : "";
}
