/** What the process ends with. 70 is EX_SOFTWARE of sysexits.h. */
export const exitCodes = { done: 0, findings: 1, usage: 2, bug: 70 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
