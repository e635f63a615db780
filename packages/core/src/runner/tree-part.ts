import { relative } from "node:path";
import { hashOf } from "./cache/recorded-files.ts";
import type { VerifiedText } from "./lint-text.ts";

/** The part of a file's findings that any change in the tree may change. */
export interface TreePart {
  /** The rules that look at the whole tree. */
  readonly rules: readonly string[];
  /** The hash of their findings. */
  readonly hash: string;
}

/** That of a file about which no rule asked the tree. */
export const NO_TREE_PART: TreePart = { rules: [], hash: "" };

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
