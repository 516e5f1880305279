import { parseMount } from "../attributes/mount-text.js";
import { parsePort } from "../attributes/port-text.js";
import type { Tree } from "../source/tree.js";
import { childOf, isScalar } from "../source/tree.js";

/** What tells two items of a list apart; undefined for an item that cannot be told. */
export type UniqueKey = (item: Tree) => string | undefined;

/** `{ip, target, published, protocol}` */
export const portKey: UniqueKey = (item) => {
  if (item.kind === "scalar") {
    const port = parsePort(item.text);
    if (port === undefined) return item.text;
    return [port.hostIp ?? "0.0.0.0", port.published ?? "", port.target, port.protocol].join(" ");
  }
  const part = (name: string, otherwise: string): string => textAt(item, name) ?? otherwise;
  return [
    part("host_ip", "0.0.0.0"),
    part("published", ""),
    part("target", ""),
    part("protocol", "tcp"),
  ].join(" ");
};

export const volumeKey: UniqueKey = (item) =>
  item.kind === "scalar" ? parseMount(item.text)?.target : textAt(item, "target");

/** The target, or where a secret or config is put when none is written. */
export function fileKey(folder: string): UniqueKey {
  return (item) => {
    if (item.kind === "scalar") return `${folder}${item.text}`;
    const target = textAt(item, "target");
    if (target !== undefined) return target.startsWith("/") ? target : `${folder}${target}`;
    return `${folder}${textAt(item, "source") ?? ""}`;
  };
}

export const textKey: UniqueKey = (item) => (item.kind === "scalar" ? item.text : undefined);

function textAt(tree: Tree, key: string): string | undefined {
  const value = childOf(tree, key);
  return isScalar(value) ? value.text : undefined;
}
