import type { SourceSpan } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import { isRawMap } from "../../manifest/index.js";
import { isRemoteContext } from "../attributes/build.js";
import type { ComposeService } from "../attributes/service.js";
import type { KnownImage } from "../backing/images.js";
import { recogniseImage } from "../backing/recognise.js";
import { childOf, entryOf, isScalar, spanAt, spanOfEntry } from "../source/tree.js";
import type { Translation } from "./translation.js";

/** What becomes of a service. */
export type Role =
  | { readonly as: "service"; readonly known?: KnownImage }
  /** Another service's task runs it too: `network_mode: service:api`. */
  | { readonly as: "sidecar"; readonly of: string; readonly known?: KnownImage }
  /** Kept elsewhere: variables that name it become parameters, or the host of a resource of the manifest. */
  | { readonly as: "bound"; readonly known: KnownImage; readonly resource?: string }
  | { readonly as: "left-out" };

export type Roles = ReadonlyMap<string, Role>;

export function decideRoles(translation: Translation, names: ReadonlyMap<string, string>): Roles {
  const { services } = translation.project;
  const awaited = new Set(
    services.flatMap(({ dependsOn }) =>
      dependsOn
        .filter(({ condition }) => condition === "service_completed_successfully")
        .map(({ service }) => service),
    ),
  );
  const roles = new Map<string, Role>();
  for (const service of services) {
    const decider = new Decider(translation, service, names.get(service.name) ?? service.name);
    roles.set(service.name, decider.role(awaited));
  }
  return withoutStraySidecars(translation, roles);
}

class Decider {
  private readonly translation: Translation;
  private readonly service: ComposeService;
  private readonly path: readonly string[];
  private readonly name: string;

  constructor(translation: Translation, service: ComposeService, name: string) {
    this.translation = translation;
    this.service = service;
    this.name = name;
    this.path = ["services", name];
  }

  role(awaited: ReadonlySet<string>): Role {
    const { service, translation } = this;
    const known =
      service.build === undefined && service.image !== undefined
        ? recogniseImage(service.image.text)
        : undefined;
    const written = translation.inManifest("services", this.name);
    if (written === null) return this.leaveOut("the manifest removes it");
    const runs: Role = { as: "service", ...(known === undefined ? {} : { known }) };
    if (childOf(service.tree, "provider") !== undefined) return this.provided();
    if (!this.hasImage()) return this.leaveOut("it has no image that can be had");
    if (isRawMap(written)) return this.run(runs, "the manifest lists it");
    if (known?.role === "stateful") return this.bind(known);
    if (known?.role === "tool") return this.tool(known);
    if (awaited.has(service.name)) return this.oneShot();
    if (known !== undefined && /^(?:Traefik|nginx-proxy|Caddy)$/.test(known.title) && this.readsDocker())
      return this.dockerProxy(known);
    const mode = textAt(service, "network_mode");
    const [, host] = /^service:(.+)$/.exec(mode ?? "") ?? [];
    if (host !== undefined) return { ...runs, as: "sidecar", of: host };
    return this.run(
      runs,
      known === undefined
        ? "it is part of the application"
        : `it is ${known.title}, which keeps nothing that matters`,
    );
  }

  private run(role: Role, reason: string): Role {
    const { translation, path, service } = this;
    translation.decide("service", path, reason, service.span);
    if (role.as === "service" && role.known !== undefined) {
      const { title, managed, role: kind } = role.known;
      const loses = kind === "stateful" ? "; its data is kept on EFS, which is slower than a disk" : "";
      translation.note("compose-backing", path, `${service.name} is ${title}: it runs on Fargate${loses}`, {
        span: service.span,
        hint: `${managed === undefined ? "" : `AWS offers ${managed} instead: `}to leave it out write services: { ${this.name}: null }`,
      });
    }
    return role;
  }

  private bind(known: KnownImage): Role {
    const { translation, service, name, path } = this;
    const resource = isRawMap(translation.inManifest("resources", name)) ? name : undefined;
    const where =
      resource === undefined
        ? "its host and credentials are given as parameters and secrets"
        : `the manifest binds it to resources.${resource}`;
    translation.decide("backing", path, `it is ${known.title}, which keeps data: ${where}`, service.span);
    if (resource === undefined) {
      const made =
        known.resource === undefined
          ? ""
          : `, which resources: { ${name}: { type: ${known.resource} } } makes`;
      translation.note(
        "compose-backing",
        path,
        `${service.name} is ${known.title}: it is not put on Fargate, ${where}`,
        {
          span: service.span,
          reason: "the disk of a task is gone when the task stops, and ECS replaces tasks whenever it must",
          hint: `use ${known.managed ?? "an endpoint of your own"}${made}; to run it on Fargate with its volumes on EFS write services: { ${name}: {} }`,
        },
      );
    }
    return resource === undefined ? { as: "bound", known } : { as: "bound", known, resource };
  }

