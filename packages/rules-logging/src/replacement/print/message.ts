import type { Message } from "../parse/message.ts";
import { compactExpression } from "./compact-expression.ts";

/** Asks for an import, and returns the name of its package in the file. */
export type ImportName = (path: string) => string;

/**
 * Returns a message as a Go expression.
 *
 * @param isAlone True for the only argument of a call.
 */
export function printMessage(
  message: Message,
  importName: ImportName,
  isAlone: boolean,
): string {
  switch (message.kind) {
    case "literal":
      return message.text;
    case "expression":
      return isAlone ? message.node.text : compactExpression(message.node);
    case "formatted": {
      const { function: name, values, only } = message;
      if (name === "Sprintln") {
        return `${importName("strings")}.TrimSuffix(${importName("fmt")}.Sprintln(${values}), "\\n")`;
      }
      const isCompact = name === "Sprint" && only !== null && !isAlone;
      return `${importName("fmt")}.${name}(${isCompact ? compactExpression(only) : values})`;
    }
  }
}
