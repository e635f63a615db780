import type { MethodDeclarationNode } from "../syntax/grammar.generated.ts";
import type { GoNode } from "../syntax/node.ts";

/**
 * Returns the name of the declaration around a node as Go people write it: `Run`,
 * `(*Engine).Run`, `Engine` for a type; the empty string at package level.
 */
export function enclosingSymbol(node: GoNode): string {
  for (let current: GoNode | null = node; current; current = current.parent) {
    switch (current.kind) {
      case "function_declaration":
        return current.name.text;
      case "method_declaration":
        return `(${receiverOf(current)}).${current.name.text}`;
      case "type_spec":
      case "type_alias":
        if (current.parent?.parent?.kind === "source_file") return current.name.text;
    }
  }
  return "";
}

/** Returns the type of a receiver without its type parameters; `?` where it cannot be read. */
function receiverOf({ receiver }: MethodDeclarationNode): string {
  const parameter = receiver.namedChildren.find(
    (child) => child.kind === "parameter_declaration",
  );
  return parameter?.type.text.replace(/\[.*\]$/su, "") ?? "?";
}
