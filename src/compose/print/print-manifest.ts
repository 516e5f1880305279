import type { Document, Pair, Scalar } from "yaml";
import { isMap, isScalar, Document as YamlDocument } from "yaml";
import { splitPath } from "../../diagnostics/index.js";
import type { ComposeLayer } from "../translate/translate-compose.js";
import type { Decision } from "../translate/translation.js";

/** A longshore.yaml of its own, with the reason of each decision as a comment, for `longshore import compose`. */
export function printManifest(layer: ComposeLayer): string {
  const document = new YamlDocument(layer.document);
  document.commentBefore = [
    " Made from a compose file by `longshore import compose`. Read the comments: each says why a thing is as it is.",
    ...leftOut(layer.decisions).map((line) => ` ${line}`),
  ].join("\n");
  for (const decision of layer.decisions) comment(document, decision);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** What stands nowhere in the manifest is said at its top. */
function leftOut(decisions: readonly Decision[]): readonly string[] {
  const away = decisions.filter(({ what }) => what === "left-out" || what === "backing");
  return away.map(({ path, reason }) => `Not here: ${path}: ${reason}`);
}

/** Behind a scalar on its line, else above the key. */
function comment(document: Document, { path, reason }: Decision): void {
  const segments = splitPath(path);
  const parent = segments.length === 1 ? document.contents : document.getIn(segments.slice(0, -1), true);
  if (!isMap(parent)) return;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === segments.at(-1)) as
    | Pair<Scalar>
    | undefined;
  if (pair === undefined) return;
  const text = ` ${reason.replace(/\s+/g, " ")}`;
  if (isScalar(pair.value) && !String(pair.value.value).includes("\n")) pair.value.comment = text;
  else pair.key.commentBefore = text;
}
