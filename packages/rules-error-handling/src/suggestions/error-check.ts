import {
  childrenOf,
  lineIndentAt,
  type CallExpressionNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import type { DiscardedResult } from "../calls/discarded-result.ts";
import { makesError } from "../calls/error-makers.ts";
import { ErrorNames } from "./error-name.ts";
import { errorReturnStart } from "./error-return.ts";
import { refused, type Proposal } from "./proposal.ts";

/** Proposes to check discarded errors and to return them. */
export class ErrorChecks {
  readonly #names: ErrorNames;
  readonly #semantics: SemanticModel;
  readonly #text: string;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#names = new ErrorNames(semantics, sourceCode);
    this.#semantics = semantics;
    this.#text = sourceCode.text;
  }

  /** Returns the check of a discarded error, or why there is none. */
  propose(call: CallExpressionNode, { kind, statement }: DiscardedResult): Proposal {
    if (kind === "defer" || kind === "go")
      return refused("it takes a function around the call");
    if (makesError(call, this.#semantics)) return refused("the call only makes an error");
    const start = errorReturnStart(call, this.#semantics);
    if (start.kind === "refused") return start;
    if (!isOneOfBlock(statement, this.#text) || !isOnlyValue(statement))
      return refused("it is no statement of its own");
    return kind === "partly blank"
      ? this.#checkAfter(call, statement, start.text)
      : this.#checkInHead(call, statement, start.text);
  }

  /** Proposes `n, err := f()` and a check after it. */
  #checkAfter(call: CallExpressionNode, statement: GoNode, start: string): Proposal {
    const left = statement.kind === "short_var_declaration" ? statement.left : null;
    const blank = left?.namedChildren.at(-1);
    // A variable that is assigned to would have to be declared before.
    if (!blank) return refused("there is no variable for the error");
    const name = this.#names.nameFor(call, statement);
    if (name === null) return refused("there is no free name for the error");
    const indent = lineIndentAt(this.#text, statement.range[0]);
    const check = `\n${indent}if ${name} != nil ${blockOf(`${start}${name}`, indent)}`;
    const end = lineEndAt(this.#text, statement.range[1]);
    return {
      kind: "edit",
      fix: (fixer) => [
        fixer.replaceText(blank, name),
        fixer.insertTextAfterRange([end, end], check),
      ],
    };
  }

  /** Proposes `if err := f(); err != nil { ... }`. */
  #checkInHead(call: CallExpressionNode, statement: GoNode, start: string): Proposal {
    // A brace could end the head of the `if`.
    if (call.text.includes("{")) return refused("the call has braces in it");
    const type = this.#semantics.typeOf(call);
    const others = type.kind === "tuple" ? "_, ".repeat(type.types.length - 1) : "";
    const block = blockOf(`${start}err`, lineIndentAt(this.#text, statement.range[0]));
    return {
      kind: "edit",
      fix: (fixer) =>
        fixer.replaceText(statement, `if ${others}err := ${call.text}; err != nil ${block}`),
    };
  }
}

/** Returns a block with one statement, in gofmt's shape. */
export function blockOf(statement: string, indent: string): string {
  return `{\n${indent}\t${statement}\n${indent}}`;
}

/** Returns true for a statement of a block that has its lines for itself. */
function isOneOfBlock({ parent, range }: GoNode, text: string): boolean {
  const before = text.slice(text.lastIndexOf("\n", range[0] - 1) + 1, range[0]);
  const after = text.slice(range[1], lineEndAt(text, range[1]));
  return (
    parent?.kind === "statement_list" && before.trim() === "" && /^\s*(?:$|\/\/)/u.test(after)
  );
}

/** Returns false for an assignment of several values. */
function isOnlyValue(statement: GoNode): boolean {
  return (
    (statement.kind !== "assignment_statement" && statement.kind !== "short_var_declaration") ||
    childrenOf(statement.right).length === 1
  );
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
