import { authentication } from "./authentication.js";
import { conditions, path } from "./conditions.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, mapOf, oneOf, required, text, whole } from "./fields.js";
import { targetHealth } from "./health.js";
import { containerNamePattern, cookieNamePattern, shortNamePattern } from "./patterns.js";
import { duration, port } from "./values.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html */
const sticky: Schema = either(
  "a duration such as 1h, or a map of cookie and for",
  duration("1h"),
  block({
    cookie: field(
      "Cookie of the application; the load balancer makes one of its own when left out.",
      text("the name of a cookie that does not start with AWSALB", cookieNamePattern),
      "SESSION",
    ),
    for: required("How long, 1s to 7d.", duration("1h"), "1h"),
  }),
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html */
export const route: Schema = define(
  "Route",
  either(
    "a path such as /api/*, or a map of host and path",
    path(),
    block({
      ...conditions(),
      ingress: field(
        "Name of the load balancer, where there are several; public or the only one when left out.",
        text("the name of a load balancer", shortNamePattern),
        "internal",
      ),
      port: field("Port of the container; the service's or the sidecar's own when left out.", port(), 9090),
      container: field(
        "A sidecar that takes the requests instead of the service's own container.",
        text("the name of a container", containerNamePattern),
        "nginx",
      ),
      protocol: field(
        "What the container speaks; http2 and grpc need HTTPS in front.",
        oneOf("http1", "http2", "grpc"),
      ),
      drain: field("How long a stopping task may finish its requests, 0s to 3600s.", duration(), "30s"),
      sticky: field("Send a caller to the same task for so long, 1s to 7d.", sticky, "1h", {
        cookie: "SESSION",
        for: "1h",
      }),
      slowStart: field(
        "Time in which a new task gets more and more requests, 30s to 900s; with round-robin only.",
        duration(),
        "60s",
      ),
      algorithm: field(
        "How a task is chosen; round-robin when left out.",
        oneOf("round-robin", "least-outstanding", "weighted-random"),
      ),
      health: field("What differs from the service's health check for this target.", targetHealth, "/ready"),
      weights: field(
        "Shares of the requests by service name, 0 to 999, at most 5, this service among them.",
        mapOf(shortNamePattern, "the name of a service", whole(0, 999), "a map of service names to weights"),
        { api: 90, "api-next": 10 },
      ),
      auth: field("A login before the request reaches the service; needs HTTPS.", authentication),
    }),
  ),
);
