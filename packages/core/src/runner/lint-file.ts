import type { FileProblem } from "@eslint/core";
import type { ESLint, Linter } from "eslint";
import { isUtf8 } from "node:buffer";
import { relative } from "node:path";
import { forgetFiles } from "../semantics/model/semantics-of.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { Site } from "../source/sites.ts";
import { isGenerated } from "../source/generated.ts";
import { NotReadYet } from "../source/not-read-yet.ts";
import { hashOf } from "./cache/recorded-files.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import type { FileConfig } from "./file-config.ts";
import { NO_MESSAGES, toResult, type FileMessages } from "./eslint-result.ts";
import { fixText, type FixChoice } from "./fix-text.ts";
import { validatingAll } from "./option-schemas.ts";
import { prefilterOf, type Candidates } from "./prefilter.ts";
import { messageOf, type Problem } from "./problems.ts";
import type { DetailedSite } from "./site-details.ts";
import { endlessRule, SlowRulesError, TimeLimitError } from "./time-limit.ts";
import { withoutWaiting } from "./waiting-rules.ts";
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

/** The part of a file's findings that any change in the tree may change. */
export interface TreePart {
  /** The rules that look at the whole tree. */
  readonly rules: readonly string[];
  /** The hash of their findings. */
  readonly hash: string;
}

/** All that is known of one file after it was linted; its sites may come with details. */
export interface LintedFile<FileSite extends Site = DetailedSite> {
  readonly outcome: Outcome;
  readonly bytes: number;
  readonly lines: number;
  readonly result: ESLint.LintResult;
  /** None in a brief run. */
  readonly sites: readonly FileSite[];
  readonly evidence: Evidence;
  readonly tree: TreePart;
  /** The rules of the fixes that were applied, one for each; null for unused directives. */
  readonly applied: readonly (string | null)[];
  /** The messages, of the text as it was, that are gone and were not fixed. */
  readonly vanished: readonly Linter.LintMessage[];
  readonly problems: readonly Problem[];
  /** The first syntax error: its message and place, from 1. */
  readonly syntaxError?: {
    readonly message: string;
    readonly line: number;
    readonly column: number;
  };
}

/** Returns the sites of a file with what its messages and its text say of them. */
type DescribeSites<FileSite> = (
  sites: readonly Site[],
  sourceCode: GoSourceCode,
  messages: FileMessages,
) => readonly FileSite[];

const NO_TREE_PART: TreePart = { rules: [], hash: "" };

/** Returns what is known of a file that no rule looked at. */
export function unlinted(
  outcome: Outcome,
  result: ESLint.LintResult,
  size: Pick<LintedFile, "bytes" | "lines">,
): LintedFile<never> {
  const nothing = { sites: [], applied: [], vanished: [], problems: [], tree: NO_TREE_PART };
  return { outcome, ...size, result, evidence: evidenceOf([]), ...nothing };
}

const MEGABYTE = 1e6;

const lintedTexts = new WeakMap<ESLint.LintResult, string>();

/** Keeps the text that was linted with a result that has the fixed text as `output`. */
export function keepLintedText(result: ESLint.LintResult, text: string): void {
  lintedTexts.set(result, text);
}

/** Returns the text that was linted, for a result with the fixed text as `output`. */
export function lintedTextOf(result: ESLint.LintResult): string | undefined {
  return lintedTexts.get(result);
}

/** Lints files by ESLint's own linter. */
export interface FileLinter {
  readonly linter: Linter;
  /** The files that rules read beside the one that is linted. */
  readonly files: FileSystem;
  /** In milliseconds, for one look at a megabyte of a file; 0 for no limit. */
  readonly ruleTimeout: number;
  /**
   * Runs rules, and ends them after some milliseconds, 0 for no limit, with a `TimeLimitError`
   * or with this thread.
   */
  readonly withLimit: <T>(milliseconds: number, run: () => T) => T;
  /** Heed comments that configure rules or turn them off. */
  readonly allowInlineConfig: boolean;
  /** The rules that did not end in time, and are off from then on. */
  readonly endless: Set<string>;
  /** See `endlessRule`; without it the message is for a run of the command. */
  readonly endlessOutcome?: string;
  /** Tell the part of the findings that any change in the tree may change. Default: false. */
  readonly keepsTreePart?: boolean;
  /** Called with the stacks of errors that rules throw. */
  readonly onDebug?: ((message: string) => void) | undefined;
}

