import { appendPath } from "../../diagnostics/index.js";
import { externalShapes } from "../schema/external.js";
import { cidr } from "./cidr.js";
import type { Reading } from "./reading.js";

/** Who may connect to a load balancer: address ranges and ids of prefix lists. */
export function ingressSources(reading: Reading, path: string, written: readonly string[]): string[] {
  const prefixList = externalShapes.prefixList.literal;
  return written.flatMap((source, index) =>
    prefixList.test(source) ? source : (cidr(reading, appendPath(path, index), source) ?? []),
  );
}
