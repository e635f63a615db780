import { OptionsError } from "@gopherwood/core";
import { Loggers, LOGGERS_OPTION } from "../loggers/packages.ts";
import { sourceOptionsOf, type ReplacementOption, type SourceName } from "./options.ts";

/** Returns true if calls are to be replaced with a source. */
export function asks(replacement: readonly ReplacementOption[], use: SourceName): boolean {
  return replacement.some((option) => sourceOptionsOf(option).use === use);
}

/** Returns the loggers that are not wanted: by default slog is wanted where calls move to it. */
export function unwantedOf(
  loggers: readonly string[],
  asksForSlog: boolean,
): readonly string[] {
  const isDefault = loggers.join() === LOGGERS_OPTION.default.join();
  return isDefault && asksForSlog ? loggers.filter((name) => name !== "slog") : loggers;
}

/** @throws {OptionsError} If calls are to be replaced with what is not wanted. */
export function assertReplacements(
  replacement: readonly ReplacementOption[],
  loggers: readonly string[],
): void {
  const unwanted = unwantedOf(loggers, asks(replacement, "slog"));
  for (const option of replacement) {
    const { use, package: importPath } = sourceOptionsOf(option);
    const target = use === "slog" ? "log/slog" : importPath;
    if (target === null) continue;
    const noFile = { packageName: "", importPaths: [] };
    const [logger] = new Loggers(unwanted, noFile).ofPackage(target);
    if (logger) {
      throw new OptionsError(
        `'replacement' writes calls of '${target}', and 'loggers' forbids them ` +
          `('${logger.name}'): take it out of one of the two.`,
      );
    }
  }
}
