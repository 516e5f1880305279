import pc from "picocolors";
import type { Io, TextOutput } from "./io.js";

export type Palette = ReturnType<typeof pc.createColors>;

/** One call of the command line: its streams, and what may be done to them. */
export interface Session {
  readonly io: Io;
  /** Colours for results, all plain when they are not wanted. */
  readonly palette: Palette;
  /** Colours for everything else. */
  readonly errorPalette: Palette;
}

export function createSession(io: Io, argv: readonly string[]): Session {
  const refused = argv.slice(0, lengthBeforeOperands(argv)).includes("--no-color");
  const paletteOf = (output: TextOutput): Palette => pc.createColors(!refused && wantsColor(output, io.env));
  return { io, palette: paletteOf(io.stdout), errorPalette: paletteOf(io.stderr) };
}

/** NO_COLOR (https://no-color.org) counts more than FORCE_COLOR, and both more than what the output is. */
function wantsColor(output: TextOutput, env: Io["env"]): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return output.isTerminal && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

function lengthBeforeOperands(argv: readonly string[]): number {
  const end = argv.indexOf("--");
  return end === -1 ? argv.length : end;
}
