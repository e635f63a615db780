import {
  calledName,
  childrenOf,
  enclosingFunction,
  initializerOf,
  isCallTo,
  nameGlob,
  usesOf,
  withoutPointer,
  type CallExpressionNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";
import { outermostFunction } from "../functions.ts";
import { discardedResultOf, type DiscardedResult } from "./discarded-result.ts";

/** Writers whose `Close` writes the rest of their content. */
const BUFFERED = /^(?:archive|compress)\/\w+\.Writer$/u;

const WRITE_FLAGS = /\bO_(?:WRONLY|RDWR|APPEND)\b/u;

/** Methods of a file that write nothing that closing it could lose. */
const NO_WRITES = /^(?:Chmod|Chown|Close|Fd|Name|Read\w*|Seek|Set\w*Deadline|Stat)$/u;

const CLOSES = /^(?:Close|Flush|Sync)$/u;

/** The clean-ups whose error may be discarded. */
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
   * Returns why the error of a clean-up may be discarded, or null. If a written file
   * cannot be closed, its content may be lost: then only another error that is about to be
   * returned is a reason.
   */
  reasonFor(call: CallExpressionNode, { kind, statement }: DiscardedResult): string | null {
    const { function: callee } = call;
    const operand = callee.kind === "selector_expression" ? callee.operand : null;
    const name = calledName(call);
    if (!this.#globs.some((glob) => glob.test(name))) return null;
    if (kind === "statement" && isBeforeErrorReturn(statement))
      return `clean-up after a failure: ${name}`;
    const isDeferred = kind === "defer" || isInDeferredFunction(call);
    if (kind.endsWith("blank") && !isDeferred) return null;
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
    return (
      opened?.kind === "call_expression" &&
      this.#opensToWrite(opened) &&
      this.#mayWriteTo(operand)
    );
  }

  #opensToWrite(call: CallExpressionNode): boolean {
    if (isCallTo(call, ["os.Create", "os.CreateTemp"], this.#semantics)) return true;
    return (
      isCallTo(call, "os.OpenFile", this.#semantics) && WRITE_FLAGS.test(call.arguments.text)
    );
  }

  /** Returns false for a file of which only the name or the descriptor is used. */
  #mayWriteTo(file: GoNode): boolean {
    const symbol = this.#semantics.resolve(file);
    if (symbol === null || symbol.isUniverse) return true;
    return usesOf(symbol, this.#semantics, this.#sourceCode).some(
      ({ parent }) =>
        parent?.kind !== "selector_expression" || !NO_WRITES.test(parent.field.text),
    );
  }

  /** Returns true if the declaration around closes or syncs the same and uses the error. */
  #isClosedElsewhere(call: CallExpressionNode, operand: GoNode): boolean {
    return this.#sourceCode.tree
      .nodesOfKind(["call_expression"], outermostFunction(call) ?? call)
      .some(
        (other) =>
          other.function.kind === "selector_expression" &&
          other.function.operand.text === operand.text &&
          CLOSES.test(other.function.field.text) &&
          discardedResultOf(other) === null,
      );
  }
}

/** Returns true for a statement of a branch that ends with a `return` of something. */
function isBeforeErrorReturn(statement: GoNode): boolean {
  const list = statement.parent;
  const branch = list?.parent?.parent;
  if (list?.kind !== "statement_list" || branch?.kind !== "if_statement") return false;
  const last = childrenOf(list).at(-1);
  if (last?.kind !== "return_statement") return false;
  const error = last.namedChildren[0]?.namedChildren.at(-1);
  return error !== undefined && error.kind !== "nil";
}

/** Returns true in `defer func() { ... }()`. */
function isInDeferredFunction(call: CallExpressionNode): boolean {
  const literal = enclosingFunction(call);
  return (
    literal?.kind === "func_literal" &&
    literal.parent?.kind === "call_expression" &&
    literal.parent.parent?.kind === "defer_statement"
  );
}
