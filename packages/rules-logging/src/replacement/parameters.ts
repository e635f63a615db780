import type {
  FuncLiteralNode,
  FunctionDeclarationNode,
  GoNode,
  MethodDeclarationNode,
} from "@gopherwood/core";

export type AnyFunction = FunctionDeclarationNode | MethodDeclarationNode | FuncLiteralNode;

export function isFunction(node: GoNode): node is AnyFunction {
  return (
    node.kind === "function_declaration" ||
    node.kind === "method_declaration" ||
    node.kind === "func_literal"
  );
}

/** The names of parameters, one for each; null for one without a name or of any number. */
export function parameterNames(list: GoNode): (GoNode | null)[] {
  return list.namedChildren.flatMap((declaration) => {
    if (declaration.kind === "comment") return [];
    if (declaration.kind !== "parameter_declaration" || declaration.name.length === 0) {
      return [null];
    }
    return [...declaration.name];
  });
}
