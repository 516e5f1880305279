import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(
  new URL("../../node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url),
);

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A position as editors count: lines and characters from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The language server that editors run for YAML, over its standard streams. */
export interface LanguageServer {
  /** Opens a text as a manifest, and gives what is wrong with it. */
  readonly open: (
    uri: string,
    text: string,
  ) => Promise<readonly { readonly message: string; readonly range: { readonly start: Position } }[]>;
  readonly completions: (uri: string, position: Position) => Promise<readonly string[]>;
  readonly hover: (uri: string, position: Position) => Promise<string>;
  readonly stop: () => void;
}

/** Starts it as an editor does. Which schema a text has is said in its first line, as in the manifests of users. */
export async function startLanguageServer(): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: "pipe" });
  const connection = connect(child);
  await connection.request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { hover: { contentFormat: ["markdown"] } },
      workspace: { configuration: true },
    },
  });
  connection.notify("initialized", {});
  connection.notify("workspace/didChangeConfiguration", { settings: {} });
  return {
    open: async (uri, text) => {
      const published = connection.once(
        "textDocument/publishDiagnostics",
        (params) => (params as { uri: string }).uri === uri,
      );
      connection.notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text },
      });
      return ((await published) as { diagnostics: [] }).diagnostics;
    },
    completions: async (uri, position) => {
      const list = await connection.request("textDocument/completion", { textDocument: { uri }, position });
      return (list as { items: readonly { label: string }[] }).items.map(({ label }) => label);
    },
    hover: async (uri, position) => {
      const found = await connection.request("textDocument/hover", { textDocument: { uri }, position });
      return JSON.stringify((found as { contents?: unknown } | null)?.contents ?? "");
    },
    stop: () => child.kill(),
  };
}

/** What the server asks of an editor: the section `yaml` is the only one that has settings. */
function settingsFor(params: unknown): readonly unknown[] {
  const yaml = { schemaStore: { enable: false }, validate: true, hover: true, completion: true };
  const { items } = params as { readonly items: readonly { readonly section: string }[] };
  return items.map(({ section }) => (section === "yaml" ? yaml : {}));
}

/** JSON-RPC with a header before each message: https://microsoft.github.io/language-server-protocol */
function connect(child: ChildProcessWithoutNullStreams) {
  const answers = new Map<number, (result: unknown) => void>();
  const waiting = new Map<
    string,
    { readonly fits: (params: unknown) => boolean; readonly take: (params: unknown) => void }
  >();
  let next = 1;
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  readMessages(child, (message) => {
    const { id, method, params, result } = message;
    if (method === undefined) answers.get(Number(id))?.(result);
    else if (id !== undefined)
      send({ id, result: method === "workspace/configuration" ? settingsFor(params) : null });
    else if (waiting.get(method)?.fits(params)) waiting.get(method)?.take(params);
  });
  return {
    notify: (method: string, params: object): void => send({ method, params }),
    request: (method: string, params: object): Promise<unknown> => {
      const id = next++;
      send({ id, method, params });
      return new Promise((resolve) => answers.set(id, resolve));
    },
    once: (method: string, fits: (params: unknown) => boolean): Promise<unknown> =>
      new Promise((resolve) => waiting.set(method, { fits, take: resolve })),
  };
}

function readMessages(child: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let buffered = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const header = buffered.indexOf("\r\n\r\n");
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffered.toString("utf8", 0, header))?.[1]);
      const end = header + 4 + length;
      if (buffered.length < end) return;
      take(JSON.parse(buffered.toString("utf8", header + 4, end)) as Message);
      buffered = buffered.subarray(end);
    }
  });
}
