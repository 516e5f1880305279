import type { Raw, RawMap } from "../../manifest/index.js";
import type { Mount } from "../attributes/mounts.js";
import type { ComposeService } from "../attributes/service.js";
import { freeName, validName } from "./manifest-names.js";
import type { Translation } from "./translation.js";

/** Names of volumes or targets whose content may be lost. */
const cache =
  /(?:^|[/_.-])(?:cache|caches|tmp|temp|node_modules|venv|__pycache__|target|dist|build|vendor)(?:$|[/_.-])/i;

/** Named volumes as EFS, caches and scratch space as the task's disk; paths of the machine are refused. */
export function translateVolumes(
  translation: Translation,
  path: readonly string[],
  service: ComposeService,
): RawMap | undefined {
  const volumes: Record<string, Raw> = {};
  for (const mount of service.mounts) {
    const volume = translateMount(translation, path, service, mount);
    if (volume === undefined) continue;
    const name = freeName(validName(mount.source ?? mount.target, "volume"), new Set(Object.keys(volumes)));
    volumes[name] = volume;
    translation.place([...path, "volumes", name], mount.span);
  }
  return Object.keys(volumes).length === 0 ? undefined : volumes;
}

function translateMount(
  translation: Translation,
  path: readonly string[],
  service: ComposeService,
  mount: Mount,
): RawMap | undefined {
  const { source, target, type, readOnly, span } = mount;
  const at = [...path, "volumes"];
  if (type === "bind") return refuseBind(translation, at, service, mount);
  if (type === "other") {
    translation.warn(
      "compose-refused",
      at,
      `the mount at ${target} of ${service.name} is refused: Fargate mounts EFS and the task's own disk only`,
      { span },
    );
    return undefined;
  }
  if (type === "volume" && source !== undefined && !cache.test(source))
    return shared(translation, at, service, { ...mount, source });
  const why = type === "tmpfs" ? "tmpfs" : source === undefined ? "it has no name" : "its name says a cache";
  translation.decide(
    "volume",
    [...at, validName(source ?? target, "volume")],
    `scratch space on the task's disk: ${why}`,
    span,
  );
  if (type === "tmpfs")
    translation.note(
      "compose-choice",
      at,
      `${target} of ${service.name} is on the task's disk: Fargate has no tmpfs`,
      { span },
    );
  return readOnly ? { path: target, readOnly } : { path: target };
}

function shared(
  translation: Translation,
  at: readonly string[],
  service: ComposeService,
  mount: Mount & { readonly source: string },
): RawMap {
  const { source, target, readOnly, span } = mount;
  const declared = translation.project.volumes.get(source);
  const name = validName(source, "volume");
  if (!translation.resources.has(name)) {
    translation.resources.set(name, { type: "efs" });
    translation.place(["resources", name], declared?.span ?? span);
    translation.note(
      "compose-choice",
      ["resources", name],
      `the volume ${source} of ${service.name} is an EFS file system, empty at first`,
      {
        span: declared?.span ?? span,
        hint: `copy the data into it; if it may be lost, write services: { ${at[1]}: { volumes: { ${name}: { path: ${target}, efs: null } } } }`,
      },
    );
    if (declared?.isExternal) {
      translation.warn(
        "compose-choice",
        ["resources", name],
        `the volume ${source} is external: its data must be copied to EFS`,
        { span: declared.span },
      );
    }
  }
  translation.decide("volume", [...at, name], "a named volume is kept on EFS", span);
  return { efs: name, path: target, ...(readOnly ? { readOnly } : {}) };
}

function refuseBind(
  translation: Translation,
  at: readonly string[],
  { name, build }: ComposeService,
  mount: Mount,
): undefined {
  const { source = "", target, span } = mount;
  if (source.endsWith("docker.sock")) {
    translation.warn(
      "compose-refused",
      at,
      `${name} mounts Docker's socket, which is refused: there is none on Fargate`,
      {
        span,
        reason: "the service is planned without it and may not work",
        hint: "use the API of ECS with a task role, or leave the service out: services: { NAME: null }",
      },
    );
    return undefined;
  }
  if (/^\/etc\/(?:localtime|timezone)$/.test(source)) {
    translation.note("compose-unsupported", at, `${source} is not mounted: a task's clock is in UTC`, {
      span,
      hint: "set TZ in the environment",
    });
    return undefined;
  }
  const isOfProject = /^\.{1,2}(?:[\\/]|$)/.test(source);
  const hint = !isOfProject
    ? "put the data on a named volume, or into the image"
    : build === undefined
      ? `make an image with it: FROM the present one, COPY ${source} ${target}`
      : `the image has the code already; COPY ${source} in the Dockerfile if the program needs it`;
  translation.warn(
    "compose-refused",
    at,
    `${name} mounts ${source} of the machine, which is refused: Fargate shares no host`,
    { span, hint },
  );
  return undefined;
}
