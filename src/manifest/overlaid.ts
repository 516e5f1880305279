/** What an environment may write over a part of the manifest: maps in part, lists and scalars whole, null to remove. */
export type Overlaid<Written> = Written extends readonly unknown[]
  ? Written
  : Written extends object
    ? { [Key in keyof Written]?: Overlaid<Written[Key]> | null }
    : Written;
