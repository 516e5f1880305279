import { appendPath } from "../../diagnostics/index.js";
import type { Route } from "../manifest.js";
import type { WrittenRoute, WrittenService } from "../written.generated.js";
import { seconds } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

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
  const hosts = asList(written.host);
  const paths = asList(written.path);
  const read = present({
    origin,
    hosts,
    paths,
    priority: written.priority,
    drainSeconds: seconds(reading, `${origin}.drain`, written.drain, 0, 3600),
  });
  return checkConditions(reading, read);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
function checkConditions(reading: Reading, route: Route): Route | undefined {
  const { origin, hosts, paths } = route;
  if (hosts.length + paths.length === 0) {
    return reading.fail("invalid-value", origin, `${origin} has neither a host nor a path`, {
      hint: "to take every request write path: /*",
    });
  }
  if (hosts.length + paths.length > 5) {
    return reading.fail(
      "invalid-value",
      origin,
      `${origin} has ${hosts.length + paths.length} hosts and paths`,
      {
        reason: "a rule of a load balancer takes 5 values in all its conditions",
        hint: "split it into several items of routes",
      },
    );
  }
  const wildcards = [...hosts, ...paths].join("").replace(/[^*?]/g, "").length;
  if (wildcards <= 6) return route;
  return reading.fail("invalid-value", origin, `${origin} has ${wildcards} wildcards`, {
    reason: "a rule of a load balancer takes 6 wildcards in all its conditions",
    hint: "split it into several items of routes",
  });
}

function asList(written: string | readonly string[] | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === "string" ? [written] : written;
}
