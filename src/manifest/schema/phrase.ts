import type * as z from "zod/mini";

/** What to do about a value that does not fit, where that can be said. */
export type Advice = (input: unknown) => string | undefined;

export interface Phrase {
  /** What the schema expects, such as `a whole number from 1 to 65535`; for an unknown key, the known ones. */
  readonly expected: string;
  readonly hint?: string;
}

type ErrorMap = (issue: z.core.$ZodRawIssue) => string;

/** Puts what is expected into the message of zod's issue, for {@link readPhrase}. */
export function phrase(
  expected: string,
  advice?: Advice,
  byCode: Readonly<Record<string, string>> = {},
): ErrorMap {
  return (issue) => {
    const words = byCode[issue.code ?? ""] ?? expected;
    const hint = advice?.(issue.input);
    return hint === undefined ? words : `${words}\n${hint}`;
  };
}

export function readPhrase(message: string): Phrase {
  const [expected = "", hint] = message.split("\n");
  return hint === undefined ? { expected } : { expected, hint };
}
