import type { SourceSpan } from "../../diagnostics/index.js";
import type { ComposeService } from "../attributes/service.js";

/** A route that labels or variables of a proxy ask for. */
export interface LabelRoute {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly span: SourceSpan;
}

export interface LabelRoutes {
  readonly routes: readonly LabelRoute[];
  readonly port?: number;
  /** Rules that say more than a host and a path. */
  readonly untranslated: readonly { readonly text: string; readonly span: SourceSpan }[];
}

/** Rules of Traefik, hosts of nginx-proxy (`VIRTUAL_HOST`) and of caddy-docker-proxy. */
export function labelRoutes(service: ComposeService): LabelRoutes {
  if (textOf(service, "traefik.enable") === "false") return { routes: [], untranslated: [] };
  const routes: LabelRoute[] = [];
  const untranslated: { text: string; span: SourceSpan }[] = [];
  for (const [name, { text, span }] of service.labels) {
    if (/^traefik\.http\.routers\.[^.]+\.rule$/.test(name)) {
      const read = readRule(text);
      if (read === undefined) untranslated.push({ text: name, span });
      else routes.push(...read.map((route) => ({ ...route, span })));
    } else if (/^caddy(?:_\d+)?$/.test(name)) routes.push({ hosts: hostsIn(text), paths: [], span });
  }
  const virtual = service.variables.find(({ name }) => name === "VIRTUAL_HOST")?.value;
  if (virtual !== undefined && virtual.text !== "")
    routes.push({ hosts: hostsIn(virtual.text), paths: [], span: virtual.span });
  const port = portOf(service);
  return { routes: unique(routes), untranslated, ...(port === undefined ? {} : { port }) };
}

/** The same host by several rules, as for http and https, is one route. */
function unique(routes: readonly LabelRoute[]): readonly LabelRoute[] {
  return [...new Map(routes.map((route) => [JSON.stringify([route.hosts, route.paths]), route])).values()];
}

/** True for a label that only a proxy in front of Docker reads. */
export function isProxyLabel(name: string): boolean {
  return /^(?:traefik|caddy|com\.docker|com\.centurylinklabs|ofelia)(?:[._]|$)/.test(name);
}

function portOf(service: ComposeService): number | undefined {
  const label = [...service.labels].find(([name]) =>
    /^traefik\.http\.services\.[^.]+\.loadbalancer\.server\.port$/.test(name),
  )?.[1];
  const written = label?.text ?? service.variables.find(({ name }) => name === "VIRTUAL_PORT")?.value?.text;
  return written !== undefined && /^\d{1,5}$/.test(written) ? Number(written) : undefined;
}

/** `Host(`a`, `b`) && PathPrefix(`/x`)`, alternatives joined by `||`. Undefined for anything more. */
function readRule(rule: string): readonly Omit<LabelRoute, "span">[] | undefined {
  const alternatives = rule
    .split("||")
    .map((alternative) => readAlternative(alternative.trim().replace(/^\((.*)\)$/s, "$1")));
  const read = alternatives.filter((each) => each !== undefined);
  return read.length === alternatives.length ? read : undefined;
}

function readAlternative(rule: string): Omit<LabelRoute, "span"> | undefined {
  const hosts: string[] = [];
  const paths: string[] = [];
  for (const part of rule.split("&&")) {
    const [, matcher, list = ""] = /^\s*(Host|PathPrefix|Path)\(([^()]*)\)\s*$/.exec(part) ?? [];
    const values = [...list.matchAll(/[`"']([^`"']+)[`"']/g)].map(([, value = ""]) => value);
    if (matcher === undefined || values.length === 0) return undefined;
    if (matcher === "Host") hosts.push(...values);
    else if (matcher === "Path") paths.push(...values);
    else paths.push(...values.flatMap(prefixPaths));
  }
  return { hosts, paths };
}

/** A prefix is the path itself and what is below it. */
function prefixPaths(prefix: string): readonly string[] {
  const bare = prefix.replace(/\/+$/, "");
  return bare === "" ? ["/*"] : [bare, `${bare}/*`];
}

function hostsIn(text: string): readonly string[] {
  return text
    .split(/[,\s]+/)
    .map((host) => host.replace(/^https?:\/\//, "").replace(/[:/].*$/, ""))
    .filter((host) => host.includes("."));
}

function textOf({ labels }: ComposeService, name: string): string | undefined {
  return labels.get(name)?.text;
}
