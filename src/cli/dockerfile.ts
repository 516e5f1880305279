/**
 * The first TCP port that the last stage of a Dockerfile exposes. A variable counts with the default that the file
 * gives it. https://docs.docker.com/reference/dockerfile/#expose
 */
export function exposedPort(dockerfile: string): number | undefined {
  const variables = new Map<string, string>();
  let port: number | undefined;
  for (const { name, rest } of instructions(dockerfile)) {
    if (name === "FROM") port = undefined;
    if (name === "ARG" || name === "ENV") remember(variables, rest);
    if (name === "EXPOSE") port ??= firstTcpPort(rest, variables);
  }
  return port;
}

function instructions(dockerfile: string): readonly { readonly name: string; readonly rest: string }[] {
  const joined = dockerfile.replace(/^[ \t]*#.*(?:\r?\n|$)/gm, "").replace(/\\[ \t]*\r?\n/g, " ");
  return [...joined.matchAll(/^[ \t]*([A-Za-z]+)[ \t]+(.*)$/gm)].map(([, name = "", rest = ""]) => ({
    name: name.toUpperCase(),
    rest,
  }));
}

/** `NAME=value` pairs, and the older `NAME value`. */
function remember(variables: Map<string, string>, rest: string): void {
  const pairs = [...rest.matchAll(/(\w+)=("[^"]*"|\S*)/g)];
  for (const [, name = "", value = ""] of pairs) variables.set(name, value.replace(/^"|"$/g, ""));
  const older = /^(\w+)\s+(\S+)/.exec(rest);
  if (pairs.length === 0 && older?.[1] !== undefined && older[2] !== undefined)
    variables.set(older[1], older[2]);
}

function firstTcpPort(rest: string, variables: ReadonlyMap<string, string>): number | undefined {
  const words = rest.split(/\s+/).map((word) =>
    word.replace(/\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g, (_, bare, braced, otherwise) => {
      return variables.get(bare ?? braced) ?? otherwise ?? "";
    }),
  );
  const ports = words.flatMap((word) => {
    const [, port] = /^(\d{1,5})(?:-\d+)?(?:\/tcp)?$/i.exec(word) ?? [];
    return port === undefined ? [] : [Number(port)];
  });
  return ports.find((port) => port >= 1 && port <= 65_535);
}
