import * as z from "zod/mini";
import { DeferredText } from "../references/deferred-text.js";
import type { Schema } from "./fields.js";
import { about, either, list, text } from "./fields.js";
import { phrase } from "./phrase.js";
import { scalar } from "./values.js";

/** A text that still holds references that only the plan resolves; never written as such, so not in the JSON Schema. */
export const deferred: Schema = z
  .instanceof(DeferredText, { error: phrase("a text") })
  .register(about, { id: "deferred" });

export function environmentValue(): Schema {
  return either("a text, a number or true/false", scalar(), deferred);
}

export function command(): Schema {
  const word = either("a text", text("a text"), deferred);
  return either(
    "a list of texts, or one text without shell syntax",
    text("a command such as npm start", /\S/),
    list(word, "a list of texts", 1),
    deferred,
  );
}
