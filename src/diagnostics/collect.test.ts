import { describe, expect, it } from "vitest";
import { error, hasErrors, locateAll, sortDiagnostics } from "./collect.js";
import type { SourceSpan } from "./diagnostic.js";
import { lineStarts, positionAt, spanMaker } from "./lines.js";
import { appendPath, joinPath, splitPath } from "./path.js";

const span = (file: string, offset: number): SourceSpan => {
  const at = { line: 1, column: offset + 1, offset };
  return { file, start: at, end: at };
};

describe("diagnostics", () => {
  it("knows errors from warnings and notes", () => {
    const mild = (["warning", "note"] as const).map((severity) => ({ ...error("usage", "", "m"), severity }));
    expect(hasErrors(mild)).toBe(false);
    expect(hasErrors([...mild, error("usage", "", "e")])).toBe(true);
  });

  it("locates those without a span", () => {
    const placed = error("usage", "a", "kept", { span: span("x", 1) });
    const found = locateAll([placed, error("usage", "b", "found"), error("usage", "c", "lost")], (path) =>
      path === "b" ? span("y", 2) : undefined,
    );
    expect(found.map((each) => each.span?.file)).toEqual(["x", "y", undefined]);
  });

  it("sorts by file, place and path; those without a place come last", () => {
    const messages = sortDiagnostics([
      error("usage", "z", "no place"),
      error("usage", "a", "also none"),
      error("usage", "b", "file y", { span: span("y", 0) }),
      error("usage", "b", "x second", { span: span("x", 10) }),
      error("usage", "b", "x first", { span: span("x", 9) }),
      error("usage", "a", "x first by path", { span: span("x", 9) }),
      error("usage", "a", "x first by path, later", { span: span("x", 9) }),
    ]).map(({ message }) => message);
    expect(messages).toEqual([
      "x first by path",
      "x first by path, later",
      "x first",
      "x second",
      "file y",
      "also none",
      "no place",
    ]);
  });
});

describe("lines", () => {
  it("counts lines and columns from one", () => {
    const starts = lineStarts("ab\n\ncd\r\nx");
    expect(starts).toEqual([0, 3, 4, 8]);
    expect(positionAt(starts, 0)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(positionAt(starts, 2)).toEqual({ line: 1, column: 3, offset: 2 });
    expect(positionAt(starts, 3)).toEqual({ line: 2, column: 1, offset: 3 });
    expect(positionAt(starts, 9)).toEqual({ line: 4, column: 2, offset: 9 });
  });

  it("keeps spans within the text", () => {
    expect(spanMaker("f", "abc")(-4, 99)).toMatchObject({ start: { offset: 0 }, end: { offset: 3 } });
    expect(spanMaker("f", "abc")(2, 1)).toMatchObject({ start: { offset: 2 }, end: { offset: 2 } });
  });
});

describe("paths", () => {
  it.each([
    [["services", "api", "routes", 0, "a.b"], 'services.api.routes[0]["a.b"]'],
    [[], ""],
    [["0"], '["0"]'],
    [['quote"d', "x-y"], '["quote\\"d"].x-y'],
  ])("%j is %s and back", (segments, path) => {
    expect(joinPath(segments)).toBe(path);
    expect(splitPath(path)).toEqual(segments);
  });

  it("appends one segment", () => {
    expect(appendPath("", "a")).toBe("a");
    expect(appendPath("a", 2)).toBe("a[2]");
  });
});
