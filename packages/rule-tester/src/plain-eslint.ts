import { GoSourceCode } from "@gopherwood/core";
import { Linter } from "eslint";
import type { LintOutcome, LintRequest } from "./engine.ts";

/** Left out of ESLint's types. */
interface SuppressionSource {
  getSuppressedMessages(): Linter.SuppressedLintMessage[];
}

/**
 * Lints a file with ESLint's own linter and nothing else.
 *
 * @throws {Error} If the config is not valid or the rule throws.
 */
export function lintWithPlainEslint({ text, filename, cwd, config }: LintRequest): LintOutcome {
  const linter = new Linter({ configType: "flat", cwd });
  const messages = linter.verify(text, [...config], { filename });
  const suppressed = (linter as unknown as SuppressionSource).getSuppressedMessages();
  const sourceCode: unknown = linter.getSourceCode();
  const sites = sourceCode instanceof GoSourceCode ? sourceCode.sites : [];
  return { messages, suppressed, sites };
}

/** Returns a text after all passes of fixes by ESLint's own linter, ten at most. */
export function fixWithPlainEslint({ text, filename, cwd, config }: LintRequest): string {
  const linter = new Linter({ configType: "flat", cwd });
  return linter.verifyAndFix(text, [...config], { filename }).output;
}
