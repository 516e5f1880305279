/** `1 stack`, `2 stacks`, `3 repositories`. */
export function quantity(count: number, thing: string): string {
  if (count === 1) return `1 ${thing}`;
  return `${count} ${/[^aeiou]y$/.test(thing) ? `${thing.slice(0, -1)}ies` : `${thing}s`}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  const [last, ...others] = [...words].reverse();
  if (last === undefined) return "";
  return others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
}

/** `12 B`, `3.4 kB`. */
export function byteSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
