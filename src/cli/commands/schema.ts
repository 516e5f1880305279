import { manifestJsonSchema } from "../../manifest/index.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import type { Session } from "../session.js";
import { printJsonDocument } from "../views/json.js";

export async function schema(session: Session): Promise<ExitCode> {
  printJsonDocument(session.io.stdout, manifestJsonSchema());
  return exitCodes.done;
}
