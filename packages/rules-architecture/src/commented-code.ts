import {
  SyntaxTree,
  type AssignmentStatementNode,
  type CallExpressionNode,
  type GoNode,
  type ShortVarDeclarationNode,
} from "@gopherwood/core";

/**
 * How sure it is that a comment is code:
 *
 * - `code`: nothing else says such a thing;
 * - `maybe`: it can be read as Go, but people write so when they explain, too.
 */
export type Likeness = "code" | "maybe" | null;

/** A line without any of it is prose. */
const CODE_LIKE = /[(){}]\s*(?:\/\/.*)?$|:=|\w\s*=\s*\S/u;

const ALWAYS_CODE = new Set([
  "if_statement",
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
  "go_statement",
  "defer_statement",
  "var_declaration",
  "const_declaration",
  "type_declaration",
  "import_declaration",
]);

const SOMETIMES_CODE = new Set([
  "return_statement",
  "inc_statement",
  "dec_statement",
  "send_statement",
  "block",
]);

const TARGET = /^(?:identifier|selector_expression|index_expression)$/u;

const LITERAL = /^(?:composite_literal|func_literal|type_assertion_expression)$/u;

const NEW_VALUE =
  /^(?:(?:interpreted|raw)_string_literal|selector_expression|unary_expression)$/u;

/**
 * What the lines of a comment are. Prose before the code is allowed, after it not.
 *
 * @param isSpoken True if the comment describes what follows it, where code is an example.
 */
export function likenessOf(lines: readonly string[], isSpoken: boolean): Likeness {
  const first = lines.findIndex((line) => CODE_LIKE.test(line));
  if (first === -1) return null;
  const whole = judge(lines);
  if (whole !== null || first === 0) return isSpoken && !hasBody(lines) ? weaker(whole) : whole;
  const prose = lines.slice(0, first);
  const code = lines.slice(first);
  if (isSpoken || code.length < 2 || isIntroduction(prose, code)) return null;
  return judge(code);
}

function weaker(likeness: Likeness): Likeness {
  return likeness === null ? null : "maybe";
}

function hasBody(lines: readonly string[]): boolean {
  return lines.length > 2 && /[{(]\s*$/u.test(lines[0] ?? "");
}

/** True if prose leads to an example: it ends in a colon, says so, or stands less far in. */
function isIntroduction(prose: readonly string[], code: readonly string[]): boolean {
  const last = prose.findLast((line) => line.trim() !== "") ?? "";
  return (
    /[:,]\s*$/u.test(last) ||
    /\b(?:e\.g|i\.e|example|instance|usage|like|equivalent|pseudo|becomes?|same as)\b/iu.test(
      last,
    ) ||
    prose.at(-1)?.trim() === "" ||
    indentOf(code[0] ?? "") > indentOf(last)
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function judge(lines: readonly string[]): Likeness {
  const code = lines.join("\n");
  return judgeStatements(`func _() {\n${code}\n}`) ?? judgeDeclarations(code);
}

function judgeStatements(code: string): Likeness {
  return withTree(code, (root) => {
    const [declaration, ...more] = root.namedChildren.slice(1);
    if (more.length > 0 || declaration?.kind !== "function_declaration") return null;
    const statements = declaration.body?.namedChildren
      .flatMap((node) => (node.kind === "statement_list" ? node.namedChildren : [node]))
      .filter(({ kind }) => kind !== "comment");
    const likeness = sum((statements ?? []).map(judgeStatement));
    const isList = (statements?.length ?? 0) > 1 && statements?.every(isNumbered);
    return isList ? weaker(likeness) : likeness;
  });
}

function judgeDeclarations(code: string): Likeness {
  return withTree(code, (root) => {
    const declarations = root.namedChildren.slice(1).filter(({ kind }) => kind !== "comment");
    return sum(
      declarations.map((node) => {
        if (node.kind !== "function_declaration" && node.kind !== "method_declaration") {
          return judgeStatement(node);
        }
        return node.body ? "code" : "maybe";
      }),
    );
  });
}

/** What is no code at all makes the whole none; else one that is surely code decides. */
function sum(parts: readonly Likeness[]): Likeness {
  if (parts.length === 0 || parts.includes(null)) return null;
  return parts.includes("code") ? "code" : "maybe";
}

function judgeStatement(node: GoNode): Likeness {
  if (ALWAYS_CODE.has(node.kind)) return "code";
  if (SOMETIMES_CODE.has(node.kind)) return "maybe";
  if (node.kind === "short_var_declaration" || node.kind === "assignment_statement") {
    return judgeAssignment(node);
  }
  const [expression] = node.kind === "expression_statement" ? node.namedChildren : [];
  if (expression?.kind !== "call_expression") return null;
  const hasArguments = expression.arguments.namedChildren.length > 0;
  return hasArguments && isSelected(expression) ? "code" : "maybe";
}

/** `codes.Aborted(10)`: lists of names with their numbers are written so. */
function isNumbered(node: GoNode): boolean {
  const [call] = node.namedChildren;
  if (node.kind !== "expression_statement" || call?.kind !== "call_expression") return false;
  const [value, ...more] = call.arguments.namedChildren;
  return (
    isSelected(call) &&
    more.length === 0 &&
    value?.kind === "int_literal" &&
    /\.\p{Lu}/u.test(call.function.text)
  );
}

/** Formulas are made of names, numbers, operators and functions of one word. */
function judgeAssignment(node: ShortVarDeclarationNode | AssignmentStatementNode): Likeness {
  const targets = node.left.namedChildren;
  if (!targets.every(({ kind }) => TARGET.test(kind))) return null;
  const isField = targets.some(({ kind }) => kind === "selector_expression");
  const isNoFormula = node.right.namedChildren.some((value) =>
    value.kind === "call_expression"
      ? isField || node.kind === "short_var_declaration" || isSelected(value)
      : LITERAL.test(value.kind) ||
        (node.kind === "short_var_declaration" && NEW_VALUE.test(value.kind)),
  );
  return isNoFormula ? "code" : "maybe";
}

function isSelected({ function: callee }: CallExpressionNode): boolean {
  return callee.kind === "selector_expression";
}

/** Reads Go after a package clause; null if it is none. */
function withTree(code: string, read: (root: GoNode) => Likeness): Likeness {
  const { root } = SyntaxTree.parse(`package p\n${code}\n`);
  return root.hasError ? null : read(root);
}
