const plainKey = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** `["services", "api", "routes", 0, "a.b"]` becomes `services.api.routes[0]["a.b"]`. */
export function joinPath(segments: readonly (string | number)[]): string {
  let path = "";
  for (const segment of segments) path = appendPath(path, segment);
  return path;
}

/** `services.api` and `routes` become `services.api.routes`; and 0 becomes `services.api[0]`. */
export function appendPath(path: string, segment: string | number): string {
  if (typeof segment === "number") return `${path}[${segment}]`;
  if (!plainKey.test(segment)) return `${path}[${JSON.stringify(segment)}]`;
  return path === "" ? segment : `${path}.${segment}`;
}

/** The reverse of {@link joinPath}. */
export function splitPath(path: string): (string | number)[] {
  const segments: (string | number)[] = [];
  for (const match of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)) {
    if (match[1] !== undefined) segments.push(Number(match[1]));
    else if (match[2] !== undefined) segments.push(JSON.parse(match[2]) as string);
    else if (match[3] !== undefined) segments.push(match[3]);
  }
  return segments;
}
