import {
  argumentsOf,
  enclosingFunction,
  isCallTo,
  refersTo,
  type CallExpressionNode,
  type DeclaredSymbol,
  type FunctionNode,
  type GoNode,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import { namedErrorOf } from "../branches/returned-error.ts";

/** Says if a deferred function wraps the error that a function returns. */
export type DeferredWrap =
  { readonly kind: "wrapped" } | { readonly kind: "unknown"; readonly reason: string };

/** Finds the deferred functions that wrap errors. */
export class DeferredWraps {
  readonly #semantics: SemanticModel;
  readonly #tree: SyntaxTree;
  readonly #found = new Map<FunctionNode, readonly [GoNode, DeferredWrap][]>();

  constructor(semantics: SemanticModel, tree: SyntaxTree) {
    this.#semantics = semantics;
    this.#tree = tree;
  }

  /** Returns whether a function that is deferred before a return wraps its error; null for no. */
  of(statement: GoNode): DeferredWrap | null {
    const around = enclosingFunction(statement);
    if (!around) return null;
    let found = this.#found.get(around);
    if (!found) this.#found.set(around, (found = this.#find(around)));
    const before = found.filter(([node]) => node.range[1] <= statement.range[0]);
    const wraps = before.map(([, wrap]) => wrap);
    return wraps.find(({ kind }) => kind === "wrapped") ?? wraps[0] ?? null;
  }

  #find(around: FunctionNode): [GoNode, DeferredWrap][] {
    const error = namedErrorOf(around, this.#semantics);
    if (!error) return [];
    return this.#tree
      .nodesOfKind(["defer_statement"], around)
      .filter((node) => enclosingFunction(node) === around)
      .flatMap((node): [GoNode, DeferredWrap][] => {
        if (assignsWrapped(node, error, this.#semantics, this.#tree))
          return [[node, { kind: "wrapped" }]];
        return passesAddress(node, error, this.#semantics, this.#tree)
          ? [[node, { kind: "unknown", reason: `a deferred call gets '&${error.name}'` }]]
          : [];
      });
  }
}

/** Returns true for `err = fmt.Errorf("...: %w", err)`. */
function assignsWrapped(
  node: GoNode,
  error: DeclaredSymbol,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  const isError = (value: GoNode) => refersTo(value, error, semantics);
  const wraps = (call: CallExpressionNode) =>
    !isCallTo(call, "errors.Join", semantics) && argumentsOf(call).some(isError);
  return tree
    .nodesOfKind(["assignment_statement"], node)
    .some(
      ({ left, right }) =>
        left.namedChildren.some(isError) &&
        tree.nodesOfKind(["call_expression"], right).some(wraps),
    );
}

function passesAddress(
  node: GoNode,
  error: DeclaredSymbol,
  semantics: SemanticModel,
  tree: SyntaxTree,
): boolean {
  return tree
    .nodesOfKind(["unary_expression"], node)
    .some(
      ({ operand, operator }) => operator.text === "&" && refersTo(operand, error, semantics),
    );
}
