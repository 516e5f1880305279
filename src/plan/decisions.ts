import type { ProfileName } from "../manifest/index.js";

/** One field that the plan decided, in the words of the manifest. */
export interface FieldDecision {
  /** Where it is or would be written, such as `services.api.scale.min`. */
  readonly path: string;
  readonly value: unknown;
  /** Of a value that is a number, such as `s`, `days` or `%`. */
  readonly unit?: string;
  readonly from: "manifest" | "profile" | "default";
  /** Why it is that where the manifest is silent. */
  readonly reason?: string;
}

/** `written` where the manifest says it, else `otherwise`. Who asks for an explanation is told of the choice. */
export type Decide = <Written, Otherwise extends Written | undefined>(
  path: string,
  written: Written | undefined,
  otherwise: Otherwise,
  reason: string,
  unit?: string,
) => Written | Otherwise;

export interface Deciding {
  /** A default that is the same in every profile. */
  readonly decide: Decide;
  /** A default that the profile gives. */
  readonly byProfile: Decide;
}

export function createDeciding(
  profile: ProfileName,
  onDecision: ((decision: FieldDecision) => void) | undefined,
): Deciding {
  if (onDecision === undefined) {
    const silent: Decide = (_path, written, otherwise) => written ?? otherwise;
    return { decide: silent, byProfile: silent };
  }
  const telling =
    (from: "profile" | "default"): Decide =>
    (path, written, otherwise, reason, unit) => {
      const value = written ?? otherwise;
      const said = { path, value, ...(unit !== undefined && { unit }) };
      const why = from === "profile" ? `profile ${profile}: ${reason}` : reason;
      onDecision(written === undefined ? { ...said, from, reason: why } : { ...said, from: "manifest" });
      return value;
    };
  return { decide: telling("default"), byProfile: telling("profile") };
}
