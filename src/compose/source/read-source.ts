import type { CollectionTag, CST, Document, ScalarTag } from "yaml";
import { Composer, Parser } from "yaml";
import type { Diagnostic } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import { nestingOf } from "../../manifest/yaml/nesting.js";
import { refuseText } from "../../manifest/yaml/refuse-text.js";
import { explainSyntax } from "../../manifest/yaml/syntax.js";
import { buildTree } from "./build-tree.js";
import type { Source, Tree } from "./tree.js";

/** Four MiB: five thousand services. */
export const maxComposeLength: number = 4 * 1024 * 1024;

export interface ReadSource {
  /** One tree for each YAML document in the file: later ones are laid over earlier ones. */
  readonly trees: readonly Tree[];
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML text to trees, with the tags `!reset` and `!override`; never throws. */
export function readSource(source: Source): ReadSource {
  const refused = source.text.length > maxComposeLength ? tooLarge(source) : refuseText(source);
  if (refused !== undefined) return { trees: [], diagnostics: [refused] };
  const tokens = [...new Parser().parse(source.text)];
  const tooDeep = nestingOf(source, tokens);
  if (tooDeep !== undefined) return { trees: [], diagnostics: [tooDeep] };
  const documents = compose(tokens);
  const faults = documents.flatMap((document) => explainSyntax(source, [document]));
  if (faults.length > 0) return { trees: [], diagnostics: faults.slice(0, 5) };
  const built = documents.map((document) => buildTree(source, document.contents));
  return {
    trees: built.flatMap(({ tree }) => (tree === undefined ? [] : [tree])),
    diagnostics: built.flatMap(({ diagnostics }) => diagnostics),
  };
}

const tags: (ScalarTag | CollectionTag)[] = ["!reset", "!override"].flatMap((tag) => [
  { tag, resolve: (text: string) => text },
  { tag, collection: "map" as const },
  { tag, collection: "seq" as const },
]);

function compose(tokens: readonly CST.Token[]): Document.Parsed[] {
  const composer = new Composer({
    schema: "core",
    customTags: tags,
    stringKeys: true,
    // The tree finds duplicates in linear time.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  return [...composer.compose(tokens)] as Document.Parsed[];
}

function tooLarge(source: Source): Diagnostic {
  const limit = maxComposeLength / 1024 / 1024;
  return error("file-too-large", "", `the compose file is larger than ${limit} MiB`, {
    span: source.spanOf(0, 0),
    hint: "a compose file of a thousand services takes half a MiB; is this the right file?",
  });
}
