import type { Service, ServiceKind } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";

/** Refuses fields that the kind of a service gives no meaning to. */
export function reportKindConflicts(
  context: ResolveContext,
  origin: string,
  service: Service,
  kind: ServiceKind,
): void {
  const conflict = (key: string, message: string, hint: string): void =>
    context.report({ code: "kind-conflict", severity: "error", path: `${origin}.${key}`, message, hint });
  const listens = (service.listeners ?? []).length > 0;
  if (kind === "network" && !listens) {
    conflict(
      "kind",
      `${origin} is a network service without listeners`,
      "add listeners, such as listeners: [1883]",
    );
  }
  if (kind !== "network" && listens) {
    conflict(
      "listeners",
      `${origin} is a ${kind} and has listeners`,
      "make it kind: network, or remove the listeners",
    );
  }
  if (service.loadBalancer !== undefined && (kind !== "network" || service.publicIp === true)) {
    conflict(
      "loadBalancer",
      `${origin} has settings of a network load balancer and none of its own`,
      "make it kind: network with listeners and without publicIp; that of routes is set under ingress",
    );
  }
  if (kind !== "network" && service.publicIp === true) {
    conflict(
      "publicIp",
      `${origin} has publicIp and is no network service`,
      "make it kind: network with listeners, or choose subnets: public",
    );
  }
  if (kind === "network" && service.port !== undefined) {
    const key = service.ports === undefined ? "port" : "ports";
    conflict(
      key,
      `${origin} names its ports in listeners, and ${key} as well`,
      `remove ${key}; a listener's target is the container's port`,
    );
  }
  if (kind === "web" && service.routes.length === 0) {
    conflict("kind", `${origin} is a web service without a route`, "add route: /*, or make it kind: backend");
  }
  if (
    kind === "web" &&
    service.routes.some(({ container, port }) => (container ?? port ?? service.port) === undefined)
  ) {
    conflict(
      "port",
      `${origin} has a route but no port`,
      "add the port that the container listens on, such as port: 8080",
    );
  }
  if ((kind === "worker" || kind === "backend" || kind === "network") && service.routes.length > 0) {
    conflict("kind", `${origin} is a ${kind} and has a route`, "make it kind: web, or remove the route");
  }
  if (kind === "worker" && service.port !== undefined) {
    conflict("kind", `${origin} is a worker and has a port`, "make it kind: backend, or remove the port");
  }
  if (kind === "backend" && service.port === undefined) {
    conflict("kind", `${origin} is a backend without a port`, "add its port, or make it kind: worker");
  }
  if (kind !== "web" && service.health.path !== undefined) {
    conflict(
      "health",
      `${origin} has no route, so no load balancer would check ${service.health.path}`,
      "use health.container with a command that the container runs itself",
    );
  }
}
