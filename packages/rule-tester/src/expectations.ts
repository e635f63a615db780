import { SyntaxTree, unquote, type Verdict } from "@gopherwood/core";
import { RuleTestError } from "./failure.ts";

/** The expectation of a fixture's comment for a line. */
export interface Expectation {
  /** From 1. */
  readonly line: number;
  readonly verdict: Verdict;
  readonly approach?: string;
  /** Of the message of a violation, of the reason of another site. */
  readonly pattern?: RegExp;
  /** The source text in the fixture. */
  readonly source: string;
}

const COMMENT = /^(?:\/\/|\/\*)\s*(?<word>want|evidence)(?:\s+(?<rest>[^]*?))?\s*(?:\*\/)?$/u;
const TOKEN =
  /\s*(?:\+(?<delta>\d+)|(?<text>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<verdict>compliant|exempt|undecided)(?:\((?<approach>[^()]*)\))?)/uy;

const FORMS = {
  want: 'write // want "regexp"',
  evidence: 'write // evidence compliant(approach), exempt "reason" or undecided "reason"',
};

/**
 * Reads what the comments of a fixture expect.
 *
 * `// want "regexp" "regexp"` expects one message each on its line, as in Go's
 * analysistest; `// evidence compliant(approach) exempt "reason" undecided` one site
 * each. `+1` before them moves them to the next line. Both go into one comment as
 * `// want "x" // evidence compliant`.
 *
 * @throws {RuleTestError} If such a comment cannot be read.
 */
export function readExpectations(text: string): Expectation[] {
  const tree = SyntaxTree.parse(text);
  return tree.nodesOfKind(["comment"]).flatMap((comment) => {
    const { line } = comment.loc.start;
    return splitComment(comment.text).flatMap((part) => readComment(part, line));
  });
}

/** Splits `// want "x" // evidence y` into its two comments. */
function splitComment(comment: string): string[] {
  return comment.split(/(?=\/\/\s*(?:want|evidence)\s)/u);
}

function readComment(comment: string, commentLine: number): Expectation[] {
  const { word, rest = "" } = COMMENT.exec(comment)?.groups ?? {};
  if (word !== "want" && word !== "evidence") return [];
  const found: Expectation[] = [];
  let line = commentLine;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < rest.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(rest);
    const { delta, text, verdict, approach } = token?.groups ?? {};
    const last = found.at(-1);
    if (delta !== undefined && !last) {
      line += Number(delta);
    } else if (text !== undefined && word === "want") {
      found.push({ line, verdict: "violation", pattern: patternOf(text, line), source: text });
    } else if (verdict !== undefined && word === "evidence") {
      found.push({
        line,
        verdict: verdict as Verdict,
        ...(approach !== undefined && { approach }),
        source: verdict + (approach === undefined ? "" : `(${approach})`),
      });
    } else if (text !== undefined && last && !last.pattern) {
      found[found.length - 1] = {
        ...last,
        pattern: patternOf(text, line),
        source: `${last.source} ${text}`,
      };
    } else {
      fail(word, commentLine, `cannot read '${rest.slice(at).trim()}'`);
    }
  }
  if (found.length === 0) fail(word, commentLine, "it expects nothing");
  return found;
}

function patternOf(literal: string, line: number): RegExp {
  const pattern = unquote(literal);
  if (pattern === null) {
    throw new RuleTestError(`Line ${line}: ${literal} has an escape that Go's strings do not.`);
  }
  try {
    return new RegExp(pattern, "u");
  } catch (error) {
    throw new RuleTestError(`Line ${line}: ${(error as Error).message}`);
  }
}

function fail(word: keyof typeof FORMS, line: number, problem: string): never {
  throw new RuleTestError(
    `Line ${line}: the '// ${word}' comment: ${problem}; ${FORMS[word]}.`,
  );
}
