import type { GoType, SemanticModel } from "@gopherwood/core";

/** Returns true for an interface without methods, and for a type that was not read. */
export function mayBeAny(type: GoType, semantics: SemanticModel): boolean {
  const underlying = semantics.underlyingOf(type);
  switch (underlying.kind) {
    case "named":
      return underlying.importPath !== "" || underlying.name === "any";
    case "interface":
      return underlying.methods.size === 0 && underlying.embedded.length === 0;
    default:
      return underlying.kind === "unknown";
  }
}
