import type { FileProblem } from "@eslint/core";
import type { CommentNode } from "../syntax/grammar.generated.ts";
import { commentValue } from "./comments.ts";
import { commentParser } from "./config-comments.node.ts";
import { unknownRule } from "./known-rules.ts";
import { didYouMean } from "./nearest-name.ts";
import { refused, type Refusal } from "./refusal.ts";
import { rulesIn } from "./rule-list.ts";

const TYPES = [
  "disable",
  "enable",
  "disable-line",
  "disable-next-line",
  "disable-next",
] as const;
type DirectiveType = (typeof TYPES)[number];

/** A comment that turns rules off or on. */
export interface DisableDirective {
  readonly type: DirectiveType;
  readonly node: CommentNode;
  /** The list of its rules as it is written; empty for all rules. */
  readonly value: string;
  /** The rules and globs of the list; none for all rules. */
  readonly rules: readonly string[];
  /** The reason; empty without one. */
  readonly justification: string;
  /** Of a `//nolint`: whether it names rules of ours alone, or golangci-lint heeds it too. */
  readonly nolint?: "ours" | "shared";
}

/** The directives of a file, and the problems of those that are malformed. */
export interface ReadDirectives {
  readonly directives: DisableDirective[];
  readonly problems: FileProblem[];
}

/**
 * Strings, one of which is in every file with a directive: the comments of other files are not
 * read.
 */
export const DIRECTIVE_LITERALS: readonly string[] = ["gopherwood:", "gopherwood-", "eslint"];

const OURS = /^gopherwood:(?<label>\S*)(?<rest>[^]*)$/u;
const OURS_MISWRITTEN = /^\s*gopherwood\s*[:-]\s*(?<label>(?:dis|en)able\S*)/u;
const ESLINTS = /^\s*eslint-(?<label>enable|disable(?:(?:-next)?-line)?)(?=\s|$)/u;
const RULE_LIST = /^[^\s,]+(?:\s*,\s*[^\s,]+)*$/u;

/**
 * Returns the directives that turn rules off and on, in Go's form and in ESLint's.
 *
 * @param requireReasons Report those that turn rules off without a reason.
 */
export function readDisableDirectives(
  comments: readonly CommentNode[],
  requireReasons = false,
): ReadDirectives {
  const result: ReadDirectives = { directives: [], problems: [] };
  for (const node of comments) {
    const report = (message: string) => {
      result.problems.push({ ruleId: null, message, loc: node.loc });
    };
    const read = readDirective(node);
    if (read === null) continue;
    if ("kind" in read) {
      report(read.reason);
      continue;
    }
    result.directives.push(read);
    if (requireReasons && read.type !== "enable" && read.justification === "") {
      report(`Give a reason for '${read.type}', after ' -- '.`);
    }
  }
  return result;
}

/** Returns true for a comment that configures rules in the file: a block comment, as in ESLint. */
export function isInlineConfig(comment: CommentNode): boolean {
  return comment.text.startsWith("/*") && /^\s*eslint\s/u.test(commentValue(comment));
}

/** Returns the directive of a comment, why it is malformed, or null for another comment. */
function readDirective(node: CommentNode): DisableDirective | Refusal | null {
  const value = commentValue(node);
  if (OURS.test(value)) return readOurs(node, value);
  if (ESLINTS.test(value)) return readEslints(node, value);
  const { label } = OURS_MISWRITTEN.exec(value)?.groups ?? {};
  return label === undefined ? null : refused(howToWrite(node, label));
}

/** Returns the sentence about a comment that is nearly a directive of ours. */
function howToWrite(node: CommentNode, label: string): string {
  const mark = node.text.slice(0, 2);
  return `Write '${mark}gopherwood:${label}', with a colon and without spaces, as in '//go:build'.`;
}

/** Returns the directive of a `//gopherwood:` comment, or why it is malformed. */
function readOurs(node: CommentNode, text: string): DisableDirective | Refusal {
  const { label = "", rest = "" } = OURS.exec(text)?.groups ?? {};
  const { label: afterSpace } = OURS_MISWRITTEN.exec(text)?.groups ?? {};
  if (label === "" && afterSpace !== undefined) return refused(howToWrite(node, afterSpace));
  if (!isDirectiveType(label)) {
    const types = TYPES.map((type) => `'${type}'`).join(", ");
    const hint = didYouMean(label, TYPES);
    return refused(`There is no directive 'gopherwood:${label}'${hint} There are ${types}.`);
  }
  const { value, justification } = commentParser().parseDirective(`${label}${rest}`) ?? {
    value: "",
    justification: "",
  };
  if (value !== "" && !RULE_LIST.test(value)) {
    return refused(
      `Cannot read the rules of 'gopherwood:${label}': separate them by commas, ` +
        "and put a reason after ' -- '.",
    );
  }
  return checked({ type: label, node, value, rules: rulesIn(value), justification });
}

function readEslints(node: CommentNode, text: string): DisableDirective | Refusal | null {
  const parsed = commentParser().parseDirective(text);
  const type = parsed?.label.slice("eslint-".length) ?? "";
  if (!parsed || !isDirectiveType(type)) return null;
  const { value, justification } = parsed;
  return checked({ type, node, value, rules: rulesIn(value), justification });
}

function checked(directive: DisableDirective): DisableDirective | Refusal {
  const { type, node, rules } = directive;
  if (type === "disable-line" && node.loc.start.line !== node.loc.end.line) {
    return refused("A 'disable-line' directive must stand on one line.");
  }
  for (const entry of rules) {
    const unknown = unknownRule(entry);
    if (unknown !== null) return refused(unknown);
  }
  const eslints = type === "disable-next" && rules.find((rule) => !rule.includes("/"));
  return eslints
    ? refused(
        `'disable-next' turns off rules of packs, and '${eslints}' is of ESLint: ` +
          "use 'disable-next-line', or 'disable' and 'enable'.",
      )
    : directive;
}

function isDirectiveType(label: string): label is DirectiveType {
  return (TYPES as readonly string[]).includes(label);
}
