import type { GoNode } from "../syntax/node.ts";

/**
 * Returns the name of the declaration around a node as Go people write it: `Run`,
 * `(*Engine).Run`, `Engine` for a type; the empty string at package level.
 */
export function enclosingSymbol(node: GoNode): string {
  for (let current: GoNode | null = node; current; current = current.parent) {
    if (current.kind === "function_declaration" || current.kind === "type_spec") {
      if (current.parent?.kind === "type_declaration" && !isTopLevel(current.parent)) continue;
      return current.name.text;
    }
    if (current.kind === "method_declaration") {
      const type = current.receiver.namedChildren.find(
        (child) => child.kind === "parameter_declaration",
      )?.type;
      const receiver = type?.text.replace(/\[.*\]$/su, "") ?? "?";
      return `(${receiver}).${current.name.text}`;
    }
  }
  return "";
}

function isTopLevel(node: GoNode): boolean {
  return node.parent?.kind === "source_file";
}
