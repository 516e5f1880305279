import type { Schema } from "./fields.js";
import { block, define, field, flag, list, text, whole } from "./fields.js";
import { accountPattern } from "./patterns.js";

export const registry: Schema = define(
  "Registry",
  block({
    keep: field("Images kept in each repository; older ones expire.", whole(1, 1000), 20),
    immutableTags: field("A tag, once pushed, stays with its image.", flag()),
    pullAccounts: field(
      "Other accounts that may pull.",
      list(
        text("a twelve-digit account id in quotes", accountPattern, adviseQuotes),
        "a list of account ids",
      ),
      ["222222222222"],
    ),
  }),
);

function adviseQuotes(input: unknown): string | undefined {
  if (typeof input !== "number" || !Number.isInteger(input)) return undefined;
  return `put it in quotes, because a number loses its leading zeros: "${String(input).padStart(12, "0")}"`;
}
