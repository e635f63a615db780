import { SUPERTYPES } from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";

const TYPE_KINDS = new Set([
  ...(SUPERTYPES["simple_type"] ?? []),
  "parenthesized_type",
  "type_constraint",
  "type_elem",
]);

/** Returns true for a node of a kind that denotes a type. */
export function isTypeExpression({ kind }: GoNode): boolean {
  return TYPE_KINDS.has(kind);
}

/** Returns true for the `f[T]` and the `f` of `f[T](x)`, which the grammar takes for types. */
export function mayBeValue(node: GoNode): boolean {
  const { parent } = node;
  const whole = parent?.kind === "generic_type" && parent.type === node ? parent : node;
  return whole.parent?.kind === "type_conversion_expression";
}

const DECLARATIONS = new Set([
  "parameter_declaration",
  "variadic_parameter_declaration",
  "var_spec",
  "const_spec",
  "short_var_declaration",
  "range_clause",
  "receive_statement",
]);

/** Returns false for a node that certainly declares no value, without reading scopes. */
export function mayDeclare({ kind, parent }: GoNode): boolean {
  if (kind !== "identifier" || !parent) return false;
  const declaration = parent.kind === "expression_list" ? parent.parent : parent;
  return declaration !== null && DECLARATIONS.has(declaration.kind);
}

/**
 * Returns false for labels, and for names after a dot or of a declared field, method or
 * package.
 */
export function isScopeName(node: GoNode): boolean {
  switch (node.kind) {
    case "field_identifier":
    case "label_name":
      return false;
    case "type_identifier":
      return node.parent?.kind !== "qualified_type";
    case "package_identifier":
      return node.parent?.kind !== "package_clause";
    default:
      return true;
  }
}
