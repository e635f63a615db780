import { formatType, type GoNames, type GoNode } from "@gopherwood/core";

/**
 * The expression by which a context can be had where a node stands, from the inside out: a
 * variable or parameter of type `context.Context`, or `r.Context()` of a request. Null if
 * there is none.
 *
 * @param isUsable False for a name that is not wanted; it hides others all the same.
 */
export function contextInScope(
  node: GoNode,
  names: GoNames,
  isUsable: (name: GoNode) => boolean,
): string | null {
  const hidden = new Set<string>();
  for (let inner = node; inner.parent; inner = inner.parent) {
    for (const name of declaredBefore(inner, inner.parent).reverse()) {
      const found = hidden.has(name.text) ? null : contextOf(name, names);
      if (found !== null && isUsable(name)) return found;
      hidden.add(name.text);
    }
  }
  return null;
}

/** The names that a construct declares for what stands in it, up to a part of it. */
function declaredBefore(part: GoNode, construct: GoNode): GoNode[] {
  switch (construct.kind) {
    case "statement_list":
      return construct.namedChildren
        .slice(0, construct.namedChildren.indexOf(part))
        .flatMap(declaredNames);
    case "if_statement":
      return construct.initializer && construct.initializer !== part
        ? declaredNames(construct.initializer)
        : [];
    case "for_statement": {
      const [head] = construct.namedChildren;
      return head && head !== part && part === construct.body ? declaredNames(head) : [];
    }
    case "function_declaration":
    case "func_literal":
      return parametersIn(construct.parameters, construct.result);
    case "method_declaration":
      return parametersIn(construct.receiver, construct.parameters, construct.result);
    default:
      return [];
  }
}

function declaredNames(statement: GoNode): GoNode[] {
  switch (statement.kind) {
    case "short_var_declaration":
      return [...statement.left.namedChildren];
    case "range_clause":
      return [...(statement.left?.namedChildren ?? [])];
    case "for_clause":
      return statement.initializer ? declaredNames(statement.initializer) : [];
    case "var_declaration":
    case "const_declaration":
    case "var_spec_list":
      return statement.namedChildren.flatMap(declaredNames);
    case "var_spec":
    case "const_spec":
      return [...statement.name];
    default:
      return [];
  }
}

function parametersIn(...lists: readonly (GoNode | null)[]): GoNode[] {
  return lists.flatMap((list) =>
    (list?.namedChildren ?? []).flatMap((parameter) =>
      parameter.kind === "parameter_declaration" ? [...parameter.name] : [],
    ),
  );
}

function contextOf(name: GoNode, names: GoNames): string | null {
  if (name.text === "_") return null;
  const type = names.typeOf(name);
  if (type.kind === "named" && type.importPath === "context" && type.name === "Context") {
    return name.text;
  }
  return formatType(type) === "*http.Request" ? `${name.text}.Context()` : null;
}
