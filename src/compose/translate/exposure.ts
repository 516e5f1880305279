import type { SourceSpan } from "../../diagnostics/index.js";
import type { Port } from "../attributes/ports.js";
import type { ComposeService } from "../attributes/service.js";
import type { KnownImage } from "../backing/images.js";
import type { LabelRoute } from "./label-routes.js";
import { labelRoutes } from "./label-routes.js";
import { isFrontPort, speaksHttp } from "./port-kinds.js";
import type { Translation } from "./translation.js";

export interface Listener {
  readonly port: number;
  readonly target: number;
  readonly protocol: "tcp" | "udp";
}

/** Who reaches a service, and how. */
export interface Exposure {
  readonly kind: "web" | "backend" | "worker" | "network";
  readonly port?: number;
  readonly routes: readonly Omit<LabelRoute, "span">[];
  readonly listeners: readonly Listener[];
  readonly reason: string;
  readonly span: SourceSpan;
}

export interface Exposed {
  readonly service: ComposeService;
  /** Name in the manifest. */
  readonly name: string;
  readonly known?: KnownImage;
  /** Ports that texts of other services name. */
  readonly asked: readonly number[];
}

/** The exposure of each service that runs, by its name in the compose file. */
export function decideExposure(
  translation: Translation,
  exposed: readonly Exposed[],
): ReadonlyMap<string, Exposure> {
  const first = exposed.map((each) => [each, firstGuess(each)] as const);
  const candidates = first.filter(([, { kind }]) => kind === "candidate").map(([each]) => each);
  const hasLabels = first.some(([, { kind }]) => kind === "web");
  const front = hasLabels ? undefined : frontOf(candidates);
  if (candidates.length > 0) sayCandidates(translation, candidates, front, hasLabels);
  return new Map(
    first.map(([each, guess]) => {
      const exposure = settle(guess, each === front?.each ? front.reason : undefined);
      sayOtherPorts(translation, each, exposure);
      return [each.service.name, exposure] as const;
    }),
  );
}

type Guess = Omit<Exposure, "kind"> & { readonly kind: Exposure["kind"] | "candidate" };

function firstGuess({ service, known, asked }: Exposed): Guess {
  const published = service.ports.filter(({ isLoopback }) => !isLoopback);
  const speaks = (port: Port): boolean =>
    speaksHttp(port) && !(known?.port === port.target && known.isHttp !== true);
  const isBroker = known !== undefined && known.port !== undefined && known.isHttp !== true;
  const http = isBroker ? [] : published.filter(speaks);
  const none = { routes: [], listeners: [] };
  const { routes, port: labelled } = labelRoutes(service);
  const inner = [...service.expose, ...service.ports].map(({ target }) => target);
  const named = asked.find((each) => inner.includes(each)) ?? inner[0] ?? asked[0];
  const port = labelled ?? mainPort(http) ?? named ?? (known?.isHttp ? known.port : undefined);
  const [route] = routes;
  if (route !== undefined && port !== undefined)
    return {
      kind: "web",
      port,
      routes,
      listeners: [],
      reason: "its labels or variables give it a route",
      span: route.span,
    };
  const [open] = published.filter((each) => isBroker || !speaks(each));
  if (open !== undefined) {
    const listeners = published.map(({ published: to, target, protocol }) => ({
      port: to ?? target,
      target,
      protocol,
    }));
    const reason = `it publishes port ${open.target}, which speaks no HTTP`;
    return { kind: "network", routes: [], listeners, reason, span: open.span };
  }
  const [first] = http;
  if (first !== undefined && port !== undefined)
    return { kind: "candidate", port, ...none, reason: "", span: first.span };
  const own = port ?? known?.port;
  if (own === undefined)
    return { kind: "worker", ...none, reason: "nothing says that it listens on a port", span: service.span };
  return {
    kind: "backend",
    port: own,
    ...none,
    reason: `port ${own} is for other services only`,
    span: service.span,
  };
}

/** The port behind 80 or 443, else the first one. */
function mainPort(ports: readonly Port[]): number | undefined {
  return (
    ports.find(({ published }) => published === 80) ??
    ports.find(({ published }) => isFrontPort(published)) ??
    ports[0]
  )?.target;
}

interface Front {
  readonly each: Exposed;
  readonly reason: string;
}

const frontWords =
  /^(?:ui|web|www|frontend|front|site|website|webapp|client|spa|portal|gateway|proxy|nginx|app)$/;

/** The one service that faces users; none when the file does not say which. */
function frontOf(candidates: readonly Exposed[]): Front | undefined {
  const [only, another] = candidates;
  if (only !== undefined && another === undefined)
    return { each: only, reason: "it is the only one that publishes an HTTP port" };
  const [front, secondFront] = candidates.filter(({ service }) =>
    service.ports.some(({ published }) => isFrontPort(published)),
  );
  if (front !== undefined && secondFront === undefined)
    return { each: front, reason: "it publishes port 80 or 443" };
  const [named, secondNamed] = candidates.filter(({ name }) =>
    name.split("-").some((word) => frontWords.test(word)),
  );
  return named !== undefined && secondNamed === undefined
    ? { each: named, reason: "its name says that users meet it" }
    : undefined;
}

function settle(guess: Guess, frontReason: string | undefined): Exposure {
  if (guess.kind !== "candidate") return { ...guess, kind: guess.kind };
  if (frontReason === undefined)
    return { ...guess, kind: "backend", reason: "nothing says that users reach it, so it is not opened" };
  return { ...guess, kind: "web", routes: [{ hosts: [], paths: ["/*"] }], reason: frontReason };
}

function sayCandidates(
  translation: Translation,
  candidates: readonly Exposed[],
  front: Front | undefined,
  hasLabels: boolean,
): void {
  const others = candidates.filter((each) => each !== front?.each);
  const [first] = others;
  if (front !== undefined) {
    const { name, service } = front.each;
    const message = `${service.name} takes every request of the load balancer (/*): ${front.reason}`;
    translation.note("compose-choice", ["services", name, "route"], message, {
      span: service.ports[0]?.span ?? service.span,
    });
  }
  if (first === undefined) return;
  const names = others.map(({ service }) => service.name).join(", ");
  const why = hasLabels
    ? "labels give routes to others"
    : front === undefined
      ? "which of them users reach is not said"
      : "only one can take every request";
  translation.warn(
    "compose-choice",
    ["services", first.name],
    `${names}: ${others.length === 1 ? "publishes a port and gets" : "publish ports and get"} no route, since ${why}`,
    {
      span: first.service.ports[0]?.span ?? first.service.span,
      reason:
        "what is published on a developer's machine is not always meant for the internet, so only what is certain is opened",
      hint: `to open one write services: { ${first.name}: { route: { host: ${first.name}.example.com } } }, or a path of its own`,
    },
  );
}

function sayOtherPorts(translation: Translation, { service, name }: Exposed, { kind, port }: Exposure): void {
  if (kind === "network" || port === undefined) return;
  const others = service.ports.filter(({ target, isLoopback }) => target !== port && !isLoopback);
  const [first] = others;
  if (first === undefined) return;
  const list = [...new Set(others.map(({ target }) => target))].join(", ");
  translation.warn(
    "compose-unsupported",
    ["services", name, "port"],
    `port ${list} of ${service.name} is not opened: a service has one port, here ${port}`,
    {
      span: first.span,
      hint: "if another one is meant, set port in the manifest",
    },
  );
}
