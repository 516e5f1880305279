const secondsIn: Readonly<Record<string, number>> = { us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** `1m30s`, `2.5s`, `500ms` to seconds. https://github.com/compose-spec/compose-spec/blob/main/11-extension.md#specifying-durations */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim();
  if (compact === "0") return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:us|µs|ms|s|m|h))+$/.test(compact)) return undefined;
  let seconds = 0;
  for (const [, count = "", unit = ""] of compact.matchAll(/(\d+(?:\.\d+)?)(us|µs|ms|s|m|h)/g))
    seconds += Number(count) * (secondsIn[unit] ?? 0);
  return seconds;
}

const bytesIn: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

/** `512m`, `1.5gb`, `2048k` to MiB, rounded up. */
export function parseMiB(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d+(?:\.\d+)?)\s*(b|[kmgt](?:i?b)?)?$/i.exec(text.trim()) ?? [];
  const factor = bytesIn[unit.slice(0, 1).toLowerCase()];
  if (count === undefined || factor === undefined) return undefined;
  return Math.ceil((Number(count) * factor) / 1024 ** 2);
}

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  "1": true,
  yes: true,
  y: true,
  on: true,
  t: true,
  false: false,
  "0": false,
  no: false,
  n: false,
  off: false,
  f: false,
};

export function parseFlag(text: string): boolean | undefined {
  return flags[text.trim().toLowerCase()];
}

/** A whole number in decimal digits, at most nine. */
export function parseWhole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

export function parseDecimal(text: string): number | undefined {
  return /^\d{1,9}(?:\.\d+)?$|^\.\d+$/.test(text.trim()) ? Number(text) : undefined;
}
