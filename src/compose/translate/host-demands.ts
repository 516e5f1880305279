import type { ComposeService } from "../attributes/service.js";
import { entryOf, isScalar, spanOfEntry } from "../source/tree.js";
import type { Translation } from "./translation.js";

/** What a service asks of its host and of when it runs, where the value decides whether that can be had. */
export function sayHostDemands(
  translation: Translation,
  path: readonly string[],
  service: ComposeService,
): void {
  const { name, restart } = service;
  if (restart !== undefined && /^(?:no|false|on-failure)/.test(restart.text)) {
    translation.warn(
      "compose-choice",
      path,
      `restart: ${restart.text} does not hold for ${name}: an ECS service starts a task anew whenever one ends`,
      {
        span: restart.span,
        hint: "what runs once and ends is a task to be run by itself",
      },
    );
  }
  const entry = entryOf(service.tree, "network_mode");
  if (entry !== undefined && isScalar(entry.value) && entry.value.text === "host") {
    translation.warn(
      "compose-refused",
      path,
      `network_mode: host of ${name} is refused: a task has a network interface of its own`,
      {
        span: spanOfEntry(entry),
        reason: "the service is planned with its ports alone; what it expects on localhost is not there",
        hint: "list the ports under ports:, and write names of services instead of localhost",
      },
    );
  }
  if (entry !== undefined && isScalar(entry.value) && entry.value.text.startsWith("container:")) {
    translation.warn(
      "compose-refused",
      path,
      `network_mode: ${entry.value.text} of ${name} is refused: the container is not part of the file`,
      {
        span: spanOfEntry(entry),
      },
    );
  }
  sayUnfoundHosts(translation, path, service);
}

/** Names that mean the machine itself. */
function sayUnfoundHosts(
  translation: Translation,
  path: readonly string[],
  { name, variables }: ComposeService,
): void {
  for (const { name: variable, value } of variables) {
    if (value === undefined || !/(?:^|[^\w.-])host\.docker\.internal(?![\w-])/.test(value.text)) continue;
    translation.warn(
      "compose-refused",
      [...path, "environment", variable],
      `${variable} of ${name} names host.docker.internal, the developer's machine`,
      {
        span: value.span,
        sensitive: true,
        hint: "write the address that is meant in the manifest",
      },
    );
  }
}
