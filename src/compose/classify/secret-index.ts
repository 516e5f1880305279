const minLength = 8;
/** From this length on words count too. */
const passphraseLength = 16;

/** The values of secrets, to find them in other texts in time that does not grow with their number. */
export class SecretIndex {
  private readonly byStart = new Map<string, Set<string>>();

  add(value: string): void {
    for (const part of [value, value.trim()]) {
      if (!isTelling(part)) continue;
      const start = part.slice(0, minLength);
      this.byStart.set(start, (this.byStart.get(start) ?? new Set()).add(part));
    }
  }

  isIn(text: string): boolean {
    return this.rangesIn(text).length > 0;
  }

  /** The text with `***` for every secret in it. */
  mask(text: string): string {
    let masked = "";
    let kept = 0;
    for (const [from, to] of this.rangesIn(text)) {
      masked += `${text.slice(kept, from)}***`;
      kept = to;
    }
    return masked + text.slice(kept);
  }

  /** Where secrets stand in a text, the longest at each place. */
  rangesIn(text: string): readonly (readonly [from: number, to: number])[] {
    const ranges: [number, number][] = [];
    if (this.byStart.size === 0) return ranges;
    for (let at = 0; at + minLength <= text.length; at++) {
      const found = this.longestAt(text, at);
      if (found === 0) continue;
      ranges.push([at, at + found]);
      at += found - 1;
    }
    return ranges;
  }

  private longestAt(text: string, at: number): number {
    let longest = 0;
    for (const value of this.byStart.get(text.slice(at, at + minLength)) ?? [])
      if (value.length > longest && text.startsWith(value, at)) longest = value.length;
    return longest;
  }
}

/** `postgres` as a password is a word like any other: it would be found everywhere. */
function isTelling(value: string): boolean {
  if (value.length < minLength) return false;
  return value.length >= passphraseLength || !/^(?:[a-z_-]+|[A-Z_-]+)$/.test(value);
}
