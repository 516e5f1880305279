import { DeferredText } from "../references/deferred-text.js";
import type { Template, Text } from "../text-value.js";
import type { Reading } from "./reading.js";

type Piece = Template["template"][number];

/** A list as it is; a text is cut at white space, which is right only without shell syntax. */
export function command(
  reading: Reading,
  path: string,
  written: string | readonly string[],
): readonly Text[] | undefined {
  // References to services and resources are left to the plan, which the written type does not tell.
  const text = written as string | DeferredText | readonly (string | DeferredText)[];
  if (Array.isArray(text)) return text.map(textOf);
  const pieces: readonly Piece[] = text instanceof DeferredText ? text.template : [text as string];
  const syntax = pieces.flatMap((piece) =>
    typeof piece === "string" ? (/["'`$&|;<>()\\*?[\]{}~#]/.exec(piece) ?? []) : [],
  );
  if (syntax.length === 0) return wordsOf(pieces);
  return reading.fail("invalid-value", path, `${path} holds the shell syntax ${syntax[0]}`, {
    reason:
      "no shell reads the command of a container, so quotes and operators would be passed on as they are",
    hint: "write a list of texts; for a shell: [sh, -c, '...']",
  });
}

export function textOf(written: string | DeferredText): Text {
  return written instanceof DeferredText ? { template: written.template } : written;
}

function wordsOf(pieces: readonly Piece[]): Text[] {
  const words: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const [start, ...others] = typeof piece === "string" ? piece.split(/\s+/) : [piece];
    if (start !== undefined && start !== "") {
      if (isOpen) words.at(-1)?.push(start);
      else words.push([start]);
      isOpen = true;
    }
    for (const word of others) {
      if (word !== "") words.push([word]);
      isOpen = word !== "";
    }
  }
  return words.map(wordOf);
}

function wordOf(pieces: readonly Piece[]): Text {
  const [only] = pieces;
  return pieces.length === 1 && typeof only === "string" ? only : { template: pieces };
}
