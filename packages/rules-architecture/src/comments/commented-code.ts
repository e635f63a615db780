import { SyntaxTree, type GoNode } from "@gopherwood/core";
import { formatLikelihood } from "./code-format.ts";
import { fragmentLikelihood, isPartList, mayBeFragment } from "./code-fragments.ts";
import { combined, lowest, type Likelihood } from "./likelihood.ts";
import { isNumberedName, statementLikelihood } from "./statement-likelihood.ts";

/** A line without any of it is prose. */
const CODE_LIKE = /[(){}]\s*(?:\/\/.*)?$|:=|\w\s*=\s*\S/u;

/** The same for parts of lists. */
const FRAGMENT_LIKE = /[(){},"`:]\s*(?:\/\/.*)?$|\w\s*=\s*\S/u;

/** A part of a list with a sentence beside it that says why it is left out. */
const EXPLAINED = /\S.*,\s*\/\/\s*\S+(?:\s+\S+){2}/u;

/** A comment in a comment belongs to the code below it. */
const COMMENT = /^\s*\/\//u;

/** Words that lead to an example. */
const INTRODUCTION =
  /\b(?:e\.g|i\.e|example|instance|usage|equivalent|pseudo|becomes?|same as|(?:looks?|something) like)\b|(?<!\bnot )\blike(?: this| so)?[.:]?\s*$/iu;

/** Words that say why code is turned off. */
const TURNED_OFF =
  /\b(?:TODO|FIXME|XXX|HACK)\b.*[.!?]\s*$|\b(?:un-?comment|re-?enable|(?:turn(?:ed)?|switch(?:ed)?)(?: this| it)? (?:on|off)|disabled|restored?|re-?add)\b/iu;

/** Words that tell a reader when to turn code on: it is off on purpose. */
const SWITCH = /\bun-?comment(?:ing)?\b.*\b(?:for|if|to|when|will)\b/iu;

/**
 * Returns how likely the lines of a comment are code that was turned off. Prose before the code is
 * allowed, after it not.
 *
 * @param isDocumentation True if the comment documents what follows it: code is an example there.
 * @param parent The node that the comment is in.
 */
export function codeLikelihood(
  lines: readonly string[],
  isDocumentation: boolean,
  parent: GoNode | null,
): Likelihood {
  const statements = statementsLikelihood(lines, isDocumentation);
  if (!parent) return statements;
  // A call between the parts of a list says what those below it are about.
  const likelihood = isPartList(parent) ? lowest(statements, "possible") : statements;
  return likelihood ?? listLikelihood(lines, parent);
}

/** Returns how likely the lines of a comment are statements or declarations. */
function statementsLikelihood(lines: readonly string[], isDocumentation: boolean): Likelihood {
  const whole = lines.some((line) => CODE_LIKE.test(line)) ? judge(lines) : null;
  if (whole !== null) {
    const isSwitch = lines.some((line) => COMMENT.test(line) && SWITCH.test(line));
    const isExample = isDocumentation && !hasBody(lines);
    return isSwitch || isExample ? lowest(whole, "possible") : whole;
  }
  return isDocumentation ? null : behindProse(lines, CODE_LIKE, judge);
}

/** Returns how likely the lines of a comment are parts of the list that the comment is in. */
function listLikelihood(lines: readonly string[], list: GoNode): Likelihood {
  const judgeParts = (parts: readonly string[]) =>
    lowest(
      fragmentLikelihood(parts, list),
      parts.some((line) => EXPLAINED.test(line)) ? "possible" : "certain",
    );
  return judgeParts(lines) ?? behindProse(lines, FRAGMENT_LIKE, judgeParts);
}

/** Returns false for the lines of a comment that is no code wherever it stands. */
export function mayBeCode(lines: readonly string[]): boolean {
  const judgeParts = (parts: readonly string[]) => (mayBeFragment(parts) ? "possible" : null);
  return (
    statementsLikelihood(lines, false) !== null ||
    judgeParts(lines) !== null ||
    behindProse(lines, FRAGMENT_LIKE, judgeParts) !== null
  );
}

/** Returns how likely the lines after a comment's prose are code; null if there is no prose. */
function behindProse(
  lines: readonly string[],
  codeLike: RegExp,
  judgeCode: (code: readonly string[]) => Likelihood,
): Likelihood {
  const first = lines.findIndex((line) => codeLike.test(line) || COMMENT.test(line));
  if (first < 1) return null;
  const prose = lines.slice(0, first);
  const code = lines.slice(first);
  const isTurnedOff = prose.some((line) => TURNED_OFF.test(line));
  if (introducesExample(prose, code, isTurnedOff)) return null;
  const isSwitch = prose.some((line) => SWITCH.test(line));
  const isCertain = !isSwitch && (code.length > 1 || isTurnedOff);
  return lowest(judgeCode(code), isCertain ? "certain" : "possible");
}

function hasBody(lines: readonly string[]): boolean {
  return lines.length > 2 && /[{(]\s*$/u.test(lines[0] ?? "");
}

/** Returns true if prose leads to an example: it says so, or the code stands apart from it. */
function introducesExample(
  prose: readonly string[],
  code: readonly string[],
  isTurnedOff: boolean,
): boolean {
  const last = prose.findLast((line) => line !== "") ?? "";
  return (
    /[:,]\s*$/u.test(last) ||
    INTRODUCTION.test(last) ||
    (prose.at(-1) === "" && !isTurnedOff) ||
    indentOf(code[0] ?? "") > indentOf(last)
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The verdicts on texts, which an editor asks for again at each edit of a file. */
const verdicts = new Map<string, Likelihood>();

const MOST_VERDICTS = 5000;

function judge(lines: readonly string[]): Likelihood {
  const code = lines.join("\n");
  let verdict = verdicts.get(code);
  if (verdict === undefined) {
    verdict = judgeStatements(`func _() {\n${code}\n}`) ?? judgeDeclarations(code);
    if (verdicts.size === MOST_VERDICTS) verdicts.clear();
    verdicts.set(code, verdict);
  }
  return verdict;
}

function judgeStatements(code: string): Likelihood {
  const [declaration, ...more] = parse(code);
  if (more.length > 0 || declaration?.kind !== "function_declaration") return null;
  const statements = (declaration.body?.namedChildren ?? [])
    .flatMap((node) => (node.kind === "statement_list" ? node.namedChildren : [node]))
    .filter(({ kind }) => kind !== "comment");
  const isList = statements.length > 1 && statements.every(isNumberedName);
  return lowest(combined(statements.map(likelihoodOf)), isList ? "possible" : "certain");
}

function judgeDeclarations(code: string): Likelihood {
  const declarations = parse(code).filter(({ kind }) => kind !== "comment");
  return combined(declarations.map(likelihoodOf));
}

function likelihoodOf(node: GoNode): Likelihood {
  if (node.kind !== "function_declaration" && node.kind !== "method_declaration") {
    return lowest(statementLikelihood(node), formatLikelihood(node));
  }
  return lowest(node.body ? "certain" : "possible", formatLikelihood(node));
}

/** Returns what follows a package clause, comments included; nothing if it is not Go. */
function parse(code: string): readonly GoNode[] {
  const tree = SyntaxTree.parseValid(`package p\n${code}\n`);
  return tree ? tree.root.namedChildren.slice(1) : [];
}
