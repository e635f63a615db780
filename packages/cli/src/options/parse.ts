import { CommanderError, type Command } from "commander";
import type { Output } from "../io.ts";

/** The options, or the exit code if there is nothing left to do. */
export type Parsed<T> =
  | { readonly ok: true; readonly options: T }
  | { readonly ok: false; readonly exitCode: number };

/**
 * Reads the arguments of a command. It prints the text of `--help` and `--version` itself, and the
 * error of arguments that cannot be read.
 */
export function parse<T>(
  command: Command,
  args: readonly string[],
  defaults: Omit<T, "paths" | OptionalKeys<T>>,
  stdout: Output,
  stderr: Output,
): Parsed<T> {
  command.configureOutput({
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    outputError: (text, write) => {
      write(text.replace(/^error:/u, "gopherwood:"));
    },
  });
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { ok: false, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return {
    ok: true,
    options: { ...defaults, ...command.opts<Partial<T>>(), paths: command.args } as T,
  };
}

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
