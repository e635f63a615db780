import type { Directive, FileProblem } from "@eslint/core";
import type { Position, SourceRange } from "../syntax/position.ts";
import type { SyntaxTree } from "../syntax/tree.ts";
import type { DisableDirective } from "./directives.ts";
import { followingNode } from "./following-node.ts";
import { isRuleGlob, matchesRule } from "./rule-list.ts";

/** A column above the file that no message is reported at. */
const NO_COLUMN = 1e9;

/** Returns true if a directive turns a rule off at a place of the file. */
type Covers = (ruleId: string, place: Position) => boolean;

/**
 * The directives of a file, for ESLint. It knows neither rule globs nor `disable-next`: in place
 * of such a directive it gets one for a line above the file, numbered 0, -1 and so on. Rules
 * report there what the directive covers. So ESLint suppresses these messages for the directive's
 * reason, and reports a directive that covers none.
 */
export class Suppressions {
  readonly directives: Directive[] = [];
  readonly problems: FileProblem[] = [];
  readonly #own: Covers[] = [];
  readonly #ranges: SourceRange[] = [];

  /** @param directives Those of each form in the order of the text, `//nolint` last. */
  constructor(directives: readonly DisableDirective[], tree: SyntaxTree) {
    for (const [index, directive] of directives.entries()) {
      if (directive.type === "enable") this.#addEnable(directive, directives.slice(0, index));
      else this.#addDisable(directive, directives.slice(index + 1), tree);
    }
  }

  /**
   * Returns the place to report a message at, for ESLint to suppress it; null if none of the
   * directives that ESLint does not know covers it.
   */
  placeAbove(ruleId: string, range: SourceRange): Position | null {
    const index = this.#own.findLastIndex((covers) => covers(ruleId, range.start));
    if (index === -1) return null;
    return { line: 0 - index, column: this.#ranges.push(range) };
  }

  /** Returns the range of a message that was reported at a place above the file, else null. */
  rangeOf({ line, column }: Position): SourceRange | null {
    return line > 0 ? null : (this.#ranges[column - 1] ?? null);
  }

  #addDisable(
    directive: DisableDirective,
    after: readonly DisableDirective[],
    tree: SyntaxTree,
  ): void {
    const { type, node, value, justification } = directive;
    if (type !== "disable-next" && !isOwn(directive)) {
      this.directives.push({ type, node, value, justification });
      return;
    }
    const contains = coveredBy(directive, after, tree);
    if (contains === null) {
      this.#report(directive, "Nothing follows that 'disable-next' could turn rules off for.");
      return;
    }
    const { start } = node.loc;
    const line = 0 - this.#own.length;
    const above = { start, end: { line: line - 1, column: 1 } };
    this.directives.push({
      type: "disable-next-line",
      node: { loc: above, range: node.range },
      value: "",
      justification,
    });
    // golangci-lint may need it: something to suppress keeps ESLint from calling it unused.
    if (directive.nolint === "shared") {
      const place = { line, column: NO_COLUMN };
      const loc = { start: place, end: place };
      this.problems.push({ ruleId: null, message: "A '//nolint' is heeded.", loc });
    }
    this.#own.push((ruleId, place) => hasRule(directive, ruleId) && contains(ruleId, place));
  }

  #addEnable(directive: DisableDirective, before: readonly DisableDirective[]): void {
    const { node, value, justification } = directive;
    const ended = before.filter(
      (other) => other.type === "disable" && shareRules(other, directive),
    );
    if (isOwn(directive)) {
      if (ended.some(isOwn)) return;
      this.#report(directive, "No 'disable' with a '*' stands before that this could end.");
    } else if (ended.length === 0 || !ended.every(isOwn)) {
      this.directives.push({ type: "enable", node, value, justification });
    }
  }

  #report({ node: { loc } }: DisableDirective, message: string): void {
    this.problems.push({ ruleId: null, message, loc });
  }
}

/** Returns true for a directive whose rules ESLint has no words for. */
function isOwn({ rules, nolint }: DisableDirective): boolean {
  return nolint !== undefined || rules.some(isRuleGlob);
}

/** Returns where a directive turns its rules off; null if it is about nothing. */
function coveredBy(
  { type, node }: DisableDirective,
  after: readonly DisableDirective[],
  tree: SyntaxTree,
): Covers | null {
  const { start, end } = node.loc;
  if (type === "disable-line") return (_, { line }) => line === start.line;
  if (type === "disable-next-line") return (_, { line }) => line === end.line + 1;
  if (type === "disable-next") {
    const following = followingNode(node, tree);
    if (!following) return null;
    const { loc } = following;
    return (_, place) => !isBefore(place, loc.start) && isBefore(place, loc.end);
  }
  const enables = after.filter((other) => other.type === "enable");
  return (ruleId, place) => {
    const isEnd = (other: DisableDirective) =>
      hasRule(other, ruleId) && !isBefore(place, other.node.loc.start);
    return !isBefore(place, start) && !enables.some(isEnd);
  };
}

function hasRule({ rules }: DisableDirective, ruleId: string): boolean {
  return rules.length === 0 || rules.some((entry) => matchesRule(entry, ruleId));
}

function shareRules(a: DisableDirective, b: DisableDirective): boolean {
  return (
    a.rules.length === 0 ||
    a.rules.some((entry) => hasRule(b, entry)) ||
    b.rules.some((entry) => hasRule(a, entry))
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
