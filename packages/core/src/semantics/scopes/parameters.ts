import { FIELD } from "../../syntax/grammar.generated.ts";
import type { NodeTable } from "../../syntax/node-table.ts";

/** The name of a parameter or result, by the numbers of nodes. */
export interface ParameterName {
  readonly node: number;
  /** The declaration with its type. */
  readonly declaration: number;
}

/**
 * Returns the names in a parameter list.
 *
 * @param list The number of the list.
 */
export function parameterNames(list: number, table: NodeTable): ParameterName[] {
  return table
    .namedChildren(list)
    .flatMap((declaration) =>
      table.namedChildren(declaration, FIELD.name).map((node) => ({ node, declaration })),
    );
}
