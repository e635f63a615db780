import type { FileProblem } from "@eslint/core";
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
import type { CommentNode } from "../syntax/grammar.generated.ts";
import { commentValue } from "./comments.ts";

/** What the directive comments of a file ask for, and what is wrong with them. */
export interface DisableDirectives {
  readonly directives: Directive[];
  readonly problems: FileProblem[];
}

/** A file without any of these has no directive: its comments need not be read. */
export const DIRECTIVE_LITERALS: readonly string[] = ["gopherwood:", "eslint"];

const TYPES = ["disable", "enable", "disable-line", "disable-next-line"] as const;
type DirectiveType = (typeof TYPES)[number];

const OURS = /^gopherwood:(?<label>\S*)(?<rest>[^]*)$/u;
const OURS_WITH_SPACE = /^\s+gopherwood:\s*(?:disable|enable)\b/u;
const ESLINTS = /^\s*eslint-(?<label>enable|disable(?:(?:-next)?-line)?)(?=\s|$)/u;
const RULE_LIST = /^[^\s,]+(?:\s*,\s*[^\s,]+)*$/u;

const commentParser = new ConfigCommentParser();

/** Finds the directives that turn rules off and on: Go's form and ESLint's. */
export function readDisableDirectives(comments: readonly CommentNode[]): DisableDirectives {
  const result: DisableDirectives = { directives: [], problems: [] };
  for (const node of comments) {
    const value = commentValue(node);
    const read = OURS.test(value)
      ? readOurs(node, value)
      : ESLINTS.test(value)
        ? readEslints(node, value)
        : OURS_WITH_SPACE.test(value)
          ? "A Go directive has no space after '//': write '//gopherwood:', as in '//go:build'."
          : null;
    if (typeof read === "string") {
      result.problems.push({ ruleId: null, message: read, loc: node.loc });
    } else if (read) {
      result.directives.push(read);
    }
  }
  return result;
}

/** Comments of the form that configures rules in the file: block comments, as in ESLint. */
export function isInlineConfig(comment: CommentNode): boolean {
  return comment.text.startsWith("/*") && /^\s*eslint\s/u.test(commentValue(comment));
}

/** The directive of a `//gopherwood:` comment, or what is wrong with it. */
function readOurs(node: CommentNode, text: string): Directive | string {
  const { label = "", rest = "" } = OURS.exec(text)?.groups ?? {};
  if (!isDirectiveType(label)) {
    return `Unknown directive 'gopherwood:${label}': use ${TYPES.map((type) => `'${type}'`).join(", ")}.`;
  }
  const { value, justification } = commentParser.parseDirective(`${label}${rest}`) ?? {
    value: "",
    justification: "",
  };
  if (value !== "" && !RULE_LIST.test(value)) {
    return `Cannot read the rules of 'gopherwood:${label}': separate them by commas, and put a reason after ' -- '.`;
  }
  return checkLines(new Directive({ type: label, node, value, justification }), node);
}

function readEslints(node: CommentNode, text: string): Directive | string | null {
  const parsed = commentParser.parseDirective(text);
  const type = parsed?.label.slice("eslint-".length) ?? "";
  if (!parsed || !isDirectiveType(type)) return null;
  const { value, justification } = parsed;
  return checkLines(new Directive({ type, node, value, justification }), node);
}

function checkLines(directive: Directive, node: CommentNode): Directive | string {
  return directive.type === "disable-line" && node.loc.start.line !== node.loc.end.line
    ? "A 'disable-line' directive must stand on one line."
    : directive;
}

function isDirectiveType(label: string): label is DirectiveType {
  return (TYPES as readonly string[]).includes(label);
}
