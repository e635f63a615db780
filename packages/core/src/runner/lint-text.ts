import { forgetFiles } from "../semantics/model/semantics-of.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import { NotReadYet } from "../source/not-read-yet.ts";
import { NO_MESSAGES, type FileMessages } from "./eslint-result.ts";
import type { FileConfig } from "./file-config.ts";
import type { TextLinter } from "./linter/text-linter.ts";
import { prefilterOf, type Candidates } from "./prefilter.ts";
import { messageOf, type Problem } from "./problems.ts";
import { endingRule, endlessRule } from "./rule-problems.ts";
import { TimeLimitError } from "./time-limit.ts";
import { withoutWaiting } from "./waiting-rules.ts";
import { forgetRunningRule, runningRule } from "./watched-rules.ts";
import { ExitError } from "./without-exit.ts";

const MEGABYTE = 1e6;

/** Lints files. */
export interface FileLinter {
  readonly linter: TextLinter;
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
  /** The rules that did not end, or would have ended the run, and are off from then on. */
  readonly endless: Set<string>;
  /** See `endlessRule`. */
  readonly endlessOutcome: string;
  /** Tell the part of the findings that any change in the tree may change. Default: false. */
  readonly keepsTreePart?: boolean;
  /** Called with the stacks of errors that rules throw. */
  readonly onDebug?: ((message: string) => void) | undefined;
}

/** The messages of a text, and what the rules were shown of it. */
export interface VerifiedText extends FileMessages {
  readonly problems: Problem[];
  /** True if no rule looked into the text but those that found something there. */
  readonly isLazy: boolean;
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
  const isLazy = prefilterOf(config).areLazy(candidates, path, linter.files);
  return { ...verify(linter, path, text, config, candidates, isLazy), isLazy };
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
): Omit<VerifiedText, "isLazy"> {
  const problems: Problem[] = [];
  const broken = new Set(endless);
  // To read a large file takes long, and is no rule's fault.
  const limit = ruleTimeout * Math.ceil((text.length + 1) / MEGABYTE);
  const run = () =>
    linter.lint({
      ...{ text, path, config, allowInlineConfig },
      // A file that has directives is every rule's.
      isLazy,
      isPrefiltered: candidates !== "all",
      runs: (ruleId) => !broken.has(ruleId) && (candidates === "all" || candidates.has(ruleId)),
    });
  for (;;) {
    forgetRunningRule();
    try {
      const found = withLimit(limit, run);
      const { sourceCode } = linter;
      return { ...withoutWaiting(found, sourceCode), sourceCode, problems };
    } catch (error) {
      if (error instanceof NotReadYet) throw error;
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
      if (error instanceof ExitError) {
        endless.add(ruleId);
        problems.push(endingRule(path, ruleId, "ended the process"));
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

/** Returns the line, from 1, of the node at which a rule threw, if ESLint knows it. */
function lineOf(error: unknown): number | undefined {
  const { currentNode } = (error ?? {}) as {
    currentNode?: { readonly loc: { readonly start: { readonly line: number } } };
  };
  return currentNode?.loc.start.line;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** Removes the name of the rule, which ESLint adds to an error of `create`. */
function withoutPreamble(message: string): string {
  return message.replace(/^Error while loading rule '[^']*': /u, "");
}
