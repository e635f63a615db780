import { FIELD_NAMES } from "./grammar.generated.ts";
import type { FieldName } from "./grammar-tables.ts";
import type { GoNode, SyntaxNode } from "./node.ts";

/** A child of a node with its field. */
export interface ChildInField {
  /** The field of the parent that the child is in; null for a child in no field. */
  readonly field: FieldName | null;
  readonly node: GoNode;
}

/**
 * Returns the children of a node with their fields, in the order of the text: all named ones,
 * and tokens that are in a field, such as operators.
 */
export function childrenInFields(node: GoNode): ChildInField[] {
  const { tree, number } = node as unknown as SyntaxNode;
  return tree.table.children(number).map((child) => ({
    field: FIELD_NAMES[tree.table.fieldOf(child) - 1] ?? null,
    node: tree.node(child),
  }));
}
