import { readDisableDirectives } from "../source/directives.ts";
import { lineIndentAt } from "../ast/text.ts";
import type { GoSourceCode } from "../source/go-source-code.ts";
import type { CommentNode } from "../syntax/grammar.generated.ts";

/** A text with one more directive, or one more rule in a directive. */
export interface DirectiveChange {
  readonly text: string;
  /** The offsets of the placeholder for the reason, in UTF-16 units; null if there is none. */
  readonly placeholder: readonly [start: number, end: number] | null;
}

/**
 * Turns a rule off for a line: by the directive that the line or the one before has, or by a new
 * one on a line of its own.
 *
 * @param line From 1.
 * @param placeholder Stands for the reason of a new directive; null for none.
 * @returns Null where no directive can stand: the line starts and ends in a string or comment.
 */
export function disableOnLine(
  line: number,
  ruleId: string,
  sourceCode: GoSourceCode,
  placeholder: string | null,
): DirectiveChange | null {
  const joined =
    joinedTo("disable-line", line, ruleId, sourceCode) ??
    joinedTo("disable-next-line", line - 1, ruleId, sourceCode);
  if (joined) return joined;
  const { text } = sourceCode;
  const start = sourceCode.getIndexFromLoc({ line, column: 1 });
  if (!isInText(start, sourceCode)) {
    const indent = lineIndentAt(text, start);
    const directive = newDirective("disable-next-line", ruleId, placeholder);
    return inserted(text, start, indent, directive, lineEndOf(text));
  }
  const [before] = text.slice(start).split(/\r?\n/u, 1);
  const end = start + (before?.length ?? 0);
  const hasComment = sourceCode.comments.some(({ range }) => range[0] < end && range[1] >= end);
  if (hasComment || isInText(end, sourceCode)) return null;
  return inserted(text, end, " ", newDirective("disable-line", ruleId, placeholder), "");
}

/**
 * Turns a rule off for a file: by the directive that stands before the package clause, or by a
 * new one at the top.
 *
 * @param placeholder Stands for the reason of a new directive; null for none.
 */
export function disableInFile(
  ruleId: string,
  sourceCode: GoSourceCode,
  placeholder: string | null,
): DirectiveChange {
  const { text, tree } = sourceCode;
  const [clause] = tree.nodesOfKind(["package_clause"]);
  const first = clause?.loc.start.line ?? 1;
  for (let line = 1; line < first; line += 1) {
    const joined = joinedTo("disable", line, ruleId, sourceCode);
    if (joined) return joined;
  }
  const directive = newDirective("disable", ruleId, placeholder);
  return inserted(text, 0, "", directive, lineEndOf(text).repeat(2));
}

interface NewDirective {
  readonly text: string;
  /** The length of the placeholder at its end. */
  readonly placeholder: number;
}

function newDirective(type: string, ruleId: string, placeholder: string | null): NewDirective {
  const reason = placeholder === null ? "" : ` -- ${placeholder}`;
  return {
    text: `//gopherwood:${type} ${ruleId}${reason}`,
    placeholder: placeholder?.length ?? 0,
  };
}

function inserted(
  text: string,
  at: number,
  before: string,
  directive: NewDirective,
  after: string,
): DirectiveChange {
  const end = at + before.length + directive.text.length;
  return {
    text: text.slice(0, at) + before + directive.text + after + text.slice(at),
    placeholder: directive.placeholder === 0 ? null : [end - directive.placeholder, end],
  };
}

/** Returns the text in which the directive of a line names one more rule; null without one. */
function joinedTo(
  type: string,
  line: number,
  ruleId: string,
  { comments, text }: GoSourceCode,
): DirectiveChange | null {
  for (const comment of comments) {
    if (comment.loc.start.line !== line) continue;
    const [directive] = readDisableDirectives([comment]).directives;
    // One without rules turns off all of them.
    if (directive?.type !== type || directive.value === "") continue;
    const end = endOfRules(comment, directive.value);
    return { text: `${text.slice(0, end)}, ${ruleId}${text.slice(end)}`, placeholder: null };
  }
  return null;
}

function endOfRules(comment: CommentNode, rules: string): number {
  return comment.range[0] + comment.text.indexOf(rules) + rules.length;
}

/** Returns true for an offset inside a string or comment that goes over several lines. */
function isInText(offset: number, { tree }: GoSourceCode): boolean {
  const innermost = tree.nodeAt(offset);
  const isContent = innermost.kind === "raw_string_literal_content";
  const { kind, range } = isContent && innermost.parent ? innermost.parent : innermost;
  return (
    (kind === "raw_string_literal" || kind === "comment") &&
    range[0] < offset &&
    offset < range[1]
  );
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
