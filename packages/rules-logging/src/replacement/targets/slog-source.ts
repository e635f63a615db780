import { unsafeReasonOf, type SourceOptions } from "../options.ts";
import type { LoggerSource, Target } from "./target.ts";

/** Returns the source of the standard library's `log/slog`, which can be used everywhere. */
export function slogSource({ as }: SourceOptions): LoggerSource {
  const target: Target = {
    logger: { kind: "slog" },
    unsafeReason: unsafeReasonOf(as),
    isSlog: true,
  };
  return { name: "slog", targetFor: () => target };
}
