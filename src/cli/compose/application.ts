import type { ComposeLayer } from "../../compose/index.js";

/** The layer with the application named by the user, who needs no advice on it then. */
export function nameApplication(layer: ComposeLayer, name: string, reason: string): ComposeLayer {
  const decision = { path: "application", what: "application", reason } as const;
  return {
    ...layer,
    document: { ...layer.document, application: name },
    locate: (path) => (path === "application" ? undefined : layer.locate(path)),
    decisions: [decision, ...layer.decisions.filter(({ path }) => path !== "application")],
    diagnostics: layer.diagnostics.filter(
      ({ path, code }) => path !== "application" || code !== "compose-choice",
    ),
  };
}
