import type { SourceSpan } from "../../diagnostics/index.js";
import { isList, isScalar, spanOfEntry } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import type { Written } from "./written.js";
import { writtenOf } from "./written.js";

export interface Healthcheck {
  /** `none`: the image's own check is turned off. `image`: only its times are changed. */
  readonly test: readonly [Written, ...Written[]] | "none" | "image";
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
  readonly startPeriodSeconds?: number;
  readonly span: SourceSpan;
}

export function readHealthcheck(service: AttributeReader): Healthcheck | undefined {
  const span = service.spanOf("healthcheck");
  if (span === undefined) return undefined;
  const reader = service.below("healthcheck");
  const times = {
    intervalSeconds: reader.seconds("interval"),
    timeoutSeconds: reader.seconds("timeout"),
    retries: reader.whole("retries"),
    startPeriodSeconds: reader.seconds("start_period"),
  };
  const written = Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined));
  const test = reader.flag("disable") === true ? "none" : readTest(reader);
  return { test: test ?? "image", ...written, span };
}

/** A text is run by the shell; a list starts with CMD, CMD-SHELL or NONE. */
function readTest(reader: AttributeReader): Healthcheck["test"] | undefined {
  const entry = reader.entry("test");
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (isScalar(value)) {
    const shell = writtenOf(value);
    return shell.text === "NONE"
      ? "none"
      : [{ ...shell, text: "CMD-SHELL", pieces: [{ from: "literal", text: "CMD-SHELL" }] }, shell];
  }
  const words = isList(value) ? value.items.filter(isScalar).map(writtenOf) : [];
  const [first, ...rest] = words;
  if (first?.text === "NONE") return "none";
  if (first !== undefined && rest.length > 0 && ["CMD", "CMD-SHELL"].includes(first.text))
    return [first, ...rest];
  return reader.fail(
    "health-invalid",
    "test",
    "a test is a text for the shell, or a list that starts with CMD, CMD-SHELL or NONE",
    spanOfEntry(entry),
  );
}
