type Keys<T, Optional> = {
  [K in keyof T]: undefined extends T[K]
    ? Optional extends true
      ? K
      : never
    : Optional extends true
      ? never
      : K;
}[keyof T];

export type Present<T> = { [K in Keys<T, false>]: T[K] } & {
  [K in Keys<T, true>]?: Exclude<T[K], undefined>;
};

/** The same object without the keys that are undefined: what the author left out is absent, not empty. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
