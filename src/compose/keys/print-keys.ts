import { composeKeys } from "./compose-keys.js";

/** The table as Markdown, for docs/compose.md. */
export function printComposeKeys(): string {
  const rows = composeKeys.map(({ key, status, meaning, hint }) => {
    const what = hint === undefined ? meaning : `${meaning}; ${hint}`;
    return `| \`${key}\` | ${status} | ${what.replaceAll("|", "\\|")} |`;
  });
  return ["| key | | what becomes of it |", "| --- | --- | --- |", ...rows].join("\n");
}
