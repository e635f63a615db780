import type {
  AssignmentStatementNode,
  RangeClauseNode,
  ReceiveStatementNode,
  ShortVarDeclarationNode,
} from "../../syntax/grammar.generated.ts";
import type { GoNode } from "../../syntax/node.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";

/** A node that gives the names on its left other values: `x, err := f()` some of them. */
export type Assignment =
  AssignmentStatementNode | RangeClauseNode | ReceiveStatementNode | ShortVarDeclarationNode;

/** The nodes that may give the variables of a function other values, by their names. */
export interface Changes {
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** The operands of `&`. */
  readonly addresses: ReadonlyMap<string, readonly GoNode[]>;
}

const ASSIGNMENTS = [
  "assignment_statement",
  "range_clause",
  "receive_statement",
  "short_var_declaration",
] as const;

/** The changes of variables in the functions of a file, which are read once. */
export class VariableChanges {
  readonly #tree: SyntaxTree;
  readonly #changes = new Map<GoNode, Changes>();

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  /** Returns the assignments and addresses in a function, or the file, which is read once. */
  in(scope: GoNode): Changes {
    let changes = this.#changes.get(scope);
    if (!changes) {
      const assignments = new Map<string, Assignment[]>();
      for (const assignment of this.#tree.nodesOfKind(ASSIGNMENTS, scope)) {
        const names = new Set(assignment.left?.namedChildren.map(({ text }) => text));
        for (const name of names) append(assignments, name, assignment);
      }
      const addresses = new Map<string, GoNode[]>();
      for (const { operator, operand } of this.#tree.nodesOfKind(["unary_expression"], scope)) {
        if (operator.text === "&") append(addresses, operand.text, operand);
      }
      this.#changes.set(scope, (changes = { assignments, addresses }));
    }
    return changes;
  }
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
