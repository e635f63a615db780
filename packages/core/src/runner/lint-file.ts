import { isUtf8 } from "node:buffer";
import { isGenerated } from "../source/generated.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { Site } from "../source/sites.ts";
import { NO_MESSAGES, toResult, type FileMessages } from "./eslint-result.ts";
import { evidenceOf } from "./evidence.ts";
import type { FileConfig } from "./file-config.ts";
import { fixText, type FixChoice } from "./fix-text.ts";
import { lintText, type FileLinter } from "./lint-text.ts";
import { unlinted, type LintedFile, type Outcome } from "./linted-file.ts";
import { keepLintedText } from "./linted-text.ts";
import { prefilterOf } from "./prefilter.ts";
import type { Problem } from "./problems.ts";
import { treePartOf } from "./tree-part.ts";

/** Returns the sites of a file with what its messages and its text say of them. */
type DescribeSites<FileSite> = (
  sites: readonly Site[],
  sourceCode: GoSourceCode,
  messages: FileMessages,
) => readonly FileSite[];

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
    unlinted(outcome, toResult(path, null, NO_MESSAGES, config), sizeOf(bytes));
  const candidates = prefilterOf(config).candidates(bytes);
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
  const syntaxError = verified.isLazy ? null : sourceCode?.syntaxError;
  const isFixed = fixed.text !== text;
  const source = sourceCode?.isBrief === true && !isFixed ? null : fixed.text;
  const result = toResult(path, source, verified, config, isFixed);
  if (result.output !== undefined) keepLintedText(result, text);
  return {
    outcome: "linted",
    ...sizeOf(bytes),
    result,
    sites:
      sourceCode && !sourceCode.isBrief ? describe(sourceCode.sites, sourceCode, verified) : [],
    evidence: evidenceOf(sourceCode?.judgements ?? []),
    tree: sourceCode && linter.keepsTreePart ? treePartOf(verified, sourceCode) : null,
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

/** Returns the size of a file; its last line break starts no line. */
function sizeOf(bytes: Buffer): { bytes: number; lines: number } {
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return { bytes: bytes.length, lines };
}
