/** The folder of a POSIX path, without a slash at its end; empty where there is none. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf("/");
  if (at === -1) return "";
  return at === 0 ? "/" : path.slice(0, at);
}

/** A path written in a file, as seen from where the files are read: `compose` and `../api` give `api`. */
export function resolvePath(folder: string, path: string): string {
  const isAbsolute = path.startsWith("/") || path.startsWith("~");
  const segments: string[] = [];
  for (const segment of (isAbsolute || folder === "" ? path : `${folder}/${path}`).split("/")) {
    if (segment === "" || segment === ".") continue;
    const last = segments.at(-1);
    if (segment === ".." && last !== undefined && last !== "..") segments.pop();
    else if (segment !== ".." || !path.startsWith("/")) segments.push(segment);
  }
  const joined = segments.join("/");
  if (path.startsWith("/")) return `/${joined}`;
  return joined === "" ? "." : joined;
}
