import { childrenOf, type FunctionNode, type GoNode } from "@gopherwood/core";

/** Returns true for a function, a method or a function literal. */
export function isFunction(node: GoNode): node is FunctionNode {
  return (
    node.kind === "function_declaration" ||
    node.kind === "method_declaration" ||
    node.kind === "func_literal"
  );
}

/** Returns a name for each parameter; null for one without a name, and for a variadic one. */
export function parameterNames(list: GoNode): (GoNode | null)[] {
  return childrenOf(list).flatMap((declaration) =>
    declaration.kind === "parameter_declaration" && declaration.name.length > 0
      ? [...declaration.name]
      : [null],
  );
}
