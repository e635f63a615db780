import type { ESLint } from "eslint";
import { resolve } from "node:path";
import { NO_MESSAGES, toResult } from "../eslint-result.ts";
import type { FileConfig } from "../file-config.ts";
import type { LintedFile } from "../linted-file.ts";
import { pathFrom, toSlashes } from "../paths.ts";

type Result = Omit<ESLint.LintResult, "filePath" | "source">;

/**
 * A linted file that was not fixed and has no problems, without its text, and with paths
 * relative to the working directory. What there is none of is left out.
 */
export interface PortableFile
  extends
    Pick<LintedFile, "outcome" | "bytes" | "lines" | "evidence" | "syntaxError">,
    Partial<Pick<LintedFile, "sites" | "tree">> {
  readonly result?: Result;
}

export function toPortable(file: LintedFile, cwd: string): PortableFile {
  const { outcome, bytes, lines, evidence, tree, syntaxError } = file;
  const sites = withRelated(file.sites, (path) => pathFrom(cwd, path));
  return {
    outcome,
    bytes,
    lines,
    evidence,
    ...(syntaxError && { syntaxError }),
    ...(hasMessages(file) && { result: portableResult(file) }),
    ...(sites.length > 0 && { sites }),
    ...(tree && { tree }),
  };
}

/**
 * Returns the linted file again.
 *
 * @param path Absolute.
 * @param text The text that was linted; null to leave it out.
 */
export function fromPortable(
  file: PortableFile,
  path: string,
  text: string | null,
  config: FileConfig,
  cwd: string,
): LintedFile {
  const { outcome, bytes, lines, evidence, syntaxError } = file;
  return {
    outcome,
    bytes,
    lines,
    result: resultOf(file, path, text, config),
    sites: withRelated(file.sites ?? [], (one) => toSlashes(resolve(cwd, one))),
    evidence,
    tree: file.tree ?? null,
    applied: [],
    vanished: [],
    problems: [],
    ...(syntaxError && { syntaxError }),
  };
}

function hasMessages({ result }: Pick<LintedFile, "result">): boolean {
  return result.messages.length + result.suppressedMessages.length > 0;
}

function portableResult({ result: { filePath, source, ...result } }: LintedFile): Result {
  return result;
}

function resultOf(
  { result }: PortableFile,
  filePath: string,
  text: string | null,
  config: FileConfig,
): ESLint.LintResult {
  if (!result) return toResult(filePath, null, NO_MESSAGES, config);
  const { usedDeprecatedRules, ...others } = result;
  const source = text !== null && result.messages.length > 0 && { source: text };
  // The order of the keys is ESLint's.
  return { filePath, ...others, ...source, usedDeprecatedRules };
}

function withRelated(
  sites: LintedFile["sites"],
  convert: (path: string) => string,
): LintedFile["sites"] {
  return sites.map((site) => {
    if (!site.related) return site;
    return {
      ...site,
      related: site.related.map((one) => ({ ...one, path: convert(one.path) })),
    };
  });
}
