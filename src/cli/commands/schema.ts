import { manifestJsonSchema } from "../../manifest/index.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import type { Session } from "../session.js";
import { printJsonDocument } from "../views/json.js";

export interface SchemaOptions {
  /** The reference in Markdown. */
  readonly docs?: boolean;
}

export async function schema({ docs }: SchemaOptions, session: Session): Promise<ExitCode> {
  if (docs) {
    const { printReference } = await import("../reference/print-reference.js");
    session.io.stdout.write(printReference());
  } else printJsonDocument(session.io.stdout, manifestJsonSchema());
  return exitCodes.done;
}
