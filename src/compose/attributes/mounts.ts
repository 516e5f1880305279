import type { SourceSpan } from "../../diagnostics/index.js";
import { listOf } from "../source/keyed-list.js";
import type { Tree } from "../source/tree.js";
import { childOf, isScalar, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import { isHostPath, parseMount } from "./mount-text.js";
import { parseFlag } from "./quantities.js";
import { writtenOf } from "./written.js";

export interface Mount {
  readonly type: "volume" | "bind" | "tmpfs" | "other";
  /** Name of a volume or path of the machine; absent for one without a name. */
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly span: SourceSpan;
}

/** `volumes` and `tmpfs` of a service. */
export function readMounts(reader: AttributeReader): readonly Mount[] {
  const volumes = listOf(reader.entry("volumes")?.value).flatMap((item, index) =>
    readMount(reader, item, index),
  );
  const scratch = listOf(reader.entry("tmpfs")?.value).flatMap((item) => {
    const target = isScalar(item) ? item.text.split(":")[0] : undefined;
    if (target === undefined || target === "") return [];
    return [{ type: "tmpfs" as const, target, readOnly: false, span: spanAt(item.place) }];
  });
  return [...volumes, ...scratch];
}

function readMount(reader: AttributeReader, item: Tree, index: number): readonly Mount[] {
  const span = spanAt(item.place);
  if (isScalar(item) && !reader.isKnown("volumes", writtenOf(item))) return [];
  const mount = isScalar(item) ? shortMount(item.text, span) : longMount(item, span);
  if (mount !== undefined) return [mount];
  reader.fail(
    "invalid-value",
    `volumes[${index}]`,
    "a volume is written [source:]target[:mode], or as a map with type and target",
    span,
    {
      hint: "such as data:/var/lib/app or ./config:/etc/app:ro",
    },
  );
  return [];
}

function shortMount(text: string, span: SourceSpan): Mount | undefined {
  const parsed = parseMount(text);
  if (parsed === undefined || text === "") return undefined;
  const { source, target, modes } = parsed;
  const common = { target, readOnly: modes.includes("ro"), span };
  if (source === undefined) return { type: "volume", ...common };
  return { type: isHostPath(source) ? "bind" : "volume", source, ...common };
}

const types: Readonly<Record<string, Mount["type"]>> = { volume: "volume", bind: "bind", tmpfs: "tmpfs" };

function longMount(item: Tree, span: SourceSpan): Mount | undefined {
  const part = (name: string): string | undefined => {
    const value = childOf(item, name);
    return isScalar(value) ? value.text : undefined;
  };
  const target = part("target");
  if (target === undefined) return undefined;
  const source = part("source");
  const readOnly = parseFlag(part("read_only") ?? "false") ?? false;
  const type = types[part("type") ?? "volume"] ?? "other";
  return { type, target, readOnly, span, ...(source === undefined ? {} : { source }) };
}
