import type { Diagnostic } from "../../diagnostics/index.js";
import { suggest } from "../../diagnostics/index.js";
import type { Image, Manifest, TaskSettings } from "../../manifest/index.js";

/** The container that an image is written at. */
export interface ImageOwner {
  /** Name of the service or job. */
  readonly workload: string;
  /** Name of the sidecar; absent for the own container. */
  readonly sidecar?: string;
  /** Manifest path, `services.api.image`. */
  readonly origin: string;
}

export type OwnImage = Exclude<Image, { from: "workload" }>;

/** An image, and the container that it is first written at: its parameter and repository are named after that one. */
export interface SettledImage {
  readonly owner: ImageOwner;
  readonly image: OwnImage;
}

/**
 * Follows `{ from: api }` to the image itself. In a circle, the first of it by name tells; the others only fail.
 */
export function settleImage(
  manifest: Manifest,
  owner: ImageOwner,
  image: Image,
): { readonly settled?: SettledImage; readonly problem?: Diagnostic } {
  const chain = owner.sidecar === undefined ? [owner.workload] : [];
  let at: { readonly owner: ImageOwner; readonly image: Image } = { owner, image };
  while (at.image.from === "workload") {
    const { name } = at.image;
    const found = workloadOf(manifest, name);
    // Who writes an unknown name tells it.
    if (found === undefined) return at.owner === owner ? { problem: unknown(manifest, owner, name) } : {};
    if (chain.includes(name)) {
      const circle = chain.slice(chain.indexOf(name));
      const isFirst = [...circle].sort()[0] === owner.workload && chain[0] === name;
      return isFirst && owner.sidecar === undefined ? { problem: circular(owner, [...circle, name]) } : {};
    }
    chain.push(name);
    at = { owner: { workload: name, origin: `${found.origin}.image` }, image: found.settings.image };
  }
  return { settled: { owner: at.owner, image: at.image } };
}

function workloadOf(
  { services, jobs = {} }: Manifest,
  name: string,
): { readonly origin: string; readonly settings: TaskSettings } | undefined {
  const [area, all] = Object.hasOwn(services, name)
    ? (["services", services] as const)
    : (["jobs", jobs] as const);
  const settings = Object.hasOwn(all, name) ? all[name] : undefined;
  return settings && { origin: `${area}.${name}`, settings };
}

function unknown({ services, jobs = {} }: Manifest, owner: ImageOwner, name: string): Diagnostic {
  const names = [...Object.keys(services), ...Object.keys(jobs)].filter((each) => each !== owner.workload);
  const meant = suggest(name, names);
  return {
    code: "unknown-service",
    severity: "error",
    path: `${owner.origin}.from`,
    message: `${owner.origin} is that of "${name}", which is neither a service nor a job`,
    hint: meant === undefined ? `there are ${names.join(", ") || "no others"}` : `did you mean "${meant}"?`,
  };
}

function circular(owner: ImageOwner, circle: readonly string[]): Diagnostic {
  return {
    code: "image-cycle",
    severity: "error",
    path: `${owner.origin}.from`,
    message: `no image is at the end of ${circle.join(" -> ")}`,
    reason: "each takes the image of the next one",
    hint: "give one of them an image of its own",
  };
}
