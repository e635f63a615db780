import {
  calleeOf,
  enclosingFunction,
  initializerOf,
  usesOf,
  withoutPointer,
  type CallExpressionNode,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
} from "@gopherwood/core";
import { nameGlob } from "./callee-patterns.ts";
import { dropOf, type Dropped } from "./dropped-results.ts";
import { itemsOf } from "./errors.ts";

/** Writers whose `Close` writes what they still hold. */
const BUFFERED = /^(?:archive|compress)\/\w+\.Writer$/u;

const WRITE_FLAGS = /\bO_(?:WRONLY|RDWR|APPEND)\b/u;

/** Methods of a file after which there is nothing that closing it could lose. */
const NO_WRITES = /^(?:Chmod|Chown|Close|Fd|Name|Read\w*|Seek|Set\w*Deadline|Stat)$/u;

/** The clean-ups whose error may be dropped. */
export class Cleanups {
  readonly #globs: readonly RegExp[];
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;

  /** @param globs Names of functions and methods, with `*`. */
  constructor(globs: readonly string[], semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#globs = globs.map((glob) => nameGlob(glob));
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
  }

  /**
   * Why there is nothing to answer to the error that a clean-up drops, or null. What was
   * written may be lost when its file cannot be closed: that is no mere clean-up, unless
   * another error is on its way out already.
   */
  reasonFor(call: CallExpressionNode, { drop, statement }: Dropped): string | null {
    const { function: called } = call;
    const name = called.kind === "selector_expression" ? called.field.text : called.text;
    if (!this.#globs.some((glob) => glob.test(name))) return null;
    if (drop === "statement" && isOnTheWayOut(statement))
      return `clean-up after a failure: ${name}`;
    const isDeferred = drop === "defer" || isInDeferredFunction(call);
    if (drop.endsWith("blank") && !isDeferred) return null;
    const operand = called.kind === "selector_expression" ? called.operand : null;
    if (operand && this.#isWritten(operand) && !this.#isClosedElsewhere(call, operand))
      return null;
    return `${isDeferred ? "deferred clean-up" : "clean-up"}: ${name}`;
  }

  #isWritten(operand: GoNode): boolean {
    const type = withoutPointer(this.#semantics.typeOf(operand));
    if (type.kind !== "named") return false;
    if (BUFFERED.test(`${type.importPath}.${type.name}`)) return true;
    const opened =
      operand.kind === "identifier" ? initializerOf(operand, this.#semantics) : null;
    if (opened?.kind !== "call_expression") return false;
    const callee = calleeOf(opened, this.#semantics);
    if (callee.kind !== "function" || callee.importPath !== "os") return false;
    const mayBeWritten =
      /^Create(?:Temp)?$/u.test(callee.name) ||
      (callee.name === "OpenFile" && WRITE_FLAGS.test(opened.arguments.text));
    return mayBeWritten && this.#isGivenContent(operand);
  }

  /** False for a file of which only the name or the descriptor is wanted. */
  #isGivenContent(file: GoNode): boolean {
    const symbol = this.#semantics.resolve(file);
    if (symbol === null || symbol.isUniverse) return true;
    return usesOf(symbol, this.#semantics, this.#sourceCode).some(
      ({ parent }) =>
        parent?.kind !== "selector_expression" || !NO_WRITES.test(parent.field.text),
    );
  }

  /** True if the declaration around closes or syncs the same with a look at the error. */
  #isClosedElsewhere(call: CallExpressionNode, operand: GoNode): boolean {
    let around: GoNode = call;
    for (let outer = enclosingFunction(call); outer; outer = enclosingFunction(outer))
      around = outer;
    return this.#sourceCode.tree
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
  const literal = enclosingFunction(call);
  return (
    literal?.kind === "func_literal" &&
    literal.parent?.kind === "call_expression" &&
    literal.parent.parent?.kind === "defer_statement"
  );
}