  private provided(): Role {
    const { translation, service, path } = this;
    const entry = entryOf(service.tree, "provider");
    const message = `provider is refused: ${service.name} is made by another program, so it is left out`;
    translation.warn("compose-refused", path, message, {
      span: entry === undefined ? service.span : spanAt(entry.key),
      hint: "declare what it makes under resources, and its address in the variables of others",
    });
    return this.leaveOut("another program makes it");
  }

  private tool(known: KnownImage): Role {
    const { translation, service, name, path } = this;
    translation.note(
      "compose-backing",
      path,
      `${service.name} is ${known.title}, a tool of the developer's machine: it is left out`,
      {
        span: service.span,
        hint: `${known.managed === undefined ? "" : `use ${known.managed}; `}to run it on Fargate write services: { ${name}: {} }`,
      },
    );
    return this.leaveOut(`it is ${known.title}, a tool of the developer's machine`);
  }

  private oneShot(): Role {
    const { translation, service, name, path } = this;
    translation.warn(
      "compose-refused",
      path,
      `${service.name} runs once and is left out: others wait until it is done`,
      {
        span: service.span,
        reason: "an ECS service starts a task anew whenever one ends, so it would run for ever",
        hint: `run it as a task before the release; to run it as a service write services: { ${name}: {} }`,
      },
    );
    return this.leaveOut("it runs once, which an ECS service does not");
  }

  private dockerProxy(known: KnownImage): Role {
    const { translation, service, path } = this;
    translation.note(
      "compose-backing",
      path,
      `${service.name} is ${known.title} and finds containers through Docker: the load balancer takes its place`,
      {
        span: service.span,
        reason: "there is no Docker socket on Fargate; its rules in labels and variables become routes",
      },
    );
    return this.leaveOut("the load balancer takes its place");
  }

  private leaveOut(reason: string): Role {
    this.translation.decide("left-out", this.path, reason, this.service.span);
    return { as: "left-out" };
  }

  private readsDocker(): boolean {
    return this.service.mounts.some(({ source }) => source?.endsWith("docker.sock"));
  }

  private hasImage(): boolean {
    const { service, translation } = this;
    const { image, build } = service;
    if (build !== undefined && (!isRemoteContext(build.context) || image !== undefined)) return true;
    const isKnown = image !== undefined && !isNameMissing(image.pieces ?? []);
    if (isKnown) return true;
    const what =
      image === undefined
        ? "has neither image nor build"
        : "has an image whose name holds a variable without a value";
    translation.diagnostics.push(
      error("missing-key", `services.${this.name}.image`, `${service.name} ${what}; it is left out`, {
        span: image?.span ?? service.span,
        hint:
          image === undefined ? "write image: or build:" : "set the variable in the environment or in .env",
      }),
    );
    return false;
  }
}

/** Only the tag may be unknown: `app:${TAG}`. */
function isNameMissing(pieces: NonNullable<NonNullable<ComposeService["image"]>["pieces"]>): boolean {
  const at = pieces.findIndex(({ from }) => from === "missing");
  if (at === -1) return false;
  const before = pieces
    .slice(0, at)
    .map(({ text }) => text)
    .join("");
  return !/:[^/]*$/.test(before);
}

function withoutStraySidecars(translation: Translation, roles: ReadonlyMap<string, Role>): Roles {
  const spanOf = (name: string): { readonly span?: SourceSpan } => {
    const service = translation.project.services.find((each) => each.name === name);
    const entry = entryOf(service?.tree, "network_mode");
    return entry === undefined ? {} : { span: spanOfEntry(entry) };
  };
  return new Map(
    [...roles].map(([name, role]) => {
      if (role.as !== "sidecar" || roles.get(role.of)?.as === "service") return [name, role] as const;
      translation.warn(
        "compose-refused",
        ["services", name],
        `${name} shares the network of ${role.of}, which is not planned; it becomes a service of its own`,
        spanOf(name),
      );
      return [name, { as: "service", ...(role.known === undefined ? {} : { known: role.known }) }] as const;
    }),
  );
}

function textAt({ tree }: ComposeService, key: string): string | undefined {
  const value = childOf(tree, key);
  return isScalar(value) ? value.text : undefined;
}
