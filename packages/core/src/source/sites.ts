import type { GoNode } from "../syntax/node.ts";
import type { SourceRange } from "../syntax/position.ts";
import { enclosingSymbol } from "./enclosing-symbol.ts";

const SUBJECT_LENGTH = 120;

/**
 * The verdict of a rule on a site:
 *
 * - `violation`: the rule is broken here; there is a message too.
 * - `compliant`: the rule is kept here.
 * - `exempt`: the rule would be broken here, and an exception allows it.
 * - `undecided`: the file does not tell; never a guess.
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
  /** The reason why a violation has neither a fix nor a suggestion. */
  readonly noFixReason?: string | undefined;
  /** Other files that a violation is about. */
  readonly related?: readonly RelatedFile[] | undefined;
  /** A place of its own, and not the node's. */
  readonly loc?: SourceRange | undefined;
}

/** A place in another file that a violation is about, such as the original of a copy. */
export interface RelatedFile {
  /** Absolute, with `/`. */
  readonly path: string;
  /** Counted from 1. */
  readonly line?: number;
}

/** One judged site as plain data: the evidence that reports count. */
export interface Site {
  /** The rule's id as configured, such as `logging/no-direct-logging`. */
  readonly ruleId: string;
  readonly verdict: Verdict;
  /** The reason: the exception of an exempt site, or what is unknown of an undecided one. */
  readonly reason?: string;
  /** The way of keeping or breaking the rule, if there are several, such as `joblog`. */
  readonly approach?: string;
  /** The id of the message of a violation. */
  readonly messageId?: string;
  /** Other files that a violation is about. */
  readonly related?: readonly RelatedFile[];
  /** The reason why a violation has neither a fix nor a suggestion. */
  readonly noFixReason?: string;
  /** The judged code on one line, shortened when long. */
  readonly subject: string;
  /** The declaration around it: `(*Engine).Run`; empty at package level. */
  readonly symbol: string;
  readonly range: SourceRange;
}

/** The properties of a file that its sites are read from. */
interface Source {
  readonly ast: GoNode;
  readonly lines: readonly string[];
}

/** Returns the site of a judgement; the tree must still exist. */
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
    subject: shownOnOneLine(node ? node.text : loc ? textAt(loc, source) : ""),
    symbol: node ? enclosingSymbol(node) : "",
    range: loc ?? (node ?? source.ast).loc,
  };
}

function textAt({ start, end }: SourceRange, { lines }: Source): string {
  const text = lines.slice(start.line - 1, end.line).join("\n");
  const cut = (lines[end.line - 1]?.length ?? 0) - (end.column - 1);
  return text.slice(start.column - 1, text.length - cut);
}

/** Returns code on one line, shortened when long. */
export function shownOnOneLine(text: string): string {
  const line = text.replace(/\s*\n\s*/gu, " ");
  return line.length > SUBJECT_LENGTH ? `${line.slice(0, SUBJECT_LENGTH - 3)}...` : line;
}
