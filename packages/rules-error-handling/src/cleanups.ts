import {
  calleeOf,
  functionAround,
  initializerOf,
  withoutPointer,
  type CallExpressionNode,
  type GoNames,
  type GoNode,
  type SyntaxTree,
} from "@gopherwood/core";
import { nameGlob } from "./callee-patterns.ts";
import { dropOf, type Dropped } from "./dropped-results.ts";
import { itemsOf } from "./errors.ts";

/** Writers whose `Close` writes what they still hold. */
const BUFFERED = /^(?:archive|compress)\/\w+\.Writer$/u;

const WRITE_FLAGS = /\bO_(?:WRONLY|RDWR|APPEND)\b/u;

/** The clean-ups whose error may be dropped. */
export class Cleanups {
  readonly #globs: readonly RegExp[];
  readonly #names: GoNames;
  readonly #tree: SyntaxTree;

  /** @param globs Names of functions and methods, with `*`. */
  constructor(globs: readonly string[], names: GoNames, tree: SyntaxTree) {
    this.#globs = globs.map((glob) => nameGlob(glob));
    this.#names = names;
    this.#tree = tree;
  }

  /**
   * Why nobody can answer the error that a clean-up drops, or null: it is deferred, or
   * another error is on its way out already. What was written may be lost when its file
   * cannot be closed: that is no mere clean-up.
   */
  reasonFor(call: CallExpressionNode, { drop, statement }: Dropped): string | null {
    const { function: called } = call;
    const name = called.kind === "selector_expression" ? called.field.text : called.text;
    if (!this.#globs.some((glob) => glob.test(name))) return null;
    if (drop === "statement" && isOnTheWayOut(statement))
      return `clean-up after a failure: ${name}`;
    if (drop !== "defer" && !isInDeferredFunction(call)) return null;
    const operand = called.kind === "selector_expression" ? called.operand : null;
    return operand && this.#isWritten(operand) && !this.#isClosedElsewhere(call, operand)
      ? null
      : `deferred clean-up: ${name}`;
  }

  #isWritten(operand: GoNode): boolean {
    const type = withoutPointer(this.#names.typeOf(operand));
    if (type.kind !== "named") return false;
    if (BUFFERED.test(`${type.importPath}.${type.name}`)) return true;
    const opened = operand.kind === "identifier" ? initializerOf(operand, this.#names) : null;
    if (opened?.kind !== "call_expression") return false;
    const callee = calleeOf(opened, this.#names);
    if (callee.kind !== "function" || callee.importPath !== "os") return false;
    return (
      /^Create(?:Temp)?$/u.test(callee.name) ||
      (callee.name === "OpenFile" && WRITE_FLAGS.test(opened.arguments.text))
    );
  }

  /** True if the declaration around closes or syncs the same with a look at the error. */
  #isClosedElsewhere(call: CallExpressionNode, operand: GoNode): boolean {
    let around: GoNode = call;
    for (let outer = functionAround(call); outer; outer = functionAround(outer)) around = outer;
    return this.#tree
      .nodesOfKind(["call_expression"], around)
      .some(
        (other) =>
          other.function.kind === "selector_expression" &&
          other.function.operand.text === operand.text &&
          /^(?:Close|Flush|Sync)$/u.test(other.function.field.text) &&
          dropOf(other) === null,
      );
  }
}

/** True for what stands before a `return` of something or a panic, in a branch. */
function isOnTheWayOut(statement: GoNode): boolean {
  const list = statement.parent;
  const branch = list?.parent?.parent;
  if (list?.kind !== "statement_list" || branch?.kind !== "if_statement") return false;
  const last = itemsOf(list).at(-1);
  if (last?.kind !== "return_statement") return false;
  const error = last.namedChildren[0]?.namedChildren.at(-1);
  return error !== undefined && error.kind !== "nil";
}

/** True in `defer func() { ... }()`. */
function isInDeferredFunction(call: CallExpressionNode): boolean {
  const literal = functionAround(call);
  return (
    literal?.kind === "func_literal" &&
    literal.parent?.kind === "call_expression" &&
    literal.parent.parent?.kind === "defer_statement"
  );
}
