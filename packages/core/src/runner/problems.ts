/**
 * Work that could not be done: a path that does not exist, a file
 * that cannot be read, a rule that threw. The rest of the run goes on.
 */
export interface Problem {
  /** A path or a pattern, as the user wrote it. */
  readonly path: string;
  /** One sentence: what went wrong and what to do. */
  readonly message: string;
  readonly ruleId?: string;
  /** From 1. */
  readonly line?: number;
}

/** The error of a config that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** The config file, or what else the config comes from. */
  readonly source: string;
  readonly reason: string;

  constructor(source: string, reason: string, cause?: unknown) {
    super(`${source}: ${reason}`, { cause });
    this.source = source;
    this.reason = reason;
  }
}

/** The error of a path, glob or Go pattern that names no files. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** Returns the message of a thrown value, also of another realm. */
export function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === "string" ? message : String(error);
}

/** Returns the code of an error of the operating system, such as `ENOENT`; else undefined. */
export function codeOf(error: unknown): string | undefined {
  return ((error ?? {}) as { code?: string }).code;
}
