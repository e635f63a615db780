import type { FileProblem } from "@eslint/core";
import type { ESLint, Linter } from "eslint";
import { isUtf8 } from "node:buffer";
import { forgetFiles } from "../semantics/model/semantics-of.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { isGenerated } from "../source/generated.ts";
import type { FileConfig } from "./configs.ts";
import { NO_MESSAGES, toResult, type FileMessages } from "./eslint-result.ts";
import { fixText, type FixChoice } from "./fix-text.ts";
import { Prefilter, type Candidates } from "./prefilter.ts";
import { messageOf, type Problem } from "./problems.ts";
import { detailedSites, type DetailedSite } from "./site-details.ts";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";
import { forgetRunningRule, runningRule } from "./watched-rules.ts";

/**
 * The outcome of a file:
 *
 * - `linted`: rules ran on it;
 * - `nothing to say`: it has none of the rules' words, and was not parsed;
 * - `generated`: a program wrote it, and it was skipped;
 * - `ignored`: its path was named, but its config ignores it or has nothing for it.
 */
export type Outcome = "linted" | "nothing to say" | "generated" | "ignored";

/** All that is known of one file after it was linted. */
export interface LintedFile {
  readonly outcome: Outcome;
  readonly bytes: number;
  readonly lines: number;
  readonly result: ESLint.LintResult;
  readonly sites: readonly DetailedSite[];
  /** The rules of the fixes that were applied, one for each; null for unused directives. */
  readonly applied: readonly (string | null)[];
  readonly problems: readonly Problem[];
  /** The first syntax error: its message and place, from 1. */
  readonly syntaxError?: {
    readonly message: string;
    readonly line: number;
    readonly column: number;
  };
}

const MEGABYTE = 1e6;

const lintedTexts = new WeakMap<ESLint.LintResult, string>();

/** Returns the text that was linted, for a result with the fixed text as `output`. */
export function lintedTextOf(result: ESLint.LintResult): string | undefined {
  return lintedTexts.get(result);
}

const prefilters = new WeakMap<FileConfig, Prefilter>();

/** Lints files by ESLint's own linter. */
export interface FileLinter {
  readonly linter: Linter;
  /** The files that rules read beside the one that is linted. */
  readonly files: FileSystem;
  /** In milliseconds, for one look at a megabyte of a file; 0 for no limit. */
  readonly ruleTimeout: number;
  /** Heed comments that configure rules or turn them off. */
  readonly allowInlineConfig: boolean;
  /** The rules that did not end in time, and are off from then on. */
  readonly endless: Set<string>;
  /** Called with the stacks of errors that rules throw. */
  readonly onDebug?: (message: string) => void;
}

/**
 * Lints one file.
 *
 * @param path Absolute.
 * @param bytes The file as it is on disk, or would be.
 * @param fixing What to fix; the result is then of the fixed text, its `output`.
 * @throws {ConfigError} If a rule's prefilter cannot be asked.
 */
export function lintFile(
  linter: FileLinter,
  path: string,
  bytes: Buffer,
  config: FileConfig,
  fixing: FixChoice | null,
): LintedFile {
  const unread = (outcome: Outcome): LintedFile => ({
    outcome,
    ...sizeOf(bytes),
    result: toResult(path, "", NO_MESSAGES, config),
    sites: [],
    applied: [],
    problems: [],
  });
  const prefilter = prefilterOf(config);
  const candidates = prefilter.candidates(bytes);
  if (candidates !== "all" && candidates.size === 0) return unread("nothing to say");
  const text = bytes.toString("utf8");
  if (config.languageOptions?.["generated"] !== true && isGenerated(text)) {
    return unread("generated");
  }
  // Of every pass: a rule may be off, or have nothing to throw at, in the next.
  const problems = new Map<string, Problem>();
  const lint = (content: string) => {
    // A fix may bring in what another rule looks for.
    const known = content === text ? candidates : undefined;
    const verified = lintText(linter, path, content, config, known);
    for (const problem of verified.problems) {
      const key = `${problem.ruleId ?? ""} ${problem.message}`;
      if (!problems.has(key)) problems.set(key, problem);
    }
    return verified;
  };
  const unfixed = (why: readonly Problem[]) => ({
    text,
    linted: lint(text),
    applied: [],
    problems: why,
  });
  let fixed = fixing ? fixText(text, path, lint, fixing) : unfixed([]);
  if (fixed.text !== text && !isUtf8(bytes)) fixed = unfixed([notUtf8(path)]);
  const verified = fixed.linted;
  const { sourceCode } = verified;
  // A file that no rule looked into was not parsed.
  const syntaxError = prefilter.areLazy(candidates) ? null : sourceCode?.syntaxError;
  const result = toResult(path, fixed.text, verified, config, fixed.text !== text);
  if (result.output !== undefined) lintedTexts.set(result, text);
  return {
    outcome: "linted",
    ...sizeOf(bytes),
    result,
    sites: sourceCode ? detailedSites(sourceCode, verified) : [],
    applied: fixed.applied,
    problems: [...problems.values(), ...fixed.problems],
    ...(syntaxError && {
      syntaxError: { message: syntaxError.message, ...syntaxError.loc.start },
    }),
  };
}

/**
 * Returns the problem of a file that is not UTF-8, which a fix would write with other bytes.
 */
function notUtf8(path: string): Problem {
  return { path, message: "It is not UTF-8: its fixes are not applied." };
}

export interface VerifiedText extends FileMessages {
  readonly problems: Problem[];
  readonly sourceCode?: GoSourceCode;
}

