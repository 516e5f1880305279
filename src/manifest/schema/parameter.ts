import type { Schema } from "./fields.js";
import { block, define, either, empty, field, mapOf, text } from "./fields.js";
import { parameterNamePattern } from "./patterns.js";
import { scalar } from "./values.js";

const parameter: Schema = define(
  "Parameter",
  either(
    "a default, nothing, or a map of description and default",
    scalar(),
    empty(),
    block({
      description: field("What it is, for whoever deploys.", text("a text", /\S/), "Host name of the broker"),
      default: field("Value where none is given; without it one must be given.", scalar(), "info"),
    }),
  ),
);

export const parameters: Schema = mapOf(
  parameterNamePattern,
  "a name of letters, digits and _ that starts with a letter",
  parameter,
  "a map of names to defaults",
);
