import {
  enclosingFunction,
  type DeclaredSymbol,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
  type IfStatementNode,
} from "@gopherwood/core";

const LEFT_BY_BREAK: ReadonlySet<string> = new Set([
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
]);

/** What only looks whether an error is there, or which. */
const ASKS = /^(?:errors\.(?:Is|As)|\w+\.Is\w+)$/u;

/** Finds out what is done with an error that an `if` finds to be there. */
export class ErrorUses {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
  }

  /** True if the branch does something with it, or what comes before or after does. */
  isUsed(error: GoNode, node: IfStatementNode): boolean {
    if (this.#isInBranch(error, node)) return true;
    const symbol = this.#semantics.resolve(error);
    if (symbol === null || symbol.isUniverse) return false;
    return this.#isHandedOnBefore(symbol, node) || this.#isUsedAfter(symbol, node);
  }

  #isInBranch(error: GoNode, { condition, consequence }: IfStatementNode): boolean {
    return [condition, consequence]
      .flatMap((part) => this.#identifiersIn(part))
      .some((use) => use !== error && use.text === error.text);
  }

  /** True if it was given to a call after it was made: `s.SetError(err)`. */
  #isHandedOnBefore(symbol: DeclaredSymbol, { parent, range }: IfStatementNode): boolean {
    const before = (parent?.namedChildren ?? []).filter((other) => other.range[1] <= range[0]);
    const uses = before.flatMap((statement) => this.#usesIn(statement, symbol));
    const last = uses.findLastIndex(isTarget);
    return uses
      .slice(last + 1)
      .some(
        ({ parent: list }) =>
          list?.kind === "argument_list" &&
          list.parent?.kind === "call_expression" &&
          !ASKS.test(list.parent.function.text),
      );
  }

  /** True if what comes after the branch, or after the loop that it leaves, looks at it. */
  #isUsedAfter(symbol: DeclaredSymbol, node: IfStatementNode): boolean {
    const around = enclosingFunction(node);
    const end = this.#endOfWay(node);
    if (around === null || end === null) return false;
    return this.#usesIn(around, symbol).some((use) => use.range[0] >= end && !isTarget(use));
  }

  /**
   * Where it goes on after a branch that does nothing or leaves a loop. `continue` leaves one
   * that tries again in the end; of one over many things it is null: the next one has its own.
   */
  #endOfWay({ consequence, parent, range }: IfStatementNode): number | null {
    const [jump] = this.#sourceCode.tree.nodesOfKind(
      ["break_statement", "continue_statement"],
      consequence,
    );
    if (!jump) return range[1];
    const isContinue = jump.kind === "continue_statement";
    let left = parent;
    while (left && (isContinue ? left.kind !== "for_statement" : !LEFT_BY_BREAK.has(left.kind)))
      left = left.parent;
    return left && (!isContinue || this.#triesAgain(left)) ? left.range[1] : null;
  }

  /** True for a loop that counts, or waits for a condition. */
  #triesAgain(loop: GoNode): boolean {
    const [clause] = loop.namedChildren;
    if (clause?.kind !== "range_clause") return !/\blen\(/u.test(clause?.text ?? "");
    const type = this.#semantics.typeOf(clause.right);
    return type.kind === "named" && type.importPath === "" && /int/u.test(type.name);
  }

  #usesIn(node: GoNode, symbol: DeclaredSymbol): GoNode[] {
    return this.#identifiersIn(node).filter(
      (use) => use.text === symbol.name && this.#semantics.resolve(use) === symbol,
    );
  }

  #identifiersIn(node: GoNode): GoNode[] {
    return this.#sourceCode.tree.nodesOfKind(["identifier"], node);
  }
}

/** True for what is given a value. */
function isTarget({ parent }: GoNode): boolean {
  const statement = parent?.kind === "expression_list" ? parent.parent : null;
  return (
    (statement?.kind === "assignment_statement" ||
      statement?.kind === "short_var_declaration" ||
      statement?.kind === "receive_statement") &&
    statement.left === parent
  );
}
