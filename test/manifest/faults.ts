import { expect } from "vitest";
import type { Diagnostic, DiagnosticCode } from "../../src/diagnostics/index.js";
import { parseManifest } from "../../src/manifest/index.js";

/** A manifest with one service and further lines; fields of the service may be replaced. */
export const withService = (fields: string): string =>
  `application: shop\nservices:\n  api:\n    ${/^image:/m.test(fields) ? "" : "image: nginx:1.27\n    "}${fields.replaceAll("\n", "\n    ")}\n`;
export const withTop = (lines: string): string =>
  `${lines}\napplication: shop\nservices: { api: { image: nginx:1.27 } }\n`;

export function faults(text: string, environment?: string): readonly Diagnostic[] {
  const options = environment === undefined ? {} : { environment };
  const { manifest, diagnostics } = parseManifest({ file: "longshore.yaml", text }, options);
  expect(manifest).toBeUndefined();
  for (const { span, message } of diagnostics) {
    expect(span?.end.offset).toBeLessThanOrEqual(text.length);
    expect(message).not.toMatch(/\.$|\n|undefined|\[object/);
  }
  return diagnostics;
}

export type Row = [
  written: string,
  code: DiagnosticCode,
  path: string,
  message: string | RegExp,
  hint?: string | RegExp,
];

export function expectFault(text: string, [, code, path, message, hint]: Row): void {
  const [first, ...others] = faults(text);
  expect(others.map((each) => each.message)).toEqual([]);
  expect(first?.code).toBe(code);
  expect(first?.path).toBe(path);
  expect(first?.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  if (hint !== undefined) expect(`${first?.reason}\n${first?.hint}`).toMatch(hint);
}
