import type { CompositeLiteralNode, LiteralValueNode } from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import { unknown, withoutPointer, type GoType } from "./go-type.ts";

/**
 * Returns the braces of a composite literal that an identifier is a key in, as `Name` in
 * `User{Name: "x"}`, or null. The key is the name of a field in a struct, and an expression in
 * a map or a slice.
 */
export function literalOfKey(identifier: GoNode): LiteralValueNode | null {
  const element = identifier.parent;
  if (element?.kind !== "literal_element") return null;
  const keyed = element.parent;
  if (keyed?.kind !== "keyed_element" || keyed.key !== element) return null;
  return keyed.parent?.kind === "literal_value" ? keyed.parent : null;
}

/** The part of the enclosing literal that a literal is. */
type Step = "key" | "element";

/**
 * Returns the type of a composite literal by its braces, which may stand without a type inside
 * another literal; of `{...}` in `[]*T{{...}}` it is a pointer.
 *
 * @param readLiteralType Returns the type before the outermost braces.
 * @param underlying Returns the underlying type of a type.
 */
export function typeOfLiteral(
  braces: LiteralValueNode,
  readLiteralType: (literal: CompositeLiteralNode) => GoType,
  underlying: (type: GoType) => GoType,
): GoType {
  const steps: Step[] = [];
  let current: LiteralValueNode = braces;
  for (;;) {
    const owner = current.parent;
    if (owner?.kind === "composite_literal") {
      return descend(readLiteralType(owner), steps.toReversed(), underlying);
    }
    const element = owner?.kind === "literal_element" ? owner.parent : null;
    const isKey = element?.kind === "keyed_element" && element.key === owner;
    const outer = element?.kind === "keyed_element" ? element.parent : element;
    if (outer?.kind !== "literal_value") return unknown("the literal is not in a literal");
    steps.push(isKey ? "key" : "element");
    current = outer;
  }
}

function descend(
  type: GoType,
  steps: readonly Step[],
  underlying: (type: GoType) => GoType,
): GoType {
  let current = type;
  for (const step of steps) {
    const outer = underlying(withoutPointer(current));
    if (outer.kind === "map") current = step === "key" ? outer.key : outer.element;
    else if (outer.kind === "slice" || outer.kind === "array") current = outer.element;
    else return unknown("the type of the enclosing literal is not known");
  }
  return current;
}
