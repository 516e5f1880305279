/** A name of a service where a host stands in a text. */
export interface FoundHost {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** `http` where `http://` stands before it. */
  readonly scheme?: string;
  readonly port?: number;
  /** True where user information stands between scheme and host. */
  readonly hasUser: boolean;
}

export type HostFinder = (text: string, variable: string) => readonly FoundHost[];

/** Variables whose whole value may be a host: `MQTT_HOST: mqtt`. */
const hostVariable =
  /(?:^|[_.-])(?:host|hosts|hostname|server|servers|address|addr|endpoint|endpoints|broker|brokers|bootstrap|node|nodes|url|uri|upstream|proxy|seeds)$/i;

/**
 * Finds names of services as hosts: behind `scheme://`, before `:port`, behind `host=`, and as a whole value or an item
 * of a list where the variable's name says host. Elsewhere a word that equals a name is only a word.
 */
export function hostFinder(names: Iterable<string>): HostFinder {
  const words = [...names].filter((name) => name !== "").sort((one, other) => other.length - one.length);
  if (words.length === 0) return () => [];
  const any = new RegExp(`(?<![\\w.-])(?:${words.map(escapePattern).join("|")})(?![\\w-]|\\.\\w)`, "g");
  return (text, variable) =>
    [...text.matchAll(any)].flatMap(({ 0: name, index }) => {
      const host = hostAt(text, index, name, variable);
      return host === undefined ? [] : [host];
    });
}

function hostAt(text: string, start: number, name: string, variable: string): FoundHost | undefined {
  const end = start + name.length;
  // What stands far before says nothing of a host, and a long text must not cost a search for each word.
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 8);
  const [, scheme, user] = /([a-z][a-z0-9+.-]*):\/\/([^\s/?#@]*@)?$/i.exec(before) ?? [];
  const port = /^:(\d{1,5})(?!\d)/.exec(after)?.[1];
  const found = {
    start,
    end,
    name,
    hasUser: user !== undefined,
    ...(port === undefined ? {} : { port: Number(port) }),
  };
  if (scheme !== undefined) return { ...found, scheme: scheme.toLowerCase() };
  if (port !== undefined) return found;
  if (/(?:^|[\s;,?&"'])(?:host|hostaddr|server|hostname|data source|addr|address)=$/i.test(before))
    return found;
  const isItem = (before === "" || /[,;\s]$/.test(before)) && (after === "" || /^[,;\s]/.test(after));
  return isItem && hostVariable.test(variable) ? found : undefined;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
