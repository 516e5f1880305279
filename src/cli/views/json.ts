import type { TextOutput } from "../io.js";

/** A result for machines. */
export function printJsonDocument(output: TextOutput, value: unknown): void {
  output.write(escapeJson(`${JSON.stringify(value, null, 2)}\n`, output));
}

/**
 * JSON as it was encoded; on a terminal, without the control characters that JSON leaves bare and a terminal obeys.
 * They can only stand inside strings, where an escape means the same.
 */
export function escapeJson(json: string, output: TextOutput): string {
  if (!output.isTerminal) return json;
  return json.replace(
    /[\u007f-\u009f]|\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
