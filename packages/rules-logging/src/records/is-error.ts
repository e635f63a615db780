import type { GoNode, SemanticModel } from "@gopherwood/core";

/** Returns true for values that are errors by their type: `error`, or one with its method. */
export function isError(node: GoNode, semantics: SemanticModel): boolean {
  return semantics.implementsError(semantics.typeOf(node)) === true;
}
