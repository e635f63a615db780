import { FIELD } from "../../syntax/grammar.generated.ts";
import type { NodeTable } from "../../syntax/node-table.ts";

/** The name of a parameter or result, by the numbers of nodes. */
export interface ParameterName {
  readonly node: number;
  /** The declaration with its type. */
  readonly declaration: number;
}

/**
 * Returns the names in a parameter list as Go reads it: either all parameters have names or
 * none. The parser does not decide that for the first of ten names or more (`a, b, ... any`)
 * and takes them for types; they are names of the type that follows.
 *
 * @param list The number of the list.
 */
export function parameterNames(list: number, table: NodeTable): ParameterName[] {
  const found: ParameterName[] = [];
  const waiting: number[] = [];
  for (const declaration of table.namedChildren(list)) {
    const names = table.namedChildren(declaration, FIELD.name);
    if (names.length === 0) {
      const type = table.inField(declaration, FIELD.type);
      if (type !== null) waiting.push(type);
      continue;
    }
    waiting.push(...names);
    for (const node of waiting) found.push({ node, declaration });
    waiting.length = 0;
  }
  return found;
}
