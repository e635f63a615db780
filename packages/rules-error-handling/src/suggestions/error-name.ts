import {
  calledName,
  contains,
  enclosingFunction,
  isErrorType,
  refersTo,
  type CallExpressionNode,
  type DeclaredSymbol,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  usesOf,
  isAssignmentTarget,
} from "@gopherwood/core";
import { leavesUnlessNil } from "../branches/nil-guard.ts";

/** Finds names for the variables of errors that a suggestion checks. */
export class ErrorNames {
  readonly #semantics: SemanticModel;
  readonly #sourceCode: GoSourceCode;

  constructor(semantics: SemanticModel, sourceCode: GoSourceCode) {
    this.#semantics = semantics;
    this.#sourceCode = sourceCode;
  }

  /**
   * Returns a name that a statement of a block can define, so that all later code means the
   * variables that it meant: `err`, or `closeErr` for `Close`. Null if both are taken.
   */
  nameFor(call: CallExpressionNode, statement: GoNode): string | null {
    if (this.#canBeErr(statement)) return "err";
    const name = calledName(call).replace(/^[A-Z]+(?![a-z])|^[A-Z]/u, (start) =>
      start.toLowerCase(),
    );
    return name !== "" && this.#isUnused(`${name}Err`, statement) ? `${name}Err` : null;
  }

  #canBeErr(statement: GoNode): boolean {
    const symbol = this.#semantics.symbolAt("err", statement.range[0]);
    if (symbol === null)
      return !this.#semantics.isDeclaredInFileBlock("err") && !this.#isDefinedAfter(statement);
    if (!isOfScope(symbol, statement)) return !this.#isMeantAfter(symbol, statement);
    return (
      isErrorType(this.#semantics.typeOf(symbol.node)) &&
      (this.#isNilAt(symbol, statement) || !this.#isReadAfter(symbol, statement))
    );
  }

  /** Returns true if a later statement of the block defines `err` there. */
  #isDefinedAfter({ parent, range }: GoNode): boolean {
    const later = (parent?.namedChildren ?? []).filter((next) => next.range[0] > range[0]);
    return later.some((next) => {
      const names =
        next.kind === "short_var_declaration"
          ? next.left.namedChildren
          : this.#namesDeclaredBy(next);
      return names.some(({ text }) => text === "err");
    });
  }

  /** Returns the names of the variables of a `var`, which may be in a group. */
  #namesDeclaredBy(statement: GoNode): readonly GoNode[] {
    return statement.kind === "var_declaration"
      ? this.#sourceCode.tree.nodesOfKind(["var_spec"], statement).flatMap(({ name }) => name)
      : [];
  }

  /** Returns true if the rest of the block means a variable of an outer scope. */
  #isMeantAfter(symbol: DeclaredSymbol, statement: GoNode): boolean {
    const { parent } = statement;
    return (
      this.#isReturnedBare(symbol, statement) ||
      this.#isDefinedAfter(statement) ||
      this.#uses(symbol).some(
        (use) => use.range[0] > statement.range[1] && parent !== null && contains(parent, use),
      )
    );
  }

  /** Returns true if code after a statement, or a closure, may read a variable. */
  #isReadAfter(symbol: DeclaredSymbol, statement: GoNode): boolean {
    const around = enclosingFunction(symbol.node);
    return (
      this.#isReturnedBare(symbol, statement) ||
      this.#uses(symbol).some(
        (use) =>
          !isAssignmentTarget(use) &&
          (use.range[0] > statement.range[1] || enclosingFunction(use) !== around),
      )
    );
  }

  /** Returns true if a `return` without values after a statement returns a named result. */
  #isReturnedBare({ kind }: DeclaredSymbol, statement: GoNode): boolean {
    const around = enclosingFunction(statement);
    return (
      kind === "result" &&
      around !== null &&
      this.#sourceCode.tree
        .nodesOfKind(["return_statement"], around)
        .some((node) => node.range[0] > statement.range[1] && node.namedChildren.length === 0)
    );
  }

  /** Returns true if the last statement before that uses a variable leaves it nil. */
  #isNilAt(symbol: DeclaredSymbol, statement: GoNode): boolean {
    let last: GoNode | null | undefined = this.#uses(symbol).findLast(
      ({ range }) => range[1] <= statement.range[0],
    );
    while (last && last.parent !== statement.parent) last = last.parent;
    if (last) return leavesUnlessNil(last, (node) => refersTo(node, symbol, this.#semantics));
    const { declaration, kind } = symbol;
    return kind === "result" || (declaration.kind === "var_spec" && !declaration.value);
  }

  #uses(symbol: DeclaredSymbol): readonly GoNode[] {
    return usesOf(symbol, this.#semantics, this.#sourceCode);
  }

  #isUnused(name: string, statement: GoNode): boolean {
    const around = enclosingFunction(statement);
    return (
      around !== null &&
      !this.#semantics.isDeclaredInFileBlock(name) &&
      this.#sourceCode.tree
        .nodesOfKind(["identifier"], around)
        .every((identifier) => identifier.text !== name)
    );
  }
}

/** Returns true if a symbol is declared in the very scope of a statement of a block. */
function isOfScope({ declaration, node }: DeclaredSymbol, { parent }: GoNode): boolean {
  if (/parameter_declaration$/u.test(declaration.kind)) {
    const around = enclosingFunction(node);
    return around !== null && around.body === parent?.parent;
  }
  let outer = declaration.parent;
  while (outer?.kind === "var_spec_list" || outer?.kind === "var_declaration")
    outer = outer.parent;
  return outer === parent;
}
