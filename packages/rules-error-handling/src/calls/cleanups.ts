import {
  argumentsOf,
  calledName,
  enclosingFunction,
  isCallTo,
  nameGlob,
  withoutPointer,
  type CallExpressionNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  usesOf,
} from "@gopherwood/core";
import { outermostFunction } from "../functions.ts";
import { isBeforeFailure } from "../branches/failures.ts";
import { assignedValues } from "./assigned-values.ts";
import { discardedResultOf, type DiscardedResult } from "./discarded-result.ts";

/** Writers whose `Close` writes the rest of their content. */
const BUFFERED = /^(?:archive|compress)\/\w+\.Writer$/u;

const CREATES = ["os.Create", "os.CreateTemp", "os.Root.Create"];

const OPENS = ["os.OpenFile", "os.Root.OpenFile"];

/** As far as the flags of an opened file are followed through names. */
const MAX_DEPTH = 2;

/** A file that keeps nothing of what is written. */
const DEVICE = /^["`]\/dev\//u;

const WRITE_FLAGS = /\bO_(?:WRONLY|RDWR|APPEND)\b/u;

/** Methods of a file that write nothing that closing it could lose. */
const NO_WRITES = /^(?:Chmod|Chown|Close|Fd|Name|Read(?!From)\w*|Seek|Set\w*Deadline|Stat)$/u;

const CLOSES = /^(?:Close|Flush|Sync)$/u;

/** The clean-ups whose error may be discarded. */
export class Cleanups {
  readonly #globs: readonly string[];
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;

  /** @param globs Names of functions and methods, with `*`. */
  constructor(globs: readonly string[], semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#globs = globs;
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
    if (!this.#globs.some((glob) => nameGlob(glob).test(name))) return null;
    if (kind === "statement" && isBeforeFailure(statement, this.#semantics))
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
    return (
      assignedValues(operand, this.#semantics, this.#sourceCode.tree).some(
        (value) => value.kind === "call_expression" && this.#opensToWrite(value),
      ) && this.#mayWriteTo(operand)
    );
  }

  #opensToWrite(call: CallExpressionNode): boolean {
    if (isCallTo(call, CREATES, this.#semantics)) return true;
    const [path, flags] = argumentsOf(call);
    return (
      flags !== undefined &&
      !DEVICE.test(path?.text ?? "") &&
      isCallTo(call, OPENS, this.#semantics) &&
      this.#areToWrite(flags)
    );
  }

  /** Returns true for flags of a file to write; constants and variables are looked up. */
  #areToWrite(flags: GoNode, depth = MAX_DEPTH): boolean {
    const { tree } = this.#sourceCode;
    return (
      WRITE_FLAGS.test(flags.text) ||
      (depth > 0 &&
        tree
          .nodesOfKind(["identifier"], flags)
          .flatMap((name) => [
            ...constantValues(name, this.#semantics),
            ...assignedValues(name, this.#semantics, tree),
          ])
          .some((value) => this.#areToWrite(value, depth - 1)))
    );
  }

  /** Returns false for a file of which only the name or the descriptor is used. */
  #mayWriteTo(file: GoNode): boolean {
    const symbol = file.kind === "identifier" ? this.#semantics.resolve(file) : null;
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

/** Returns the value of a constant of the file, or none. */
function constantValues(name: GoNode, semantics: SemanticModel): GoNode[] {
  const symbol = semantics.resolve(name);
  if (symbol === null || symbol.isUniverse || symbol.declaration.kind !== "const_spec")
    return [];
  const { declaration, node } = symbol;
  const value = declaration.value?.namedChildren[declaration.name.findIndex((n) => n === node)];
  return value ? [value] : [];
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
