/** A stream that text is written to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** The surroundings of the command, which tests replace. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Findings and what was asked for. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
}

/** Something that the user can fix, said in one message; the command ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
