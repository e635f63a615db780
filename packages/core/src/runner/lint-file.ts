import { Linter, type ESLint } from "eslint";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { isGenerated } from "../source/generated.ts";
import type { Site } from "../source/sites.ts";
import type { FileConfig } from "./configs.ts";
import { Prefilter, type Candidates } from "./prefilter.ts";
import { messageOf, type Problem } from "./problems.ts";

/**
 * What became of a file:
 *
 * - `linted`: rules looked at it;
 * - `nothing to say`: it has none of the words that a rule needs, and was not parsed;
 * - `generated`: a program wrote it, and it was left alone.
 */
export type Outcome = "linted" | "nothing to say" | "generated";

/** All that is known of one file after it was linted. */
export interface LintedFile {
  readonly outcome: Outcome;
  readonly bytes: number;
  readonly lines: number;
  readonly result: ESLint.LintResult;
  readonly sites: readonly Site[];
  readonly problems: readonly Problem[];
  /** The first syntax error: its message and place, from 1. */
  readonly syntaxError?: { readonly message: string; readonly line: number; readonly column: number };
}

const prefilters = new WeakMap<FileConfig, Prefilter>();

/**
 * Lints one file by ESLint's own linter.
 *
 * @param path Absolute.
 * @param bytes The file as it is on disk, or would be.
 */
export function lintFile(linter: Linter, path: string, bytes: Buffer, config: FileConfig): LintedFile {
  const size = { bytes: bytes.length, lines: countLines(bytes) };
  const candidates = prefilterOf(config).candidates(bytes);
  if (candidates !== "all" && candidates.size === 0) {
    return { ...size, ...untouched(path, "nothing to say") };
  }
  const text = bytes.toString("utf8");
  if (config.languageOptions?.["generated"] !== true && isGenerated(text)) {
    return { ...size, ...untouched(path, "generated") };
  }
  const { messages, problems } = verify(linter, path, text, config, candidates);
  const sourceCode = linter.getSourceCode() as unknown as GoSourceCode | null;
  const suppressed = (linter as unknown as SuppressionSource).getSuppressedMessages();
  const syntaxError = sourceCode?.syntaxError;
  return {
    ...size,
    outcome: "linted",
    result: toResult(path, text, messages, suppressed),
    sites: (sourceCode?.sites ?? []).map((site) => withDirective(site, suppressed)),
    problems,
    ...(syntaxError && {
      syntaxError: { message: syntaxError.message, ...syntaxError.loc.start },
    }),
  };
}

interface Verified {
  readonly messages: Linter.LintMessage[];
  readonly problems: Problem[];
}

/** Runs the rules; one that throws is named and left out, and the others run again. */
function verify(
  linter: Linter,
  path: string,
  text: string,
  config: FileConfig,
  candidates: Candidates,
): Verified {
  const problems: Problem[] = [];
  const broken = new Set<string>();
  for (;;) {
    try {
      const messages = linter.verify(text, configArrayOf(config), {
        filename: path,
        ruleFilter: ({ ruleId }: { ruleId: string }) =>
          !broken.has(ruleId) && (candidates === "all" || candidates.has(ruleId)),
      } as Linter.LintOptions);
      return { messages, problems };
    } catch (error) {
      const { ruleId, currentNode } = error as RuleFailure;
      if (ruleId === undefined || broken.has(ruleId)) {
        return { messages: [], problems: [...problems, { path, message: messageOf(error) }] };
      }
      broken.add(ruleId);
      const line = currentNode?.loc.start.line;
      problems.push({
        path,
        ruleId,
        message: `The rule threw: ${messageOf(error).split("\n", 1)[0] ?? ""}`,
        ...(line !== undefined && { line }),
      });
    }
  }
}

/** Of ESLint's linter, left out of its types. */
interface SuppressionSource {
  getSuppressedMessages(): Linter.SuppressedLintMessage[];
}

/** What the linter takes for a config array without making a new one for every file. */
function configArrayOf(config: FileConfig): Linter.Config[] {
  return Object.assign([], { getConfig: () => config });
}

/** What ESLint adds to an error that a rule threw. */
interface RuleFailure {
  readonly ruleId?: string;
  readonly currentNode?: { readonly loc: { readonly start: { readonly line: number } } };
}

function prefilterOf(config: FileConfig): Prefilter {
  let prefilter = prefilters.get(config);
  if (!prefilter) prefilters.set(config, (prefilter = new Prefilter(config)));
  return prefilter;
}

function untouched(path: string, outcome: Outcome) {
  return { outcome, result: toResult(path, "", [], []), sites: [], problems: [] };
}

/** The result as ESLint's own class gives it. */
function toResult(
  filePath: string,
  source: string,
  messages: Linter.LintMessage[],
  suppressedMessages: Linter.SuppressedLintMessage[],
): ESLint.LintResult {
  const count = (test: (message: Linter.LintMessage) => boolean) => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages,
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
    ...(messages.length > 0 && { source }),
    usedDeprecatedRules: [],
  };
}

/** A violation that a directive allows is an exemption, and the directive's reason is its own. */
function withDirective(site: Site, suppressed: readonly Linter.SuppressedLintMessage[]): Site {
  if (site.verdict !== "violation") return site;
  const { line, column } = site.range.start;
  const message = suppressed.find(
    (candidate) =>
      candidate.ruleId === site.ruleId && candidate.line === line && candidate.column === column,
  );
  if (!message) return site;
  const why = message.suppressions.map(({ justification }) => justification).find(Boolean);
  return { ...site, verdict: "exempt", reason: why ?? "turned off by a directive without a reason" };
}

function countLines(bytes: Buffer): number {
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
