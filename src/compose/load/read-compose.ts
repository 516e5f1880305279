import type { Diagnostic } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import { withEnvFiles } from "../attributes/env-files.js";
import { isExternal, readFileOrigins } from "../attributes/files.js";
import type { ComposeService } from "../attributes/service.js";
import { readProfiles, readService } from "../attributes/service.js";
import type { EnvFile } from "../env/env-file.js";
import type { ComposeInput } from "../input.js";
import type { Variables } from "../interpolation/evaluate.js";
import { isMissing } from "../interpolation/pieces.js";
import type { ComposeProject } from "../project.js";
import { folderOf, resolvePath } from "../source/paths.js";
import type { MapTree } from "../source/tree.js";
import { childOf, entriesOf, isMap, isScalar, spanAt } from "../source/tree.js";
import { loadModel } from "./load-model.js";
import { Loader } from "./loader.js";

/** Reads compose files with everything they refer to. Every fault becomes a diagnostic; nothing is thrown. */
export function readCompose(input: ComposeInput): ComposeProject {
  const loader = new Loader(input.read);
  const [first = ""] = input.files;
  const folder = folderOf(first);
  const variables = variablesOf(loader, folder, input);
  const tree = loadModel(loader, { paths: input.files, folder, variables, chain: [] });
  if (tree === undefined) return emptyProject(input, variables, loader);
  const active = activeServices(tree, input.profiles ?? []);
  const diagnostics: Diagnostic[] = [];
  const services = entriesOf(childOf(tree, "services")).flatMap(([name, entry]) => {
    const service = active.has(name) ? readService(name, entry, diagnostics) : undefined;
    return service === undefined ? [] : [withFiles(loader, variables, service)];
  });
  if (services.length === 0) diagnostics.push(noServices(tree));
  const name = childOf(tree, "name");
  const written = isScalar(name) && !isMissing(name.pieces) && name.text !== "" ? name : undefined;
  return {
    name: written?.text ?? input.projectName,
    ...(written === undefined ? {} : { nameSpan: spanAt(written.place) }),
    services,
    inactive: inactiveServices(tree, active),
    configs: readFileOrigins(tree, "configs"),
    secrets: readFileOrigins(tree, "secrets"),
    volumes: new Map(
      entriesOf(childOf(tree, "volumes")).map(([volume, { key, value }]) => [
        volume,
        { isExternal: isExternal(value), span: spanAt(key) },
      ]),
    ),
    variables,
    tree,
    diagnostics: [...loader.diagnostics, ...diagnostics],
    sources: loader.sources,
  };
}

/** The `.env` beside the first file, beneath the caller's own variables. */
function variablesOf(loader: Loader, folder: string, input: ComposeInput): Variables {
  const given = new Map(Object.entries(input.variables));
  const beside = loader.envFile(resolvePath(folder, ".env"), given, { isOptional: true });
  const own = [...(beside?.entries ?? [])].map(([name, { text }]) => [name, text] as const);
  return new Map([...own, ...given]);
}

/** A service without profiles is active, one with profiles when any of them is. */
function activeServices(tree: MapTree, profiles: readonly string[]): ReadonlySet<string> {
  const active = entriesOf(childOf(tree, "services")).filter(([, { value }]) => {
    const own = readProfiles(value);
    return own.length === 0 || profiles.includes("*") || own.some((profile) => profiles.includes(profile));
  });
  return new Set(active.map(([name]) => name));
}

function inactiveServices(tree: MapTree, active: ReadonlySet<string>): ComposeProject["inactive"] {
  return entriesOf(childOf(tree, "services"))
    .filter(([name]) => !active.has(name))
    .map(([name, { key, value }]) => ({ name, profiles: readProfiles(value), span: spanAt(key) }));
}

/** Adds the variables of env files; `NAME:` alone takes the caller's value. */
function withFiles(loader: Loader, variables: Variables, service: ComposeService): ComposeService {
  const files = service.envFiles.flatMap(({ path, isOptional, format, span }): EnvFile[] => {
    const file = loader.envFile(path, variables, { isOptional, format, askedAt: span });
    return file === undefined ? [] : [file];
  });
  return { ...service, variables: withEnvFiles(files, service.variables) };
}

function noServices(tree: MapTree): Diagnostic {
  const [first] = tree.entries.values();
  const services = childOf(tree, "services");
  const hint =
    isMap(services) && services.entries.size > 0
      ? "every service has a profile: activate one, or * for all"
      : "add a service under `services:`";
  return error("missing-key", "services", "the compose file has no service to run", {
    span: spanAt(first?.key ?? tree.place),
    hint,
  });
}

function emptyProject({ projectName }: ComposeInput, variables: Variables, loader: Loader): ComposeProject {
  const none = new Map<string, never>();
  const { diagnostics, sources } = loader;
  const empty = { services: [], inactive: [], configs: none, secrets: none, volumes: none };
  return { name: projectName, ...empty, variables, diagnostics, sources };
}
