/**
 * The candidate that was probably meant: equal but for case, the only one that starts with the text, or the nearest
 * within a third of the text's length in single edits (insert, delete, replace, swap of neighbours).
 */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const names = [...candidates];
  const sameButCase = names.find((name) => name.toLowerCase() === wanted);
  if (sameButCase !== undefined) return sameButCase;
  return nearest(wanted, names) ?? onlyLonger(wanted, names);
}

function nearest(wanted: string, names: readonly string[]): string | undefined {
  let bound = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > bound) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance > bound || (distance === bound && best !== undefined)) continue;
    // One edit turns any one-letter text into any other: that is no likeness.
    if (distance >= Math.max(wanted.length, name.length)) continue;
    best = name;
    bound = distance;
  }
  return best;
}

function onlyLonger(wanted: string, names: readonly string[]): string | undefined {
  if (wanted.length < 2) return undefined;
  const longer = names.filter((name) => name.toLowerCase().startsWith(wanted));
  return longer.length === 1 ? longer[0] : undefined;
}

/** Damerau-Levenshtein distance (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + changed,
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