/** Returns true for a generated file, unless its config asks for these. */
export function isSkipped(text: string, config: FileConfig): boolean {
  return config.languageOptions?.["generated"] !== true && isGenerated(text);
}

/**
 * Lints one file.
 *
 * @internal
 * @param path Absolute.
 * @param bytes The file as it is on disk, or would be.
 * @param fixing What to fix; the result is then of the fixed text, its `output`.
 * @param describe Returns the sites as the caller wants them, such as `detailedSites`.
 * @throws {ConfigError} If a rule's prefilter cannot be asked.
 */
export function lintFile<FileSite extends Site>(
  linter: FileLinter,
  path: string,
  bytes: Buffer,
  config: FileConfig,
  fixing: FixChoice | null,
  describe: DescribeSites<FileSite>,
): LintedFile<FileSite> {
  const unread = (outcome: Outcome) =>
    unlinted(outcome, toResult(path, "", NO_MESSAGES, config), sizeOf(bytes));
  const prefilter = prefilterOf(config);
  const candidates = prefilter.candidates(bytes);
  if (candidates !== "all" && candidates.size === 0) return unread("nothing to say");
  const text = bytes.toString("utf8");
  if (isSkipped(text, config)) return unread("generated");
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
    vanished: [],
    problems: why,
  });
  let fixed = fixing ? fixText(text, path, lint, fixing) : unfixed([]);
  if (fixed.text !== text && !isUtf8(bytes)) fixed = unfixed([notUtf8(path)]);
  const verified = fixed.linted;
  const { sourceCode } = verified;
  // A file that no rule looked into was not parsed.
  const syntaxError = prefilter.areLazy(candidates) ? null : sourceCode?.syntaxError;
  const result = toResult(path, fixed.text, verified, config, fixed.text !== text);
  if (result.output !== undefined) keepLintedText(result, text);
  return {
    outcome: "linted",
    ...sizeOf(bytes),
    result,
    sites:
      sourceCode && !sourceCode.isBrief ? describe(sourceCode.sites, sourceCode, verified) : [],
    evidence: evidenceOf(sourceCode?.judgements ?? []),
    tree:
      sourceCode && linter.keepsTreePart
        ? treePartOf(verified, [...sourceCode.treeReaders].sort())
        : NO_TREE_PART,
    applied: fixed.applied,
    vanished: fixed.vanished,
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

/** Returns the part of findings that is of some rules. */
export function treePartOf(
  { messages, suppressedMessages, sourceCode }: VerifiedText,
  rules: readonly string[],
): TreePart {
  if (rules.length === 0) return NO_TREE_PART;
  const isOfRules = ({ ruleId }: { readonly ruleId: string | null }) =>
    ruleId !== null && rules.includes(ruleId);
  const judgements = sourceCode?.judgements.filter(isOfRules) ?? [];
  const findings = [
    messages.filter(isOfRules),
    suppressedMessages.filter(isOfRules),
    judgements.map(({ node, related, ...judgement }) => ({
      ...judgement,
      range: node?.range,
      // As seen from the file, so that a cache can move with the tree.
      related: related?.map((one) => ({
        ...one,
        path: relative(sourceCode?.path ?? "", one.path),
      })),
    })),
  ];
  return { rules, hash: hashOf(JSON.stringify(findings)) };
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
  {
    linter,
    files,
    ruleTimeout,
    withLimit,
    allowInlineConfig,
    endless,
    endlessOutcome,
    onDebug,
  }: FileLinter,
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
    ourLinter(linter).getSourceCode()?.release();
    try {
      const messages = withLimit(limit, () => validatingAll(run));
      const sourceCode = lastSourceCode(linter);
      const suppressedMessages = ourLinter(linter)
        .getSuppressedMessages()
        .map((message) => withOwnPlace(message, sourceCode))
        // A message that keeps a '//nolint' in use is above the file.
        .filter(({ line }) => line > 0)
        .sort(byPlace);
      const hasInlineConfig =
        allowInlineConfig && config.linterOptions?.noInlineConfig !== true;
      // ESLint asks for syntax errors with the directives, or not at all.
      const error = hasInlineConfig || isLazy ? null : sourceCode.syntaxError;
      const all = error ? [toMessage(error), ...messages].sort(byPlace) : messages;
      const named = all.map((message) => withOurName(message, sourceCode));
      const found = withoutWaiting({ messages: named, suppressedMessages }, sourceCode);
      return { ...found, sourceCode, problems };
    } catch (error) {
      if (error instanceof NotReadYet || error instanceof SlowRulesError) throw error;
      const ruleId = runningRule();
      onDebug?.(`${path}: ${(error as Error | null)?.stack ?? String(error)}`);
      const isEndless = error instanceof TimeLimitError;
      // A file may be half read.
      if (isEndless) forgetFiles(files);
      if (ruleId === null || broken.has(ruleId)) {
        const message = `It could not be linted: ${firstLine(messageOf(error))}`;
        return { ...NO_MESSAGES, problems: [...problems, { path, message }] };
      }
      broken.add(ruleId);
      if (isEndless) {
        endless.add(ruleId);
        problems.push(endlessRule(path, ruleId, limit, endlessOutcome));
        continue;
      }
      const line = lineOf(error);
      const why = withoutPreamble(firstLine(messageOf(error)));
      problems.push({
        path,
        ruleId,
        message: `The rule threw: ${why}`,
        ...(line !== undefined && { line }),
      });
    }
  }
}

