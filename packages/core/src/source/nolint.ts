import type { CommentNode } from "../syntax/grammar.generated.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { DisableDirective, ReadDirectives } from "./directives.ts";
import { followingNode } from "./following-node.ts";
import { isObject } from "./is-object.ts";
import { unknownRule } from "./known-rules.ts";

/**
 * True to heed `//nolint`; or, by the name of a linter of golangci-lint, the rules that a
 * `//nolint` for this linter turns off as well.
 */
export type NolintOption = boolean | Readonly<Record<string, readonly string[]>>;

/** A string that is in every file with a `//nolint`. */
export const NOLINT_LITERAL = "nolint";

/** As golangci-lint reads it, after the comment's mark: a list of linters, or nothing for all. */
const NOLINT = /^nolint(?:$| |:(?<list>.*?)(?=\/\/|$))(?<rest>.*)$/su;

const RULE = /^[\w@*-]+(?:\/[\w*-]+)+$/u;

/** Returns true if a value is lists of rules by the names of linters. */
export function isNolintOption(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      (rules) => Array.isArray(rules) && rules.every((rule) => typeof rule === "string"),
    )
  );
}

/** Returns the directives that a file's `//nolint` comments are. */
export function readNolint(
  comments: readonly CommentNode[],
  option: NolintOption,
  tree: SyntaxTree,
): ReadDirectives {
  const result: ReadDirectives = { directives: [], problems: [] };
  for (const [index, node] of comments.entries()) {
    const read = NOLINT.exec(node.text.trimEnd().replace(/^\/\/[/ ]*/u, ""));
    const type = read && typeOf(node, comments.slice(index + 1), tree);
    if (!type) continue;
    const { list = "all", rest = "" } = read.groups ?? {};
    const entries = list.split(",").map((name) => rulesOf(name.trim(), option));
    const rules = entries.flatMap((entry) => entry.rules);
    for (const rule of rules) {
      const message = unknownRule(rule);
      if (message !== null) result.problems.push({ ruleId: null, message, loc: node.loc });
    }
    if (rules.length === 0) continue;
    result.directives.push({
      type,
      node,
      value: rules.join(", "),
      rules: rules.includes("*") ? [] : rules,
      justification: rest.replace(/^[/\s]+/u, ""),
      nolint: entries.every(({ isOurs }) => isOurs) ? "ours" : "shared",
    });
  }
  return result;
}

/** The rules that a name in a list turns off; `*` is all of them. */
interface NamedRules {
  readonly rules: readonly string[];
  /** True if no other tool knows the name. */
  readonly isOurs: boolean;
}

function rulesOf(name: string, option: NolintOption): NamedRules {
  const lower = name.toLowerCase();
  if (lower === "gopherwood") return { rules: ["*"], isOurs: true };
  if (lower === "all") return { rules: ["*"], isOurs: false };
  if (RULE.test(name)) return { rules: [name], isOurs: true };
  const named = typeof option === "object" && Object.hasOwn(option, lower) && option[lower];
  return { rules: named || [], isOurs: false };
}

/**
 * Returns what a comment is about: its line; if it stands alone, the code that begins on the line
 * after its group, in the same column; before the package clause, the file. Null for nothing.
 */
function typeOf(
  node: CommentNode,
  after: readonly CommentNode[],
  tree: SyntaxTree,
): DisableDirective["type"] | null {
  const { line, column } = node.loc.start;
  const lineStart = tree.offsetOf({ line, column: 1 });
  if (tree.text.slice(lineStart, node.range[0]).trim() !== "") return "disable-line";
  let last = node;
  for (const comment of after) {
    if (comment.loc.start.line !== last.loc.end.line + 1) break;
    last = comment;
  }
  const { kind, loc } = followingNode(last, tree) ?? {};
  if (loc?.start.line !== last.loc.end.line + 1 || loc.start.column !== column) return null;
  return kind === "package_clause" ? "disable" : "disable-next";
}
