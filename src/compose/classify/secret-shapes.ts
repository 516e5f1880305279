/** Why the shape of a value says secret, or undefined. The value itself is in no answer. */
export function secretShape(value: string): string | undefined {
  return (
    shapes.find(({ pattern }) => pattern.test(value))?.reason ??
    (looksRandom(value) ? "the value looks random" : undefined)
  );
}

interface Shape {
  readonly pattern: RegExp;
  readonly reason: string;
}

const shapes: readonly Shape[] = [
  // The password may be an unknown variable: `${DB_PASSWORD}` leaves a mark of its own.
  {
    pattern: /[a-z][a-z0-9+.-]*:\/\/[^\s/?#@:]*:[^\s/?#@]+@/i,
    reason: "the value is a URL with credentials",
  },
  { pattern: /^[^\s/:@]+:[^\s/@]+@(?:tcp|unix)\(/, reason: "the value is a data source with credentials" },
  {
    pattern: /(?:^|[\s;?&,])(?:password|passwd|pwd|accountkey|sharedaccesskey|secret|token)=[^\s;&]+/i,
    reason: "the value holds a password",
  },
  { pattern: /-----BEGIN [A-Z ]*(?:PRIVATE KEY|CERTIFICATE)/, reason: "the value is a PEM block" },
  { pattern: /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\./, reason: "the value is a JSON web token" },
  { pattern: /^(?:Bearer|Basic) +\S{8,}/, reason: "the value is an authorization header" },
  { pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, reason: "the value is an access key of AWS" },
  {
    pattern:
      /^(?:gh[oprsu]_|github_pat_|glpat-|xox[abeoprs]-|sk-|sk_(?:live|test)_|rk_(?:live|test)_|pk_live_|whsec_|AIza|SG\.|npm_|pypi-|dop_v1_|hf_|hvs\.|dckr_pat_|shpat_|EAAC|ya29\.|figd_|lin_api_|sntrys_|phc_|re_)[\w.-]{8,}/,
    reason: "the value is a token of a known service",
  },
  {
    pattern: /hooks\.slack\.com\/services\/\w+|discord(?:app)?\.com\/api\/webhooks\/\d+/,
    reason: "the value is the address of a webhook, which is its own password",
  },
  { pattern: /^https:\/\/[0-9a-f]{32}@[\w.-]+\/\d+$/, reason: "the value is a DSN of an error tracker" },
];

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const digest = /^sha256:[0-9a-f]{64}$/;
const arn = /^arn:aws/;

/** 32 hexadecimal digits or more, or 24 characters of base64 or more with an entropy no words have. */
function looksRandom(value: string): boolean {
  if (uuid.test(value) || digest.test(value) || arn.test(value)) return false;
  if (/^[0-9a-f]{32,}$/i.test(value) && !/^(.)\1+$/.test(value)) return true;
  if (!/^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(value) || /^\/|\/\/|^[A-Za-z]+(?:[-_/][A-Za-z0-9]+)+$/.test(value))
    return false;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(value)).length;
  return kinds === 3 && entropyOf(value) >= 3.8;
}

/** Bits of Shannon entropy for each character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const { length } = [...text];
  return [...counts.values()].reduce((bits, count) => bits - (count / length) * Math.log2(count / length), 0);
}
