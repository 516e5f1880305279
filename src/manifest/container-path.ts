type Path = readonly (string | number)[];

/**
 * The part of a path that lies in a container, be it a service's or job's own or a sidecar: `command[0]` of both
 * `services.api.command[0]` and `services.api.containers.otel.command[0]`. Empty for any other path.
 */
export function withinContainer(path: Path): Path {
  const [top, , field] = path;
  if (top !== "services" && top !== "jobs") return [];
  return path.slice(field === "containers" ? 4 : 2);
}
