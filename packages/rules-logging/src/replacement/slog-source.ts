import type { LoggerSource } from "./logger-source.ts";
import { doubtOf, type SourceOptions } from "./options.ts";

/** The functions of the standard library's `log/slog`, which are at hand everywhere. */
export function slogSource({ as }: SourceOptions): LoggerSource {
  return {
    name: "slog",
    for: () => ({
      doubt: doubtOf(as),
      isSlog: true,
      write(fixer) {
        const receiver = fixer.ensureImport("log/slog");
        return { receiver, value: `${receiver}.Default()`, edits: [] };
      },
    }),
  };
}
