import type { GoSourceCode } from "@gopherwood/core";
import { unsafeReasonOf, type SourceOptions } from "../options.ts";
import { isLogrus } from "../parse/logger-packages.ts";
import { missingSetup } from "./logrus-setup.ts";
import type { LoggerSource } from "./target.ts";

/** Returns the source of the standard library's `log/slog`, which can be used everywhere. */
export function slogSource({ as }: SourceOptions, sourceCode: GoSourceCode): LoggerSource {
  return {
    name: "slog",
    targetFor: ({ replaced }) => ({
      logger: { kind: "slog" },
      // A team that asks for a fix knows of its setup.
      unsafeReason:
        as === null && isLogrus(replaced) ? missingSetup(sourceCode) : unsafeReasonOf(as),
      isSlog: true,
    }),
  };
}
