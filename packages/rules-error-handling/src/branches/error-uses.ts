import {
  enclosingFunction,
  refersTo,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
  type IfStatementNode,
  type SemanticModel,
} from "@gopherwood/core";

const LEFT_BY_BREAK: ReadonlySet<string> = new Set([
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
]);

/** Functions that only look whether an error is there, or which. */
const INSPECTS = /^(?:errors\.(?:Is|As)|\w+\.Is\w+)$/u;

/** Finds the uses of an error that an `if` finds not to be nil. */
export class ErrorUses {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
  }

  /** Returns true if the branch uses the error, or the code before or after does. */
  isUsed(error: GoNode, node: IfStatementNode): boolean {
    if (this.#isUsedInBranch(error, node)) return true;
    const symbol = this.#semantics.resolve(error);
    if (symbol === null || symbol.isUniverse) return false;
    return this.#isPassedBefore(symbol, node) || this.#isUsedAfter(symbol, node);
  }

  #isUsedInBranch(error: GoNode, { condition, consequence }: IfStatementNode): boolean {
    return [condition, consequence]
      .flatMap((part) => this.#identifiersIn(part))
      .some((use) => use !== error && use.text === error.text);
  }

  /**
   * Returns true if a call got the error between its assignment and the branch:
   * `s.SetError(err)`.
   */
  #isPassedBefore(symbol: DeclaredSymbol, { parent, range }: IfStatementNode): boolean {
    const before = (parent?.namedChildren ?? []).filter((other) => other.range[1] <= range[0]);
    const uses = before.flatMap((statement) => this.#usesIn(statement, symbol));
    const last = uses.findLastIndex(isTarget);
    return uses
      .slice(last + 1)
      .some(
        ({ parent: list }) =>
          list?.kind === "argument_list" &&
          list.parent?.kind === "call_expression" &&
          !INSPECTS.test(list.parent.function.text),
      );
  }

  /** Returns true if code after the branch, or after the loop that it leaves, uses the error. */
  #isUsedAfter(symbol: DeclaredSymbol, node: IfStatementNode): boolean {
    const around = enclosingFunction(node);
    const next = this.#nextAfter(node);
    if (around === null || next === null) return false;
    return this.#usesIn(around, symbol).some((use) => use.range[0] >= next && !isTarget(use));
  }

  /**
   * Returns the offset where the program goes on after a branch that does nothing or leaves
   * a loop. A loop that tries again ends some time, so `continue` in it leads to its end; in
   * a loop over many things it leads to another error, and the result is null.
   */
  #nextAfter({ consequence, parent, range }: IfStatementNode): number | null {
    const [jump] = this.#sourceCode.tree.nodesOfKind(
      ["break_statement", "continue_statement"],
      consequence,
    );
    if (!jump) return range[1];
    const isContinue = jump.kind === "continue_statement";
    let around = parent;
    while (
      around &&
      (isContinue ? around.kind !== "for_statement" : !LEFT_BY_BREAK.has(around.kind))
    )
      around = around.parent;
    return around && (!isContinue || this.#triesAgain(around)) ? around.range[1] : null;
  }

  /** Returns true for a loop that counts, or waits for a condition. */
  #triesAgain(loop: GoNode): boolean {
    const [clause] = loop.namedChildren;
    if (clause?.kind !== "range_clause") return !/\blen\(/u.test(clause?.text ?? "");
    const type = this.#semantics.typeOf(clause.right);
    return type.kind === "named" && type.importPath === "" && /int/u.test(type.name);
  }

  #usesIn(node: GoNode, symbol: DeclaredSymbol): GoNode[] {
    return this.#identifiersIn(node).filter((use) => refersTo(use, symbol, this.#semantics));
  }

  #identifiersIn(node: GoNode): GoNode[] {
    return this.#sourceCode.tree.nodesOfKind(["identifier"], node);
  }
}

/** Returns true for an identifier that a statement assigns to. */
function isTarget({ parent }: GoNode): boolean {
  const statement = parent?.kind === "expression_list" ? parent.parent : null;
  return (
    (statement?.kind === "assignment_statement" ||
      statement?.kind === "short_var_declaration" ||
      statement?.kind === "receive_statement") &&
    statement.left === parent
  );
}
