import { appendPath } from "../../diagnostics/index.js";
import type {
  Answer,
  IngressImport,
  IngressRule,
  IngressSettings,
  LogDestination,
} from "../ingress-settings.js";
import { ingressKeys } from "../schema/ingress.js";
import type { WrittenIngress, WrittenIngressImport, WrittenManifest } from "../written.generated.js";
import { answer, fixedAnswer } from "./answer.js";
import { conditions } from "./conditions.js";
import { domains } from "./domain.js";
import { seconds } from "./duration.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { ingressSources } from "./sources.js";

/** One block is a load balancer without a name; a map of several gives one each, by name in order. */
export function ingresses(reading: Reading, written: WrittenManifest["ingress"] = {}): IngressSettings[] {
  if (!isSeveral(written)) return [ingress(reading, written, "ingress", undefined)];
  return Object.entries(written)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => ingress(reading, each, appendPath("ingress", name), name));
}

function isSeveral(
  written: NonNullable<WrittenManifest["ingress"]>,
): written is Readonly<Record<string, WrittenIngress>> {
  const keys = Object.keys(written);
  return keys.length > 0 && !keys.some((key) => ingressKeys.includes(key));
}

function ingress(
  reading: Reading,
  written: WrittenIngress,
  origin: string,
  name: string | undefined,
): IngressSettings {
  const at = (key: string): string => `${origin}.${key}`;
  if (written.cdn !== undefined && written.cdn !== false && written.sources !== undefined) {
    reading.fail("invalid-value", at("cdn"), `${origin} has both cdn and sources`, {
      reason: "cdn lets CloudFront in and no one else",
      hint: "remove sources; who may ask CloudFront is decided at CloudFront",
    });
  }
  if (written.import !== undefined) refuseOwnersSettings(reading, origin, written);
  return present({
    name,
    origin,
    scheme: written.scheme,
    domains: domains(reading, at("domains"), written.domains ?? [], written.import !== undefined),
    http: written.http,
    sources: ifWritten(written.sources, (sources) => ingressSources(reading, at("sources"), sources)),
    cdn: ifWritten(written.cdn, (cdn) => cloudFront(reading, at("cdn"), cdn)),
    tlsPolicy: written.tlsPolicy,
    waf: maybeExternal(reading, at("waf"), written.waf, "webAcl"),
    accessLogs: ifWritten(written.accessLogs, (logs) => logsOf(reading, at("accessLogs"), logs)),
    connectionLogs: ifWritten(written.connectionLogs, (logs) => logsOf(reading, at("connectionLogs"), logs)),
    idleTimeoutSeconds: seconds(reading, at("idleTimeout"), written.idleTimeout, 1, 4000),
    keepAliveSeconds: seconds(reading, at("keepAlive"), written.keepAlive, 60, 604_800),
    http2: written.http2,
    dropInvalidHeaders: written.dropInvalidHeaders,
    desync: written.desync,
    ipAddressType: written.ipAddressType,
    deletionProtection: written.deletionProtection,
    default: ifWritten(written.default, (each) => defaultAnswer(reading, at("default"), each)),
    rules: rules(reading, at("rules"), written.rules ?? []),
    import: ifWritten(written.import, (imported) => ingressImport(reading, at("import"), imported)),
  });
}

/** What a load balancer that exists keeps saying of itself, whatever is written here; services of kind network have their own. */
const ownersSettings = [
  ...[
    "http",
    "sources",
    "cdn",
    "tlsPolicy",
    "waf",
    "accessLogs",
    "connectionLogs",
    "idleTimeout",
    "keepAlive",
  ],
  ...["http2", "dropInvalidHeaders", "desync", "ipAddressType"],
] as const;

function refuseOwnersSettings(reading: Reading, origin: string, written: WrittenIngress): void {
  const settings: Readonly<Record<string, unknown>> = { ...written };
  for (const key of ownersSettings) {
    if (settings[key] === undefined) continue;
    reading.fail("invalid-value", `${origin}.${key}`, `${origin}.${key} would change nothing`, {
      reason: "the load balancer is imported, and its settings are its owner's",
      hint: `remove ${key}, or ask the owner to set it`,
    });
  }
  if (typeof written.default === "number" || typeof written.default === "object") {
    reading.fail("invalid-value", `${origin}.default`, `${origin}.default would change nothing`, {
      reason: "the default of an imported listener is its owner's",
      hint: "write the name of a service, or a rule with path: /*",
    });
  }
}

function cloudFront(
  reading: Reading,
  path: string,
  written: boolean | string,
): IngressSettings["cdn"] | undefined {
  if (typeof written === "string") return external(reading, path, written, "prefixList");
  return written ? "parameter" : undefined;
}

function logsOf(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenIngress["accessLogs"]>,
): boolean | LogDestination | undefined {
  if (typeof written === "boolean") return written;
  const bucket = external(reading, `${path}.bucket`, written.bucket, "logBucket");
  return bucket === undefined ? undefined : present({ bucket, prefix: written.prefix });
}

/** A service is no answer: it gets a route, when all services are read. */
function defaultAnswer(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenIngress["default"]>,
): Answer | undefined {
  if (typeof written === "string") return undefined;
  return typeof written === "number" ? fixedAnswer(reading, path, written) : answer(reading, path, written);
}

function rules(reading: Reading, path: string, written: NonNullable<WrittenIngress["rules"]>): IngressRule[] {
  return written.flatMap((each, index) => {
    const origin = appendPath(path, index);
    const taken = conditions(reading, origin, each);
    const said = answer(reading, origin, each);
    if (taken === undefined || said === undefined) return [];
    return [present({ origin, ...taken, priority: each.priority, answer: said })];
  });
}

function ingressImport(
  reading: Reading,
  at: string,
  written: WrittenIngressImport,
): IngressImport | undefined {
  const listener = external(reading, `${at}.listener`, written.listener, "listener");
  const securityGroup = external(reading, `${at}.securityGroup`, written.securityGroup, "securityGroup");
  const others = present({
    loadBalancer: maybeExternal(reading, `${at}.loadBalancer`, written.loadBalancer, "loadBalancer"),
    dnsName: maybeExternal(reading, `${at}.dnsName`, written.dnsName, "dnsName"),
  });
  if (listener === undefined || securityGroup === undefined) return undefined;
  return { listener, securityGroup, ...others };
}
