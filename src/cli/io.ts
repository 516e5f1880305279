/** A stream of text that somebody reads: a terminal, a file or another program. */
export interface TextOutput {
  readonly isTerminal: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
  /** Never throws: what cannot be delivered is the owner's affair. */
  write(text: string): void;
}

/** Everything a command may touch of the process it runs in, so that a test can run one without a process. */
export interface Io {
  /** Absolute path of the folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is piped in, in pieces. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Results, and nothing else. */
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
}