/** Returns a suppressed message with its place in the file, if it was reported above. */
function withOwnPlace(
  message: Linter.SuppressedLintMessage,
  { suppressions }: GoSourceCode,
): Linter.SuppressedLintMessage {
  const range = suppressions?.rangeOf(message);
  if (!range) return message;
  const { start, end } = range;
  return { ...message, ...start, endLine: end.line, endColumn: end.column };
}

const OWN_DIRECTIVE = /^\/[/*]gopherwood:(?<label>\S+)\s*(?<rules>(?:(?! --|\*\/).)*)/u;

/** Returns the message of an unused directive with the name that the directive has. */
function withOurName(
  message: Linter.LintMessage,
  sourceCode: GoSourceCode,
): Linter.LintMessage {
  if (message.ruleId !== null || !message.message.startsWith("Unused eslint-")) return message;
  const directive = sourceCode.lines[message.line - 1]?.slice(message.column - 1) ?? "";
  if (/^\/\/[/ ]*nolint/u.test(directive)) {
    return { ...message, message: message.message.replace("eslint-disable", "nolint") };
  }
  const { label, rules = "" } = OWN_DIRECTIVE.exec(directive)?.groups ?? {};
  if (label === undefined) return message;
  const named = message.message
    .replace(/(?<=^Unused )eslint-(?:dis|en)able/u, `gopherwood:${label}`)
    .replace("eslint-", "gopherwood:");
  // ESLint does not know the rules of the directives that it has no words for.
  const from = rules.trim() === "" ? "reported" : `reported from '${rules.trim()}'`;
  return { ...message, message: named.replace(/reported(?=\)\.$)/u, from) };
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
  getSourceCode(): GoSourceCode | null;
}

/**
 * Returns the text that a linter looked at last.
 *
 * @throws {Error} If there is none.
 */
export function lastSourceCode(linter: Linter): GoSourceCode {
  const sourceCode = ourLinter(linter).getSourceCode();
  if (!sourceCode) throw new Error("Nothing was linted yet.");
  return sourceCode;
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
