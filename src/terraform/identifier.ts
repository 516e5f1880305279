/** `ui-iot` and `UiIot` become `ui_iot`: letters, digits and underscores, not starting with a digit. */
export function identifier(...words: readonly string[]): string {
  const joined = words.length === 1 ? (words[0] ?? "") : words.join("_");
  if (/^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/.test(joined)) return joined.replaceAll("-", "_");
  const name = joined
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .toLowerCase();
  return /^[a-z]/.test(name) ? name : `_${name}`;
}

/** Gives each wanted name once: who comes later gets the name that its id makes, or a number. */
export interface Taken {
  readonly take: (wanted: string, id?: string) => string;
}

export function createTaken(reserved: readonly string[] = []): Taken {
  const taken = new Set(reserved);
  return {
    take: (wanted, id = wanted) => {
      const full = taken.has(wanted) ? identifier(id) : wanted;
      let name = full;
      for (let count = 2; taken.has(name); count++) name = `${full}_${count}`;
      taken.add(name);
      return name;
    },
  };
}
