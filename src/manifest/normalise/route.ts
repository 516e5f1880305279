import { appendPath } from "../../diagnostics/index.js";
import type { Route, Stickiness } from "../ingress-settings.js";
import type { WrittenRoute, WrittenService } from "../written.generated.js";
import { authentication } from "./authentication.js";
import { conditions } from "./conditions.js";
import { seconds } from "./duration.js";
import { targetHealth } from "./health.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

type WrittenRouteMap = Exclude<WrittenRoute, string>;

/** `route` or `routes`, each with the path that it was written at. */
export function routes(
  reading: Reading,
  path: string,
  { route, routes: several }: Pick<WrittenService, "route" | "routes">,
): Route[] {
  if (route !== undefined && several !== undefined) {
    reading.fail("invalid-value", `${path}.routes`, `${path} has both route and routes`, {
      hint: "write the single route as an item of routes",
    });
    return [];
  }
  const single = route === undefined ? [] : [routeOf(reading, `${path}.route`, route)];
  const listed = (several ?? []).map((each, index) =>
    routeOf(reading, appendPath(`${path}.routes`, index), each),
  );
  return [...single, ...listed].filter((each) => each !== undefined);
}

function routeOf(reading: Reading, origin: string, written: WrittenRoute): Route | undefined {
  if (typeof written === "string") return { origin, hosts: [], paths: [written] };
  const taken = conditions(reading, origin, written);
  if (taken === undefined) return undefined;
  const read = present({
    origin,
    ...taken,
    ingress: written.ingress,
    priority: written.priority,
    port: written.port,
    container: written.container,
    protocol: written.protocol,
    drainSeconds: seconds(reading, `${origin}.drain`, written.drain, 0, 3600),
    sticky: ifWritten(written.sticky, (sticky) => stickiness(reading, `${origin}.sticky`, sticky)),
    slowStartSeconds: seconds(reading, `${origin}.slowStart`, written.slowStart, 30, 900),
    algorithm: written.algorithm,
    health: ifWritten(written.health, (health) => targetHealth(reading, `${origin}.health`, health)),
    weights: ifWritten(written.weights, (weights) => weightsOf(reading, `${origin}.weights`, weights)),
    auth: ifWritten(written.auth, (auth) => authentication(reading, `${origin}.auth`, auth)),
  });
  checkSlowStart(reading, read);
  return read;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html */
const longestStickySeconds = 604_800;

function stickiness(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenRouteMap["sticky"]>,
): Stickiness | undefined {
  const { cookie, for: duration } =
    typeof written === "string" ? { cookie: undefined, for: written } : written;
  const at = typeof written === "string" ? path : `${path}.for`;
  const length = seconds(reading, at, duration, 1, longestStickySeconds);
  return length === undefined ? undefined : present({ cookie, seconds: length });
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html */
function checkSlowStart(reading: Reading, { origin, slowStartSeconds, algorithm }: Route): void {
  if (slowStartSeconds === undefined || algorithm === undefined || algorithm === "round-robin") return;
  reading.fail(
    "invalid-value",
    `${origin}.slowStart`,
    `${origin} has a slow start and the algorithm ${algorithm}`,
    {
      reason: "a load balancer starts targets slowly with round-robin only",
      hint: "remove slowStart or algorithm; least-outstanding gives a slow new task fewer requests by itself",
    },
  );
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const targetGroupsPerAction = 5;

function weightsOf(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> | undefined {
  const weights = Object.values(written);
  if (weights.length > targetGroupsPerAction) {
    return reading.fail("limit", path, `${path} shares requests among ${weights.length} services`, {
      reason: `a rule of a load balancer takes ${targetGroupsPerAction}`,
      hint: "divide them over routes with other hosts or paths",
    });
  }
  if (weights.some((weight) => weight > 0)) return written;
  return reading.fail("invalid-value", path, `the weights of ${path} are all 0`, {
    reason: "no service would get a request, and the load balancer would answer 503",
    hint: "give at least one service a weight above 0",
  });
}
