import type { SemanticModel } from "../semantics/model/semantic-model.ts";
import type { GoNode } from "../syntax/node.ts";
import type { Branch } from "./blocks.ts";

/** Reads the checks and assignments of one error variable. */
export class ErrorVariable {
  readonly #variable: GoNode;
  readonly #semantics: SemanticModel;

  /** @param variable An identifier that declares the variable or means it. */
  constructor(variable: GoNode, semantics: SemanticModel) {
    this.#variable = variable;
    this.#semantics = semantics;
  }

  /** Returns true for a branch that is taken only if the variable holds an error. */
  impliesError({ condition, outcome }: Branch): boolean {
    if (condition.kind === "call_expression") return outcome && this.#isGiven(condition);
    if (condition.kind !== "binary_expression") return false;
    const { left, operator, right } = condition;
    const isNil = left.kind === "nil" || right.kind === "nil";
    if (!this.#isOf(left) && !this.#isOf(right)) return false;
    return operator.text === (isNil === outcome ? "!=" : "==");
  }

  /** Returns true for a statement that assigns the variable. */
  isReassignedBy(statement: GoNode): boolean {
    switch (statement.kind) {
      case "short_var_declaration":
      case "assignment_statement":
        return statement.left.namedChildren.some((target) => this.#isVariable(target));
      case "range_clause":
      case "receive_statement":
        return statement.left?.namedChildren.some((name) => this.#isVariable(name)) ?? false;
      default:
        return false;
    }
  }

  /** Returns true for the variable, or for a call with it: `client.IgnoreNotFound(err)`. */
  #isOf(node: GoNode): boolean {
    return node.kind === "call_expression" ? this.#isGiven(node) : this.#isVariable(node);
  }

  #isGiven(node: GoNode): boolean {
    return (
      node.kind === "call_expression" &&
      node.arguments.namedChildren.some((argument) => this.#isVariable(argument))
    );
  }

  #isVariable(node: GoNode): boolean {
    if (node.kind !== "identifier" || node.text !== this.#variable.text) return false;
    const symbol = this.#semantics.resolve(this.#variable);
    return symbol !== null && this.#semantics.resolve(node) === symbol;
  }
}
