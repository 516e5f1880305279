import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "docs/cdk.md"), "utf8");
const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? "");

describe("docs/cdk.md", () => {
  // Compiled with one that is wrong, which must be seen to be so.
  const wrong = blocks[0]?.replace("variables:", "varibles:") ?? "";

  it("holds code that compiles as an app's own", () => {
    expect(blocks.length).toBeGreaterThan(2);
    const problems = problemsOf([...blocks, wrong]);
    expect(problems).toEqual([...blocks.map(() => []), [expect.stringContaining("'varibles'")]]);
  }, 120_000);

  it("names every import", () => {
    const source = readFileSync(join(root, "src/cdk/imports.ts"), "utf8");
    const [, body = ""] = /export interface LongshoreImports \{\n([\s\S]*?)^\}/m.exec(source) ?? [];
    const names = [...body.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

/** What the compiler says of each block as a module of its own, with the options that `cdk init` gives an app. */
function problemsOf(modules: readonly string[]): readonly (readonly string[])[] {
  const files = new Map(modules.map((code, index) => [join(root, "test/cdk", `docs-${index}.ts`), code]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: ["node"],
    paths: { "longshore/cdk": [join(root, "src/cdk/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...others) => {
    const code = files.get(file);
    return code === undefined
      ? read(file, ...others)
      : ts.createSourceFile(file, code, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((file) => {
    const source = program.getSourceFile(file);
    const found = source === undefined ? [] : ts.getPreEmitDiagnostics(program, source);
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  });
}
