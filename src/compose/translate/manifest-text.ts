import type { Written } from "../attributes/written.js";
import { piecesOf } from "../attributes/written.js";
import type { Piece } from "../interpolation/pieces.js";
import type { Endpoints } from "./endpoints.js";
import type { FoundHost } from "./find-hosts.js";
import { variableNameOf } from "./manifest-names.js";
import type { Translation } from "./translation.js";

/** `${` is a reference in a manifest; as text it is written `$${`. */
export function escapeReferences(text: string): string {
  // A function, since `$$` in a replacement text is one dollar sign.
  return text.replaceAll("${", () => "$${");
}

export interface TextPlace {
  /** Path of the text in the manifest. */
  readonly path: readonly string[];
  /** Name of the variable, which may say that its value is a host. */
  readonly variable: string;
  /** The service whose text it is, by its name in the compose file. */
  readonly service: string;
  /** Gets each service and resource that the text names. */
  readonly connects: Set<string>;
}

/** Stands for a part that is no text while hosts are looked for: a character of Unicode's private area. */
const marker = (index: number): string => String.fromCharCode(0xe000 + (index % 0x1000));

/** A text with hosts of the compose file replaced by references, and what has no value by parameters. */
export function manifestText(
  translation: Translation,
  endpoints: Endpoints,
  place: TextPlace,
  written: Written,
): string {
  const pieces = piecesOf(written);
  const replaced = pieces.map((piece) => standIn(translation, piece, written));
  const marked = pieces
    .map(({ text }, index) => (replaced[index] === undefined ? text : marker(index)))
    .join("");
  const rewriter = new HostRewriter(translation, endpoints, place, written);
  const restore = (text: string): string =>
    escapeReferences(text).replace(
      /[\ue000-\uefff]/g,
      (character) => replaced[character.charCodeAt(0) - 0xe000] ?? character,
    );
  let result = "";
  let at = 0;
  for (const host of endpoints.find(marked, place.variable)) {
    if (host.start < at) continue;
    const change = rewriter.change(marked, host);
    if (change === undefined) continue;
    result += restore(marked.slice(at, change.start)) + change.text;
    at = change.end;
  }
  return result + restore(marked.slice(at));
}

/** A parameter for a part without a value; undefined for text. */
function standIn(translation: Translation, piece: Piece, { span }: Written): string | undefined {
  if (piece.from !== "missing") return undefined;
  return translation.parameter(piece.name, describeMissing(piece.name, piece.reason), span);
}

export function describeMissing(name: string, reason: string | undefined): string {
  if (reason === undefined || reason === "") return `${name} of the compose file, which has no value there`;
  return escapeReferences(reason);
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

class HostRewriter {
  private readonly translation: Translation;
  private readonly endpoints: Endpoints;
  private readonly place: TextPlace;
  private readonly written: Written;

  constructor(translation: Translation, endpoints: Endpoints, place: TextPlace, written: Written) {
    this.translation = translation;
    this.endpoints = endpoints;
    this.place = place;
    this.written = written;
  }

  change(text: string, host: FoundHost): Change | undefined {
    const service = this.endpoints.serviceOf(host.name);
    const role = service === undefined ? undefined : this.endpoints.roles.get(service);
    if (service === undefined || role === undefined) return undefined;
    if (host.name !== service) this.sayAlias(host.name, service);
    const { start, end } = host;
    if (role.as === "service")
      return service === this.place.service
        ? this.refuse(host, "it is the service itself")
        : this.toService(text, host, service);
    if (role.as === "sidecar") return this.refuse(host, "it runs in the task of another service");
    const name = this.endpoints.names.get(service) ?? service;
    if (role.as === "bound" && role.resource !== undefined) {
      this.place.connects.add(role.resource);
      return { start, end, text: `\${resources.${role.resource}.host}` };
    }
    const parameter = `${variableNameOf(name)}_HOST`;
    return {
      start,
      end,
      text: this.translation.parameter(
        parameter,
        `Host name of what ${service} is in the compose file`,
        this.written.span,
      ),
    };
  }

  private toService(text: string, host: FoundHost, service: string): Change | undefined {
    const name = this.endpoints.names.get(service) ?? service;
    const exposure = this.endpoints.exposure.get(service);
    if (exposure === undefined || exposure.kind === "worker")
      return this.refuse(host, "it listens on no port");
    this.place.connects.add(name);
    const listens =
      exposure.kind === "network" ? exposure.listeners.map(({ target }) => target) : [exposure.port];
    if (host.port !== undefined && !listens.includes(host.port)) {
      this.translation.warn(
        "compose-choice",
        this.place.path,
        `${host.name}:${host.port} is not a port that is opened: ${name} has ${listens.join(", ")}`,
        {
          span: this.written.span,
          sensitive: true,
          hint: `within the network the port of the container counts, not the published one; or set services: { ${name}: { port: ${host.port} } }`,
        },
      );
    }
    const isUrl = host.scheme === "http" && !host.hasUser && (host.port ?? 80) === exposure.port;
    if (!isUrl) return { start: host.start, end: host.end, text: `\${services.${name}.host}` };
    const start = text.slice(0, host.start).toLowerCase().lastIndexOf("http://");
    const end = host.port === undefined ? host.end : host.end + 1 + String(host.port).length;
    return { start, end, text: `\${services.${name}.url}` };
  }

  private sayAlias(alias: string, service: string): void {
    const where = this.place.variable === "" ? "the command" : this.place.variable;
    const message = `${alias} in ${where} is taken for the service ${service}`;
    this.translation.note("compose-choice", this.place.path, message, {
      span: this.written.span,
      sensitive: true,
      reason:
        "names of containers, host names and aliases are no names on Fargate: the service's address stands there instead",
    });
  }

  private refuse({ name }: FoundHost, why: string): undefined {
    this.translation.warn(
      "compose-choice",
      this.place.path,
      `the host ${name} in ${this.place.variable || "the command"} is left as it is: ${why}`,
      {
        span: this.written.span,
        sensitive: true,
        reason: "names of compose services mean nothing on Fargate",
        hint: "write the address that is meant in the manifest",
      },
    );
    return undefined;
  }
}
