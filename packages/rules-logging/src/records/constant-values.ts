import {
  childrenOf,
  initializerOf,
  usesOf,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
} from "@gopherwood/core";

/** More steps than it takes to the value of a constant. */
const MAX_STEPS = 20;

/** The expressions of one file whose value never varies. */
export class ConstantValues {
  readonly #sourceCode: GoSourceCode;
  readonly #semantics: SemanticModel;

  constructor(sourceCode: GoSourceCode, semantics: SemanticModel) {
    this.#sourceCode = sourceCode;
    this.#semantics = semantics;
  }

  /**
   * Returns true for literals, constants of any package, local variables that keep the
   * constant of their declaration, and operations on these.
   */
  has(node: GoNode, step = 0): boolean {
    if (step > MAX_STEPS) return false;
    switch (node.kind) {
      case "binary_expression":
      case "parenthesized_expression":
        return childrenOf(node).every((operand) => this.has(operand, step + 1));
      case "unary_expression":
        return /^[-+!^]$/u.test(node.operator.text) && this.has(node.operand, step + 1);
      case "selector_expression":
        return this.#semantics.isConstant(node);
      case "identifier":
        return this.#semantics.isConstant(node) || this.#isUnchanged(node, step);
      default:
        return /_literal$/u.test(node.kind) && !/^(?:composite|func)_/u.test(node.kind);
    }
  }

  #isUnchanged(identifier: GoNode, step: number): boolean {
    const symbol = this.#semantics.resolve(identifier);
    const initializer = initializerOf(identifier, this.#semantics);
    if (!symbol || symbol.isUniverse || symbol.packageLevel || !initializer) return false;
    return (
      this.has(initializer, step + 1) &&
      !usesOf(symbol, this.#semantics, this.#sourceCode).some(isChanged)
    );
  }
}

/** Returns true for a variable that is assigned or may be through its address. */
function isChanged({ parent }: GoNode): boolean {
  switch (parent?.kind) {
    case "inc_statement":
    case "dec_statement":
      return true;
    case "unary_expression":
      return parent.operator.text === "&";
    case "expression_list": {
      const statement = parent.parent;
      return statement !== null && "left" in statement && statement.left === parent;
    }
    default:
      return false;
  }
}
