import type { FileProblem } from "@eslint/core";
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
import type { CommentNode } from "../syntax/grammar.generated.ts";
import { commentValue } from "./comments.ts";
import { refused, type Refusal } from "./refusal.ts";

/** The directives of a file, and the problems of those that are malformed. */
export interface DisableDirectives {
  readonly directives: Directive[];
  readonly problems: FileProblem[];
}

/**
 * Strings, one of which is in every file with a directive: the comments of other files are not
 * read.
 */
export const DIRECTIVE_LITERALS: readonly string[] = ["gopherwood:", "eslint"];

const TYPES = ["disable", "enable", "disable-line", "disable-next-line"] as const;
type DirectiveType = (typeof TYPES)[number];

const OURS = /^gopherwood:(?<label>\S*)(?<rest>[^]*)$/u;
const OURS_WITH_SPACE = /^\s+gopherwood:\s*(?:disable|enable)\b/u;
const ESLINTS = /^\s*eslint-(?<label>enable|disable(?:(?:-next)?-line)?)(?=\s|$)/u;
const RULE_LIST = /^[^\s,]+(?:\s*,\s*[^\s,]+)*$/u;

const SPACE_BEFORE_DIRECTIVE =
  "A Go directive has no space after '//': write '//gopherwood:', as in '//go:build'.";

const commentParser = new ConfigCommentParser();

/** Returns the directives that turn rules off and on, in Go's form and in ESLint's. */
export function readDisableDirectives(comments: readonly CommentNode[]): DisableDirectives {
  const result: DisableDirectives = { directives: [], problems: [] };
  for (const node of comments) {
    const value = commentValue(node);
    const read = OURS.test(value)
      ? readOurs(node, value)
      : ESLINTS.test(value)
        ? readEslints(node, value)
        : OURS_WITH_SPACE.test(value)
          ? refused(SPACE_BEFORE_DIRECTIVE)
          : null;
    if (read instanceof Directive) result.directives.push(read);
    else if (read) result.problems.push({ ruleId: null, message: read.reason, loc: node.loc });
  }
  return result;
}

/** Returns true for a comment that configures rules in the file: a block comment, as in ESLint. */
export function isInlineConfig(comment: CommentNode): boolean {
  return comment.text.startsWith("/*") && /^\s*eslint\s/u.test(commentValue(comment));
}

/** Returns the directive of a `//gopherwood:` comment, or why it is malformed. */
function readOurs(node: CommentNode, text: string): Directive | Refusal {
  const { label = "", rest = "" } = OURS.exec(text)?.groups ?? {};
  if (!isDirectiveType(label)) {
    const types = TYPES.map((type) => `'${type}'`).join(", ");
    return refused(`Unknown directive 'gopherwood:${label}': use ${types}.`);
  }
  const { value, justification } = commentParser.parseDirective(`${label}${rest}`) ?? {
    value: "",
    justification: "",
  };
  if (value !== "" && !RULE_LIST.test(value)) {
    return refused(
      `Cannot read the rules of 'gopherwood:${label}': separate them by commas, ` +
        "and put a reason after ' -- '.",
    );
  }
  return checkLines(new Directive({ type: label, node, value, justification }), node);
}

function readEslints(node: CommentNode, text: string): Directive | Refusal | null {
  const parsed = commentParser.parseDirective(text);
  const type = parsed?.label.slice("eslint-".length) ?? "";
  if (!parsed || !isDirectiveType(type)) return null;
  const { value, justification } = parsed;
  return checkLines(new Directive({ type, node, value, justification }), node);
}

function checkLines(directive: Directive, node: CommentNode): Directive | Refusal {
  return directive.type === "disable-line" && node.loc.start.line !== node.loc.end.line
    ? refused("A 'disable-line' directive must stand on one line.")
    : directive;
}

function isDirectiveType(label: string): label is DirectiveType {
  return (TYPES as readonly string[]).includes(label);
}
