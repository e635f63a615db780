import type { Linter } from "eslint";
import type { GoSourceCode } from "../../source/go-source-code.ts";
import type { FileMessages } from "../eslint-result.ts";
import { validatingAll } from "../option-schemas.ts";
import { byPlace, toMessage, withOurName, withOwnPlace } from "../own-messages.ts";
import { forgetRunningRule } from "../watched-rules.ts";
import { loadLinter } from "./eslint.ts";
import { NeedsEslint } from "./needs-eslint.ts";
import { runRules, sourceCodeOf, type RuleRun } from "./run-rules.ts";

/** Members of ESLint's linter that its types leave out. */
interface EslintLinter extends Pick<Linter, "verify"> {
  getSuppressedMessages(): Linter.SuppressedLintMessage[];
  getSourceCode(): GoSourceCode | null;
}

/** A text to lint; `isLazy` asks for no syntax error, nor for what comments say. */
export interface LintedRun extends Omit<RuleRun, "cwd"> {
  readonly isLazy: boolean;
}

/**
 * Lints texts with the results of ESLint's linter. That is loaded for texts with directives and
 * for what goes wrong; all others need no more than their rules, see
 * decisions/0029-rules-without-eslint.md.
 */
export class TextLinter {
  readonly #cwd: string;
  #eslint: EslintLinter | undefined;
  #sourceCode: GoSourceCode | null = null;

  /** @param cwd The directory that rules take for the working one. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /**
   * Returns the text that was linted last, or begun.
   *
   * @throws {Error} If there is none.
   */
  get sourceCode(): GoSourceCode {
    if (!this.#sourceCode) throw new Error("Nothing was linted yet.");
    return this.#sourceCode;
  }

  /**
   * Lints a text.
   *
   * @throws What a rule throws, as ESLint describes it.
   */
  lint(linted: LintedRun): FileMessages {
    this.#release();
    const run = {
      ...linted,
      cwd: this.#cwd,
      allowInlineConfig: linted.allowInlineConfig && !linted.isLazy,
    };
    const found = this.#lintQuickly(run) ?? this.#lintByEslint(run);
    // It comes with the directives, or not at all.
    const hasCome =
      run.allowInlineConfig && linted.config.linterOptions?.noInlineConfig !== true;
    const error = hasCome || linted.isLazy ? null : this.sourceCode.syntaxError;
    return error
      ? { ...found, messages: [toMessage(error), ...found.messages].sort(byPlace) }
      : found;
  }

  /** Returns null where ESLint is needed. */
  #lintQuickly(run: RuleRun): FileMessages | null {
    // ESLint measures the time of each rule.
    if (process.env["TIMING"] !== undefined) return null;
    try {
      this.#sourceCode = sourceCodeOf(run);
      return { messages: runRules(this.#sourceCode, run), suppressedMessages: [] };
    } catch (error) {
      if (!(error instanceof NeedsEslint)) throw error;
      this.#release();
      forgetRunningRule();
      return null;
    }
  }

  #lintByEslint({ text, path, config, allowInlineConfig, runs }: RuleRun): FileMessages {
    const eslint = (this.#eslint ??= newEslint(this.#cwd));
    const options = {
      filename: path,
      allowInlineConfig,
      ruleFilter: ({ ruleId }: { ruleId: string }) => runs(ruleId),
    } as Linter.LintOptions;
    try {
      const messages = validatingAll(() => eslint.verify(text, configArrayOf(config), options));
      const sourceCode = (this.#sourceCode = eslint.getSourceCode());
      if (!sourceCode) throw new Error(`ESLint has no source code of ${path}.`);
      const suppressedMessages = eslint
        .getSuppressedMessages()
        .map((message) => withOwnPlace(message, sourceCode))
        // A message that keeps a '//nolint' in use is above the file.
        .filter(({ line }) => line > 0)
        .sort(byPlace);
      return {
        messages: messages.map((message) => withOurName(message, sourceCode)),
        suppressedMessages,
      };
    } catch (error) {
      this.#sourceCode = eslint.getSourceCode();
      throw error;
    }
  }

  #release(): void {
    this.#sourceCode?.release();
    this.#sourceCode = null;
  }
}

function newEslint(cwd: string): EslintLinter {
  const { Linter } = loadLinter();
  return new Linter({ cwd }) as unknown as EslintLinter;
}

/** Returns a config array that ESLint takes as it is, without a new one for every file. */
function configArrayOf(config: RuleRun["config"]): Linter.Config[] {
  // ESLint takes an array with a `getConfig` method for a config array of its own.
  return Object.assign([], { getConfig: () => config });
}
