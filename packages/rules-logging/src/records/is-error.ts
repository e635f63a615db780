import { isErrorType, withoutPointer, type GoNode, type SemanticModel } from "@gopherwood/core";

/** Returns true for values that are errors by their type: `error`, or one with its method. */
export function isError(node: GoNode, semantics: SemanticModel): boolean {
  const type = withoutPointer(semantics.typeOf(node));
  return (
    isErrorType(type) || (type.kind === "named" && semantics.ownerOf(type, "Error") !== null)
  );
}
