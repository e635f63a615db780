/** A stream that text is written to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal, in characters; undefined for a file or a pipe. */
  readonly columns?: number | undefined;
  /** Waits until a text for which `write` returned false is written. */
  drained?(): Promise<unknown>;
}

/** The surroundings of the command, which tests replace. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Opens standard input. */
  readonly stdin: () => AsyncIterable<Uint8Array | string>;
  /** For findings, and for the output of options such as `--list-rules`. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
}

/** A mistake of the user, with a message that helps; the command exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Returns the bytes of standard input. */
export async function readStdin({ stdin }: Io): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
