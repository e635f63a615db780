import {
  lineIndentAt,
  type CallExpressionNode,
  type GoNode,
  type SemanticModel,
} from "@gopherwood/core";
import type { DiscardedResult } from "../calls/discarded-result.ts";
import { errorReturnStart } from "./error-return.ts";
import { refused, type Proposal } from "./proposal.ts";

/** The places that a check is written from. */
interface Target {
  readonly call: CallExpressionNode;
  readonly statement: GoNode;
  readonly semantics: SemanticModel;
  /** The indent of the statement. */
  readonly indent: string;
  /** `{ return err }`, over three lines. */
  readonly block: string;
}

/**
 * Proposes to check a discarded error and to return it.
 *
 * @param text The file's.
 */
export function proposeErrorCheck(
  call: CallExpressionNode,
  { kind, statement }: DiscardedResult,
  semantics: SemanticModel,
  text: string,
): Proposal {
  if (kind === "defer" || kind === "go") return refused("it takes a function around the call");
  const start = errorReturnStart(call, semantics);
  if (start === null) return refused("the function around returns no error");
  if (statement.parent?.kind !== "statement_list")
    return refused("it is no statement of its own");
  const indent = lineIndentAt(text, statement.range[0]);
  const block = `{\n${indent}\t${start}err\n${indent}}`;
  const target = { call, statement, semantics, indent, block };
  return kind === "partly blank" ? checkAfter(target) : checkInHead(target);
}

/** Proposes `n, err := f()` and a check after it. */
function checkAfter({ statement, semantics, indent, block }: Target): Proposal {
  const left = statement.kind === "short_var_declaration" ? statement.left : null;
  const blank = left?.namedChildren.at(-1);
  // A variable that is assigned to would have to be declared before.
  if (!blank) return refused("there is no variable for the error");
  if (isDeclaredAfter(statement, semantics)) return refused("'err' is declared later on");
  return {
    kind: "edit",
    fix: (fixer) => [
      fixer.replaceText(blank, "err"),
      fixer.insertTextAfter(statement, `\n${indent}if err != nil ${block}`),
    ],
  };
}

/** Proposes `if err := f(); err != nil { ... }`. */
function checkInHead({ call, statement, semantics, block }: Target): Proposal {
  // A brace could end the head of the `if`.
  if (call.text.includes("{")) return refused("the call has braces in it");
  const type = semantics.typeOf(call);
  const others = type.kind === "tuple" ? "_, ".repeat(type.types.length - 1) : "";
  return {
    kind: "edit",
    fix: (fixer) =>
      fixer.replaceText(statement, `if ${others}err := ${call.text}; err != nil ${block}`),
  };
}

/** Returns true if a later statement of the same block declares `err`. */
function isDeclaredAfter(statement: GoNode, semantics: SemanticModel): boolean {
  const later = (statement.parent?.namedChildren ?? []).filter(
    ({ range }) => range[0] > statement.range[0],
  );
  return later.some((next) => {
    const names = next.kind === "short_var_declaration" ? next.left.namedChildren : [];
    const specs = next.kind === "var_declaration" ? next.namedChildren : [];
    return (
      names.some((name) => name.text === "err" && isDeclaredBy(name, semantics)) ||
      specs.some((spec) => /^\(?\s*err\b/u.test(spec.text))
    );
  });
}

function isDeclaredBy(name: GoNode, semantics: SemanticModel): boolean {
  const symbol = semantics.resolve(name);
  return symbol !== null && !symbol.isUniverse && symbol.node === name;
}
