export interface MountText {
  readonly source?: string;
  readonly target: string;
  /** Such as `ro`, `z`, `nocopy`. */
  readonly modes: readonly string[];
}

/** `[source:]target[:modes]`; a drive letter of Windows is part of its path. */
export function parseMount(text: string): MountText | undefined {
  const parts = text.split(/(?<!(?:^|:)[A-Za-z]):(?![\\])|(?<=(?:^|:)[A-Za-z]):(?![\\/])/);
  if (parts.length > 3 || parts.some((part) => part.trim() === "")) return undefined;
  const [first = "", second, modes] = parts;
  if (second === undefined) return { target: first, modes: [] };
  return { source: first, target: second, modes: modes?.split(",") ?? [] };
}

/** True for a path of the machine, false for the name of a volume. */
export function isHostPath(source: string): boolean {
  return /^(?:[./~\\]|[A-Za-z]:[\\/])/.test(source);
}
