/** Options by name, each with its choices. */
export type Options = Readonly<Record<string, readonly string[]>>;
export type Combination = Readonly<Record<string, string>>;

/**
 * Combinations in which every two choices of two options meet at least once: far fewer than all. Greedy: each new one
 * starts with a pair that has not met and takes, option by option, the choice that meets the most others for the first
 * time. Pairs that are refused never meet. The same options give the same combinations.
 */
export function allPairs(options: Options, refused: ReadonlySet<string> = new Set()): readonly Combination[] {
  const names = Object.keys(options);
  const open = new Set(pairsOf(options).filter((pair) => !refused.has(pair)));
  const combinations: Combination[] = [];
  for (const seed of [...open]) {
    if (!open.has(seed)) continue;
    const chosen = new Map<string, string>(JSON.parse(seed) as [string, string][]);
    for (const name of names) {
      if (chosen.has(name)) continue;
      const [first = "", ...others] = options[name] ?? [];
      const allowed = [first, ...others].filter((choice) => !conflicts([name, choice], chosen, refused));
      chosen.set(name, bestChoice(name, allowed, chosen, open, combinations.length) ?? first);
    }
    const combination = Object.fromEntries(names.map((name) => [name, chosen.get(name) ?? ""]));
    for (const key of pairsIn(combination, names)) open.delete(key);
    combinations.push(combination);
  }
  return combinations;
}

type Choice = readonly [option: string, choice: string];

function conflicts(
  choice: Choice,
  chosen: ReadonlyMap<string, string>,
  refused: ReadonlySet<string>,
): boolean {
  return [...chosen].some((other) => refused.has(pairKey(other, choice)));
}

/** Of several that are as good, another one each time. */
function bestChoice(
  name: string,
  choices: readonly string[],
  chosen: ReadonlyMap<string, string>,
  open: ReadonlySet<string>,
  turn: number,
): string | undefined {
  const gains = choices.map((choice, index) => {
    const met = [...chosen].filter((other) => open.has(pairKey(other, [name, choice])));
    return { choice, gain: met.length, order: (index + turn) % choices.length };
  });
  gains.sort((a, b) => b.gain - a.gain || a.order - b.order);
  return gains[0]?.choice;
}

/** Every two choices of two options. */
export function pairsOf(options: Options): readonly string[] {
  const choices = Object.entries(options).map(([name, values]) =>
    values.map((value): Choice => [name, value]),
  );
  return choices.flatMap((these, index) =>
    choices.slice(index + 1).flatMap((those) => these.flatMap((a) => those.map((b) => pairKey(a, b)))),
  );
}

export function pairsIn(combination: Combination, names: readonly string[]): readonly string[] {
  return names.flatMap((name, index) =>
    names
      .slice(index + 1)
      .map((other) => pairKey([name, combination[name] ?? ""], [other, combination[other] ?? ""])),
  );
}

function pairKey(a: Choice, b: Choice): string {
  return JSON.stringify(a[0] < b[0] ? [a, b] : [b, a]);
}
