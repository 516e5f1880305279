import type { SourceSpan } from "../../diagnostics/index.js";
import { listOf } from "../source/keyed-list.js";
import type { Tree } from "../source/tree.js";
import { childOf, isMap, isScalar, kindOfTree, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import type { PortText } from "./port-text.js";
import { parsePort } from "./port-text.js";
import { writtenOf } from "./written.js";

export interface Port {
  /** Port of the container. */
  readonly target: number;
  /** Port of the machine; absent when Docker chooses one. */
  readonly published?: number;
  readonly protocol: "tcp" | "udp";
  /** True when it is bound to the machine itself: nobody else reaches it. */
  readonly isLoopback: boolean;
  /** Such as `http`; written in the long form only. */
  readonly appProtocol?: string;
  readonly span: SourceSpan;
}

/** A range of more ports than this is not a set of listeners. */
const maxRange = 20;

export function readPorts(reader: AttributeReader): readonly Port[] {
  return listOf(reader.entry("ports")?.value).flatMap((item, index) => readPort(reader, item, index));
}

/** `expose`: ports for other services only. */
export function readExpose(reader: AttributeReader): readonly Port[] {
  return listOf(reader.entry("expose")?.value).flatMap((item, index) => readPort(reader, item, index));
}

function readPort(reader: AttributeReader, item: Tree, index: number): readonly Port[] {
  const span = spanAt(item.place);
  const key = `ports[${index}]`;
  const short = isScalar(item) ? item : undefined;
  if (short !== undefined && !reader.isKnown("ports", writtenOf(short))) return [];
  const port = short === undefined ? longPort(item) : parsePort(short.text);
  if (port !== undefined) return expand(reader, port, span, key, appProtocolOf(item));
  const found = isScalar(item) || isMap(item) ? "" : `, not ${kindOfTree(item)}`;
  reader.fail("invalid-value", key, `a port is written [ip:][published:]target[/protocol]${found}`, span, {
    hint: 'such as "8080:80", "127.0.0.1:8080:80" or "1883:1883/tcp"; numbers from 1 to 65535',
  });
  return [];
}

function longPort(item: Tree): PortText | undefined {
  const part = (name: string): string | undefined => {
    const value = childOf(item, name);
    return isScalar(value) ? value.text : undefined;
  };
  const target = part("target");
  if (target === undefined) return undefined;
  const published = part("published");
  const short = parsePort(
    `${published === undefined ? "" : `${published}:`}${target}/${part("protocol") ?? "tcp"}`,
  );
  const hostIp = part("host_ip");
  return short === undefined || hostIp === undefined ? short : { ...short, hostIp };
}

function appProtocolOf(item: Tree): string | undefined {
  const value = childOf(item, "app_protocol");
  return isScalar(value) ? value.text : undefined;
}

function expand(
  reader: AttributeReader,
  port: PortText,
  span: SourceSpan,
  key: string,
  appProtocol?: string,
): readonly Port[] {
  const targets = rangeOf(port.target);
  const published = port.published === undefined ? [] : rangeOf(port.published);
  const isPaired = published.length === targets.length || published.length === 0;
  if (targets.some((each) => !isPort(each)) || published.some((each) => !isPort(each))) {
    reader.fail("port-range", key, "a port is not within 1 to 65535", span);
    return [];
  }
  if (targets.length === 0 || (!isPaired && targets.length > 1)) {
    reader.fail("port-range", key, "the two ranges of ports are not of the same length", span);
    return [];
  }
  if (targets.length > maxRange) {
    reader.warn("compose-refused", key, `the range of ${targets.length} ports is left out`, span, {
      reason: "each port of a range would be a listener of its own",
      hint: "list the ports that are used, or keep this service off Fargate",
    });
    return [];
  }
  if (targets.length > 1) {
    reader.warn(
      "compose-choice",
      key,
      `the range stands for ${targets.length} ports, each opened by itself`,
      span,
    );
  }
  const common = {
    protocol: port.protocol === "udp" ? ("udp" as const) : ("tcp" as const),
    isLoopback: /^(?:127\.|::1$|localhost$)/.test(port.hostIp ?? ""),
    span,
    ...(appProtocol === undefined ? {} : { appProtocol }),
  };
  return targets.map((target, at) => {
    const to = published[at];
    return { target, ...(to === undefined ? {} : { published: to }), ...common };
  });
}

function rangeOf(text: string): readonly number[] {
  const [from = Number.NaN, to = from] = text.split("-").map(Number);
  if (to < from || to - from > 65535) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}
