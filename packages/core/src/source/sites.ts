import type { GoNode } from "../syntax/node.ts";
import type { SourceRange } from "../syntax/types.ts";
import { enclosingSymbol } from "./enclosing-symbol.ts";

const SUBJECT_LENGTH = 120;

/**
 * What a rule says of a site that it judged:
 *
 * - `violation`: the rule is broken here; there is a message too.
 * - `compliant`: the rule is kept here.
 * - `exempt`: the rule would be broken here, and an exception allows it.
 * - `undecided`: what the site is could not be known; never a guess.
 */
export type Verdict = "violation" | "compliant" | "exempt" | "undecided";

/** A verdict on a node, or on a part of the text, as a rule gives it. */
export interface Judgement {
  readonly ruleId: string;
  readonly node?: GoNode | undefined;
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
  readonly approach?: string | undefined;
  readonly messageId?: string | undefined;
  /** Of a violation: why there is neither a fix nor a suggestion. */
  readonly noFixReason?: string | undefined;
  /** Of a violation: other files that it is about. */
  readonly related?: readonly RelatedFile[] | undefined;
  /** A place of its own, and not the node's. */
  readonly loc?: SourceRange | undefined;
}

/** A place in another file that a violation is about, such as the original of a copy. */
export interface RelatedFile {
  /** Absolute, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
}

/** One judged site as plain data: the evidence that reports count. */
export interface Site {
  /** The rule's id as configured, such as `logging/no-direct-logging`. */
  readonly ruleId: string;
  readonly verdict: Verdict;
  /** Why: the exception of an exempt site, what is not known of an undecided one. */
  readonly reason?: string;
  /** Which of several ways of keeping or breaking the rule this is, such as `joblog`. */
  readonly approach?: string;
  /** Of a violation: the id of its message. */
  readonly messageId?: string;
  /** Of a violation: other files that it is about. */
  readonly related?: readonly RelatedFile[];
  /** Of a violation: why there is neither a fix nor a suggestion. */
  readonly noFixReason?: string;
  /** What was judged, as one line of code, shortened when long. */
  readonly subject: string;
  /** The declaration around it: `(*Engine).Run`; empty at package level. */
  readonly symbol: string;
  readonly range: SourceRange;
}

/** What is asked of a file for its sites. */
interface Source {
  readonly ast: GoNode;
  readonly lines: readonly string[];
}

/** The site of a judgement; it has to be read before the tree is freed. */
export function siteOf(judgement: Judgement, source: Source): Site {
  const { node, ruleId, verdict, loc, ...details } = judgement;
  const known = Object.entries(details).filter(([, value]) => value !== undefined);
  return {
    ruleId,
    verdict,
    ...(Object.fromEntries(known) as Pick<
      Site,
      "reason" | "approach" | "messageId" | "related" | "noFixReason"
    >),
    subject: oneLine(node ? node.text : loc ? textAt(loc, source) : ""),
    symbol: node ? enclosingSymbol(node) : "",
    range: loc ?? (node ?? source.ast).loc,
  };
}

function textAt({ start, end }: SourceRange, { lines }: Source): string {
  const text = lines.slice(start.line - 1, end.line).join("\n");
  const cut = (lines[end.line - 1]?.length ?? 0) - (end.column - 1);
  return text.slice(start.column - 1, text.length - cut);
}

function oneLine(text: string): string {
  const line = text.replace(/\s*\n\s*/gu, " ");
  return line.length > SUBJECT_LENGTH ? `${line.slice(0, SUBJECT_LENGTH - 3)}...` : line;
}
