import type { ComposeService } from "../attributes/service.js";
import { entryOf, spanOfEntry } from "../source/tree.js";
import type { Endpoints } from "./endpoints.js";
import type { Translation } from "./translation.js";

/** Adds what `depends_on` and `links` name to what a service connects to, and says what does not hold on ECS. */
export function addDependencies(
  translation: Translation,
  endpoints: Endpoints,
  service: ComposeService,
  connects: Set<string>,
): void {
  const wanted = [...service.dependsOn.map((each) => each.service), ...service.links.values()];
  for (const name of wanted) {
    const role = endpoints.roles.get(name);
    const kind = endpoints.exposure.get(name)?.kind;
    if (role?.as === "service" && kind !== "worker" && name !== service.name)
      connects.add(endpoints.names.get(name) ?? name);
    else if (role?.as === "bound" && role.resource !== undefined) connects.add(role.resource);
  }
  sayLinks(translation, ["services", endpoints.names.get(service.name) ?? service.name], service);
  for (const { service: name, isRequired, span } of service.dependsOn) {
    const isKnown =
      endpoints.roles.has(name) || translation.project.inactive.some((each) => each.name === name);
    if (isKnown || !isRequired) continue;
    translation.warn(
      "unknown-service",
      ["services", endpoints.names.get(service.name) ?? service.name, "connects"],
      `${service.name} depends on ${name}, which does not exist`,
      { span },
    );
  }
}

/** `links` made names of their own; on Fargate a service is found by its address only. */
function sayLinks(
  translation: Translation,
  path: readonly string[],
  { name, links, tree }: ComposeService,
): void {
  const entry = entryOf(tree, "links");
  if (links.size === 0 || entry === undefined) return;
  const aliases = [...links].filter(([alias, service]) => alias !== service).map(([alias]) => alias);
  const span = spanOfEntry(entry);
  const message = `the links of ${name} become connects`;
  if (aliases.length === 0) translation.note("compose-choice", path, message, { span });
  else {
    const gone = `${message}; the names ${aliases.join(", ")} do not exist on Fargate`;
    const hint = "texts that hold them as hosts get the address; write it where a program has them built in";
    translation.warn("compose-choice", path, gone, { span, hint });
  }
}

/** Said once: nothing waits for anything. */
export function sayOrder(translation: Translation): void {
  const [first] = translation.project.services.flatMap(({ dependsOn }) =>
    dependsOn.filter(({ condition }) => condition === "service_healthy"),
  );
  if (first === undefined) return;
  translation.note(
    "compose-choice",
    ["services"],
    "services are started in no order: `condition: service_healthy` holds on no ECS service",
    {
      span: first.span,
      reason: "ECS replaces tasks at any time, so what a service needs may be away at any time",
      hint: "let each service try again until what it needs is there",
    },
  );
}
