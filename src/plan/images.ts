import type { ServiceSize } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import type { BuiltImage } from "./plan.js";
import { imageParameter } from "./service/image.js";
import { repositoryId, repositoryName } from "./service/repository.js";
import { type ImageOwner, type SettledImage, settleImage } from "./service/settle-image.js";
import type { Workload } from "./service/workload.js";

/** What is to be built, each with everyone who runs it. */
export function planImages(context: ResolveContext, workloads: readonly Workload[]): readonly BuiltImage[] {
  const users = new Map<string, { readonly settled: SettledImage; readonly by: User[] }>();
  for (const user of workloads.flatMap((workload) => usersIn(context, workload))) {
    const key = user.settled.owner.origin;
    const known = users.get(key) ?? { settled: user.settled, by: [] };
    users.set(key, { ...known, by: [...known.by, user] });
  }
  return [...users.values()]
    .flatMap(({ settled, by }) => describe(context, settled, by) ?? [])
    .sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
}

interface User {
  readonly workload: Workload;
  readonly container: string;
  readonly settled: SettledImage;
}

/** The containers of a service or job whose image is known; faults are told where they are planned. */
function usersIn({ manifest }: ResolveContext, workload: Workload): readonly User[] {
  const { name, origin, settings } = workload;
  const sidecars = Object.entries(settings.containers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const owned: readonly (readonly [string, ImageOwner, typeof settings.image])[] = [
    [name, { workload: name, origin: `${origin}.image` }, settings.image],
    ...sidecars.map(([sidecar, { image }]) => {
      const owner = { workload: name, sidecar, origin: `${origin}.containers.${sidecar}.image` };
      return [sidecar, owner, image] as const;
    }),
  ];
  return owned.flatMap(([container, owner, image]) => {
    const { settled } = settleImage(manifest, owner, image);
    return settled === undefined ? [] : [{ workload, container, settled }];
  });
}

function describe(
  context: ResolveContext,
  settled: SettledImage,
  by: readonly User[],
): BuiltImage | undefined {
  const { image, owner } = settled;
  if (image.from !== "build") return undefined;
  const { context: folder, dockerfile, target, args = {}, cacheFrom = [] } = image;
  return {
    parameter: imageParameter(settled).name,
    repository: { ref: repositoryId(owner), attribute: "uri" },
    repositoryName: repositoryName(context, owner),
    build: {
      context: folder,
      ...(dockerfile !== undefined && { dockerfile }),
      ...(target !== undefined && { target }),
      args: Object.entries(args)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => ({ name, value })),
      cacheFrom,
      platforms: [...new Set(by.map(({ workload }) => platformOf(workload.settings.size)))].sort(),
    },
    containers: by.map(({ workload, container }) => ({ workload: workload.name, container })),
    origin: owner.origin,
  };
}

/** https://docs.docker.com/build/building/multi-platform/ */
function platformOf({ os = "linux", architecture = "x86_64" }: ServiceSize): string {
  return `${os === "linux" ? "linux" : "windows"}/${architecture === "arm64" ? "arm64" : "amd64"}`;
}
