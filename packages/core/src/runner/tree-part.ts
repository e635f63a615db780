import { relative } from "node:path";
import { fileInTree } from "../rule/file-in-tree.ts";
import type { FileSystem } from "../source/file-system.ts";
import type { GoSourceCode, TreeAnswer } from "../source/go-source-code.ts";
import { hashOf } from "./cache/recorded-files.ts";
import type { FileConfig } from "./file-config.ts";
import type { VerifiedText } from "./lint-text.ts";
import { toSlashes } from "./paths.ts";
import { enabledRules } from "./prefilter.ts";
import { asRunningRule } from "./watched-rules.ts";

/** The part of a file's findings that any change in the tree may change. */
export interface TreePart {
  /** The rules that look at the whole tree. */
  readonly rules: readonly string[];
  /** The hash of their findings. */
  readonly hash: string;
  /** The hashes of what the tree answers to other rules, by their ids: see `askTree`. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Returns the part of findings that is of the rules which asked the tree; null if none did. */
export function treePartOf(verified: VerifiedText, sourceCode: GoSourceCode): TreePart | null {
  const { path, fileSystem, treeReaders, treeAnswers } = sourceCode;
  if (treeReaders.size === 0 && treeAnswers.size === 0) return null;
  const rules = [...treeReaders].sort();
  const { root } = fileInTree(path, fileSystem).index;
  const answers = [...treeAnswers].map(
    ([ruleId, answer]) => [ruleId, hashOfAnswer(answer, root)] as const,
  );
  return { rules, hash: hashOfFindings(verified, rules), answers: Object.fromEntries(answers) };
}

/** Returns the hash of what some rules found; of that of none it is empty. */
export function hashOfFindings(
  { messages, suppressedMessages, sourceCode }: VerifiedText,
  rules: readonly string[],
): string {
  if (rules.length === 0) return "";
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
  return hashOf(JSON.stringify(findings));
}

/**
 * Returns true if the tree answers the rules as before. What a rule throws is thrown.
 *
 * @param path That of the file they ask about, absolute.
 */
export function areAnswersTheSame(
  { answers }: TreePart,
  path: string,
  config: FileConfig,
  files: FileSystem,
): boolean {
  const file = fileInTree(toSlashes(path), files);
  return Object.entries(answers).every(([ruleId, hash]) => {
    const enabled = enabledRules(config).find((one) => one.ruleId === ruleId);
    const askTree = enabled?.rule?.meta?.askTree;
    if (!enabled || !askTree) return false;
    const { options } = enabled;
    const answer = asRunningRule(ruleId, () => askTree(file, options));
    return hashOfAnswer({ options, answer }, file.index.root) === hash;
  });
}

/** Returns a hash that does not depend on where the tree is. */
function hashOfAnswer({ options, answer }: TreeAnswer, root: string): string {
  return hashOf(JSON.stringify([options, answer]).replaceAll(`${root}/`, "./"));
}
