import type { Diagnostic } from "../../diagnostics/index.js";
import { error, spanMaker } from "../../diagnostics/index.js";
import type { ManifestSource } from "../source.js";

/** Ten MiB: a thousand services need half of one. */
export const maxTextLength: number = 10 * 1024 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what YAML 1.2 (section 5.1) forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What no YAML text may be or hold. */
export function refuseText(source: ManifestSource): Diagnostic | undefined {
  if (source.text.length > maxTextLength) {
    return error("file-too-large", "", `the manifest is larger than ${maxTextLength / 1024 / 1024} MiB`, {
      hint: "a manifest of a thousand services takes half a MiB; is this the right file?",
    });
  }
  const at = source.text.search(forbidden);
  return at === -1 ? undefined : controlCharacter(source, at);
}

function controlCharacter(source: ManifestSource, at: number): Diagnostic {
  const code = source.text.charCodeAt(at);
  const span = spanMaker(source.file, source.text)(at, at + 1);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const hint =
    code === 0
      ? "save the file as UTF-8; zero bytes come from UTF-16 or from a file that is no text"
      : 'remove it, or write it as an escape in double quotes, such as "\\e"';
  return error("yaml-syntax", "", `the text holds the control character ${name}`, {
    span,
    reason: "YAML allows no control characters but tab and line end",
    hint,
  });
}
