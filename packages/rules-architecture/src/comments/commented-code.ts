import { SyntaxTree, type GoNode } from "@gopherwood/core";
import {
  statementLikelihood,
  isNumberedName,
  type Likelihood,
} from "./statement-likelihood.ts";

/** A line without any of it is prose. */
const CODE_LIKE = /[(){}]\s*(?:\/\/.*)?$|:=|\w\s*=\s*\S/u;

/** Words that lead to an example. */
const INTRODUCTION =
  /\b(?:e\.g|i\.e|example|instance|usage|like|equivalent|pseudo|becomes?|same as)\b/iu;

/**
 * Returns how likely the lines of a comment are code. Prose before the code is allowed,
 * after it not.
 *
 * @param isDocumentation True if the comment documents what follows it: code is an example there.
 */
export function codeLikelihood(lines: readonly string[], isDocumentation: boolean): Likelihood {
  const first = lines.findIndex((line) => CODE_LIKE.test(line));
  if (first === -1) return null;
  const whole = judge(lines);
  if (whole !== null || first === 0) {
    return isDocumentation && !hasBody(lines) ? weakened(whole) : whole;
  }
  const prose = lines.slice(0, first);
  const code = lines.slice(first);
  if (isDocumentation || code.length < 2 || introducesExample(prose, code)) return null;
  return judge(code);
}

function weakened(likelihood: Likelihood): Likelihood {
  return likelihood === null ? null : "possible";
}

function hasBody(lines: readonly string[]): boolean {
  return lines.length > 2 && /[{(]\s*$/u.test(lines[0] ?? "");
}

/** Returns true if prose leads to an example: it ends in a colon, says so, or stands less far in. */
function introducesExample(prose: readonly string[], code: readonly string[]): boolean {
  const last = prose.findLast((line) => line.trim() !== "") ?? "";
  return (
    /[:,]\s*$/u.test(last) ||
    INTRODUCTION.test(last) ||
    prose.at(-1)?.trim() === "" ||
    indentOf(code[0] ?? "") > indentOf(last)
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function judge(lines: readonly string[]): Likelihood {
  const code = lines.join("\n");
  return judgeStatements(`func _() {\n${code}\n}`) ?? judgeDeclarations(code);
}

function judgeStatements(code: string): Likelihood {
  const [declaration, ...more] = parse(code);
  if (more.length > 0 || declaration?.kind !== "function_declaration") return null;
  const statements = (declaration.body?.namedChildren ?? [])
    .flatMap((node) => (node.kind === "statement_list" ? node.namedChildren : [node]))
    .filter(({ kind }) => kind !== "comment");
  const likelihood = combined(statements.map(statementLikelihood));
  const isList = statements.length > 1 && statements.every(isNumberedName);
  return isList ? weakened(likelihood) : likelihood;
}

function judgeDeclarations(code: string): Likelihood {
  const declarations = parse(code).filter(({ kind }) => kind !== "comment");
  return combined(
    declarations.map((node) => {
      if (node.kind !== "function_declaration" && node.kind !== "method_declaration") {
        return statementLikelihood(node);
      }
      return node.body ? "certain" : "possible";
    }),
  );
}

/** Returns null if a part is no code, and else the highest likelihood of the parts. */
function combined(parts: readonly Likelihood[]): Likelihood {
  if (parts.length === 0 || parts.includes(null)) return null;
  return parts.includes("certain") ? "certain" : "possible";
}

/** Returns what follows a package clause, comments included; nothing if it is not Go. */
function parse(code: string): readonly GoNode[] {
  const { root } = SyntaxTree.parse(`package p\n${code}\n`);
  return root.hasError ? [] : root.namedChildren.slice(1);
}
