import type { CST, Document } from "yaml";
import { Composer, isScalar, Parser } from "yaml";
import type { Diagnostic } from "../../diagnostics/index.js";
import { error, spanMaker } from "../../diagnostics/index.js";
import type { Raw } from "../raw.js";
import type { ManifestSource, Places } from "../source.js";
import { nowhere } from "../source.js";
import { nestingOf } from "./nesting.js";
import { placesOf } from "./places.js";
import { refuseText } from "./refuse-text.js";
import { explainSyntax } from "./syntax.js";
import { treeOf } from "./tree.js";

export interface ReadYaml {
  /** Absent when there is an error. */
  readonly root?: Raw;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Places;
}

/** YAML 1.2 text to a tree, with merge keys (`<<`); never throws. */
export function readYaml(source: ManifestSource): ReadYaml {
  const refused = refuseText(source);
  if (refused !== undefined) return { diagnostics: [refused], places: nowhere };
  const tokens = [...new Parser().parse(source.text)];
  const tooDeep = nestingOf(source, tokens);
  if (tooDeep !== undefined) return { diagnostics: [tooDeep], places: nowhere };
  return readDocuments(source, compose(tokens));
}

function compose(tokens: readonly CST.Token[]): Document.Parsed[] {
  const composer = new Composer({
    schema: "core",
    stringKeys: true,
    // The tree finds duplicates in linear time and can name the first of the two.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  return [...composer.compose(tokens)] as Document.Parsed[];
}

function readDocuments(source: ManifestSource, documents: readonly Document.Parsed[]): ReadYaml {
  const syntax = explainSyntax(source, documents);
  const contents = documents[0]?.contents ?? null;
  if (syntax.length > 0) return { diagnostics: syntax, places: nowhere };
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { diagnostics: [emptyDocument(source)], places: nowhere };
  }
  const { root, diagnostics, targets } = treeOf(source, contents);
  const places = placesOf(source, contents, targets);
  // After a duplicate key the rest can still be judged.
  const usable = diagnostics.every(({ code }) => code === "yaml-duplicate-key");
  return usable ? { root, diagnostics, places } : { diagnostics, places };
}

function emptyDocument(source: ManifestSource): Diagnostic {
  return error("empty-document", "", "the manifest is empty", {
    span: spanMaker(source.file, source.text)(0, 0),
    hint: "a manifest has at least an application and a service:\n  application: shop\n  services:\n    web: { image: nginx:1.27, port: 80, route: /* }",
  });
}
