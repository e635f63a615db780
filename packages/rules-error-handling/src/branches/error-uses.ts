import {
  contains,
  enclosingFunction,
  refersTo,
  statementsOf,
  type DeclaredSymbol,
  type ForStatementNode,
  type FunctionNode,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  isAssignmentTarget,
} from "@gopherwood/core";
import type { ErrorBranch } from "./error-branch.ts";
import { holdsIfSame, isInspection } from "./inspections.ts";
import { namedErrorOf } from "./returned-error.ts";

const LEFT_BY_BREAK: ReadonlySet<string> = new Set([
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
]);

/** Finds the uses of an error that a branch finds not to be nil. */
export class ErrorUses {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
  }

  /** Returns true if the branch uses the error, or the code before or after does. */
  isUsed(branch: ErrorBranch): boolean {
    if (this.#isUsedInBranch(branch)) return true;
    const symbol = this.#semantics.resolve(branch.error);
    if (symbol === null || symbol.isUniverse) return false;
    return (
      this.#isReturnedBare(symbol, branch.body) ||
      this.#isUsedBefore(symbol, branch.statement) ||
      this.#isUsedAfter(symbol, branch)
    );
  }

  /** Returns true for a use but in a condition that only says which error it is not. */
  #isUsedInBranch({ body, condition, error }: ErrorBranch): boolean {
    const parts = contains(body, condition) ? [body] : [condition, body];
    return parts
      .flatMap((part) => this.#identifiersIn(part))
      .some(
        (use) =>
          use.text === error.text &&
          use !== error &&
          holdsIfSame(use, this.#semantics) !== false,
      );
  }

  /** Returns true if the branch returns named results, and the error is one of them. */
  #isReturnedBare(symbol: DeclaredSymbol, body: GoNode): boolean {
    return this.#bareReturnsIn(body).some((statement) => {
      const around = enclosingFunction(statement);
      return around !== null && namedErrorOf(around, this.#semantics) === symbol;
    });
  }

  /**
   * Returns true if a statement between the assignment of the error and the branch sends
   * it, keeps it or passes it to a call: `s.SetError(err)`.
   */
  #isUsedBefore(symbol: DeclaredSymbol, { parent, range }: GoNode): boolean {
    const before = (parent?.namedChildren ?? []).filter((other) => other.range[1] <= range[0]);
    const uses = before.flatMap((statement) =>
      this.#usesIn(statement, symbol).map((use) => ({ statement, use })),
    );
    const last = uses.findLastIndex(({ use }) => isAssignmentTarget(use));
    return uses
      .slice(last + 1)
      .some(
        ({ statement, use }) =>
          isPassed(use, this.#semantics) ||
          /^(?:send|assignment)_statement$|^short_var_declaration$|^var_declaration$/u.test(
            statement.kind,
          ),
      );
  }

  /**
   * Returns true if code after the branch, or after the loop that it leaves, uses the error, or
   * code after the closure that the branch is in.
   */
  #isUsedAfter(symbol: DeclaredSymbol, branch: ErrorBranch): boolean {
    let around = enclosingFunction(branch.statement);
    let next = this.#nextAfter(branch);
    while (around !== null) {
      if (next !== null && this.#isUsedFrom(next, around, symbol)) return true;
      if (symbol.packageLevel || contains(around, symbol.node)) return false;
      next = around.range[1];
      around = enclosingFunction(around);
    }
    return false;
  }

  #isUsedFrom(offset: number, around: FunctionNode, symbol: DeclaredSymbol): boolean {
    return (
      this.#usesIn(around, symbol).some(
        (use) => use.range[0] >= offset && !isAssignmentTarget(use),
      ) ||
      (namedErrorOf(around, this.#semantics) === symbol &&
        this.#bareReturnsIn(around).some((statement) => statement.range[0] >= offset))
    );
  }

  /**
   * Returns the offset where the program goes on after a branch that does nothing or leaves
   * a loop. A loop that tries again ends some time, so `continue` in it leads to its end; in
   * a loop over many things it leads to another error, and the result is null.
   */
  #nextAfter({ body, statement }: ErrorBranch): number | null {
    const [jump] = this.#sourceCode.tree.nodesOfKind(
      ["break_statement", "continue_statement"],
      body,
    );
    if (!jump) return statement.range[1];
    const isContinue = jump.kind === "continue_statement";
    let around: GoNode | null = body;
    while (
      around &&
      (isContinue ? around.kind !== "for_statement" : !LEFT_BY_BREAK.has(around.kind))
    )
      around = around.parent;
    if (around?.kind === "for_statement" && isContinue && !this.#triesAgain(around))
      return null;
    return around?.range[1] ?? null;
  }

  /** Returns true for a loop that counts, waits for a condition, or ends with a success. */
  #triesAgain(loop: ForStatementNode): boolean {
    const last = statementsOf(loop.body).at(-1);
    if (last?.kind === "return_statement" || last?.kind === "break_statement") return true;
    const [clause] = loop.namedChildren;
    if (clause?.kind !== "range_clause") return !/\blen\(/u.test(clause?.text ?? "");
    const type = this.#semantics.typeOf(clause.right);
    return type.kind === "named" && type.importPath === "" && /int/u.test(type.name);
  }

  #bareReturnsIn(node: GoNode): GoNode[] {
    return this.#sourceCode.tree
      .nodesOfKind(["return_statement"], node)
      .filter(({ namedChildren }) => namedChildren.length === 0);
  }

  #usesIn(node: GoNode, symbol: DeclaredSymbol): GoNode[] {
    return this.#identifiersIn(node).filter((use) => refersTo(use, symbol, this.#semantics));
  }

  #identifiersIn(node: GoNode): GoNode[] {
    return this.#sourceCode.tree.nodesOfKind(["identifier"], node);
  }
}

/** Returns true for an argument of a call that may do something with it. */
function isPassed({ parent: list }: GoNode, semantics: SemanticModel): boolean {
  const call = list?.kind === "argument_list" ? list.parent : null;
  return call?.kind === "call_expression" && !isInspection(call, semantics);
}