/**
 * Lints a text by the rules that may have something to say about it.
 *
 * @param path Absolute.
 * @param candidates These rules, if they are known.
 */
export function lintText(
  linter: FileLinter,
  path: string,
  text: string,
  config: FileConfig,
  candidates = prefilterOf(config).candidates(Buffer.from(text)),
): VerifiedText {
  const isLazy = prefilterOf(config).areLazy(candidates);
  return verify(linter, path, text, config, candidates, isLazy);
}

/**
 * Runs the rules; one that throws, or does not end in time, is named and left out, and the
 * others run again.
 */
function verify(
  { linter, files, ruleTimeout, allowInlineConfig, endless, onDebug }: FileLinter,
  path: string,
  text: string,
  config: FileConfig,
  candidates: Candidates,
  isLazy: boolean,
): VerifiedText {
  const problems: Problem[] = [];
  const broken = new Set(endless);
  // To read a large file takes long, and is no rule's fault.
  const limit = ruleTimeout * Math.ceil((text.length + 1) / MEGABYTE);
  const run = () =>
    linter.verify(text, configArrayOf(config), {
      filename: path,
      // A file that has directives is every rule's. Without, ESLint asks for syntax errors only.
      allowInlineConfig: allowInlineConfig && !isLazy,
      ruleFilter: ({ ruleId }: { ruleId: string }) =>
        !broken.has(ruleId) && (candidates === "all" || candidates.has(ruleId)),
    } as Linter.LintOptions);
  for (;;) {
    forgetRunningRule();
    try {
      const messages = withTimeLimit(limit, run);
      const suppressedMessages = ourLinter(linter).getSuppressedMessages();
      const sourceCode = ourLinter(linter).getSourceCode();
      const hasInlineConfig =
        allowInlineConfig && config.linterOptions?.noInlineConfig !== true;
      // ESLint asks for syntax errors with the directives, or not at all.
      const error = hasInlineConfig || isLazy ? null : sourceCode.syntaxError;
      const all = error ? [toMessage(error), ...messages].sort(byPlace) : messages;
      const named = all.map((message) => withOurName(message, sourceCode));
      return { messages: named, suppressedMessages, sourceCode, problems };
    } catch (error) {
      const ruleId = runningRule();
      onDebug?.(`${path}: ${(error as Error | null)?.stack ?? String(error)}`);
      const isEndless = error instanceof TimeLimitError;
      // What was being read may be half read.
      if (isEndless) forgetFiles(files);
      if (ruleId === null || broken.has(ruleId)) {
        const message = `It could not be linted: ${firstLine(messageOf(error))}`;
        return { ...NO_MESSAGES, problems: [...problems, { path, message }] };
      }
      broken.add(ruleId);
      if (isEndless) endless.add(ruleId);
      const line = lineOf(error);
      const why = withoutPreamble(firstLine(messageOf(error)));
      problems.push({
        path,
        ruleId,
        message: isEndless
          ? `The rule did not end within ${limit / 1000} s: it is off for the rest of the run. ` +
            "--rule-timeout gives it more time."
          : `The rule threw: ${why}`,
        ...(line !== undefined && { line }),
      });
    }
  }
}

/** Returns the message of an unused directive with the name that the directive has. */
function withOurName(message: Linter.LintMessage, { lines }: GoSourceCode): Linter.LintMessage {
  if (message.ruleId !== null || !message.message.startsWith("Unused eslint-")) return message;
  const directive = lines[message.line - 1]?.slice(message.column - 1) ?? "";
  return /^\/[/*]gopherwood:/u.test(directive)
    ? {
        ...message,
        message: message.message.replace(/eslint-(?=(?:dis|en)able)/gu, "gopherwood:"),
      }
    : message;
}

function toMessage({ message, loc }: FileProblem): Linter.LintMessage {
  const { start, end } = loc;
  const place = { ...start, endLine: end.line, endColumn: end.column };
  return { ruleId: null, message, ...place, severity: 2 };
}

function byPlace(a: Linter.LintMessage, b: Linter.LintMessage): number {
  return a.line - b.line || a.column - b.column;
}

/** Members of ESLint's linter that its types leave out. */
interface OurLinter {
  getSuppressedMessages(): Linter.SuppressedLintMessage[];
  getSourceCode(): GoSourceCode;
}

function ourLinter(linter: Linter): OurLinter {
  return linter as unknown as OurLinter;
}

/** Returns a config array that the linter takes as it is, without a new one for every file. */
function configArrayOf(config: FileConfig): Linter.Config[] {
  // ESLint takes an array with a `getConfig` method for a config array of its own.
  return Object.assign([], { getConfig: () => config });
}

/** Returns the line, from 1, of the node at which a rule threw, if ESLint knows it. */
function lineOf(error: unknown): number | undefined {
  const { currentNode } = (error ?? {}) as {
    currentNode?: { readonly loc: { readonly start: { readonly line: number } } };
  };
  return currentNode?.loc.start.line;
}

function prefilterOf(config: FileConfig): Prefilter {
  let prefilter = prefilters.get(config);
  if (!prefilter) prefilters.set(config, (prefilter = new Prefilter(config)));
  return prefilter;
}

/** Returns the size of a file; its last line break starts no line. */
function sizeOf(bytes: Buffer): { bytes: number; lines: number } {
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return { bytes: bytes.length, lines };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** Removes the name of the rule, which ESLint adds to an error of `create`. */
function withoutPreamble(message: string): string {
  return message.replace(/^Error while loading rule '[^']*': /u, "");
}
