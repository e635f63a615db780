import type { RuleDefinition } from "@eslint/core";
import type { Linter } from "eslint";
import { isDeepStrictEqual } from "node:util";
import { codeFrame } from "./code-frame.ts";
import { lintThroughEngine, type LintOutcome, type LintRequest } from "./engine.ts";
import { markOfMessage, RuleTestError } from "./failure.ts";
import { fixWithPlainEslint, lintWithPlainEslint } from "./plain-eslint.ts";
import { languageConfig, splitName, type Subject } from "./subject.ts";

/** One Go file of a case, and how it is to be linted. */
export interface FileToLint {
  readonly text: string;
  /** Absolute. */
  readonly filename: string;
  readonly cwd: string;
  readonly options: readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly languageOptions?: Readonly<Record<string, unknown>> | undefined;
  readonly allowSyntaxErrors: boolean;
}

/** The messages of plain ESLint and of the engine, which are the same. */
export interface CaseOutcome extends LintOutcome {
  /** The options as the rule got them, defaults filled in; undefined if it was not called. */
  readonly options: readonly unknown[] | undefined;
  /** The evidence as a report would have it. */
  readonly evidence: LintOutcome["sites"];
}

/**
 * Lints a file of a case through plain ESLint and through Gopherwood's engine.
 *
 * @throws {RuleTestError} If their messages differ.
 */
export async function lintCase(subject: Subject, file: FileToLint): Promise<CaseOutcome> {
  let options: readonly unknown[] | undefined;
  // The rule says what it would say without its prefilter: so a wrong one shows.
  const unfiltered = { ...subject.rule, meta: { ...subject.rule.meta, prefilter: undefined } };
  const rule: RuleDefinition = {
    ...subject.rule,
    create(context) {
      options = context.options;
      return unfiltered.create(context);
    },
  };
  const request: LintRequest = { ...file, config: configOf({ ...subject, rule }, file) };
  const plain = lintWithPlainEslint(request);
  const engine = await lintThroughEngine(request);
  if (engine) compare(plain, engine, file.text);
  return { ...plain, options, evidence: inOrder(engine?.sites ?? plain.sites) };
}

/** Lints another text as a file of a case by plain ESLint, with the rule's prefilter. */
export function lintAgain(subject: Subject, file: FileToLint, text: string): LintOutcome {
  return lintWithPlainEslint({ ...file, text, config: configOf(subject, file) });
}

/** Returns the text of a file after all passes of fixes. */
export function fixedText(subject: Subject, file: FileToLint): string {
  return fixWithPlainEslint({ ...file, config: configOf(subject, file) });
}

function configOf({ name, rule, base }: Subject, file: FileToLint): Linter.Config[] {
  const { plugin, rule: ruleName } = splitName(name);
  return [
    { files: ["**/*.go"], ...languageConfig(file) },
    {
      files: ["**/*.go"],
      plugins: { [plugin]: { rules: { [ruleName]: rule } } },
      languageOptions: { ...base.languageOptions, ...file.languageOptions },
      settings: { ...base.settings, ...file.settings },
      linterOptions: { reportUnusedDisableDirectives: "off" },
      rules: { [`${plugin}/${ruleName}`]: ["error", ...file.options] },
    },
  ];
}

/** Sorts sites by place, as ESLint sorts messages. */
function inOrder(sites: LintOutcome["sites"]): LintOutcome["sites"] {
  return [...sites].sort(
    ({ range: { start: a } }, { range: { start: b } }) =>
      a.line - b.line || a.column - b.column,
  );
}

function compare(plain: LintOutcome, engine: LintOutcome, text: string): void {
  if (isDeepStrictEqual(comparable(plain), comparable(engine))) return;
  throw new RuleTestError(
    "Plain ESLint and Gopherwood's engine do not report the same.\n\nPlain ESLint:\n" +
      `${codeFrame(text, plain.messages.map(markOfMessage))}\n\nGopherwood's engine:\n` +
      codeFrame(text, engine.messages.map(markOfMessage)),
  );
}

function comparable({ messages }: LintOutcome): unknown {
  return JSON.parse(JSON.stringify(messages));
}
