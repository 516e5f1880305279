import type { KnownImage } from "./images.js";
import { knownImages } from "./images.js";

/** What an image is known for, by its repository: `docker.io/library/postgres:16` is `postgres`. */
export function recogniseImage(reference: string): KnownImage | undefined {
  const repository = repositoryOf(reference);
  return knownImages.find(({ image }) => image.test(repository));
}

/** Without registry, tag and digest. */
function repositoryOf(reference: string): string {
  const [named = ""] = reference.split("@");
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  const untagged = colon === -1 ? named : named.slice(0, colon);
  const [first = "", ...rest] = untagged.split("/");
  const isRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return (isRegistry ? rest.join("/") : untagged).toLowerCase();
}
