import type { ErrorNode, SourceFileNode } from "./grammar.generated.ts";
import { MISSING, type NodeTable } from "./node-table.ts";
import { numberOf, SyntaxNode, type GoNode, type NodeKind } from "./node.ts";
import { parseNodes } from "./start.ts";
import type { Position } from "./types.ts";

/** One visit of a walk over a tree. */
export interface Visit {
  readonly node: GoNode;
  readonly phase: "enter" | "exit";
}

interface Parsed {
  readonly table: NodeTable;
  /** The nodes that were asked for, by their numbers. */
  readonly nodes: (SyntaxNode | undefined)[];
}

/** The syntax of a Go file, which is parsed when something looks into it. */
export class SyntaxTree {
  readonly text: string;
  #parsed: Parsed | undefined;
  #lineStarts: readonly number[] | undefined;

  private constructor(text: string) {
    this.text = text;
  }

  /**
   * The tree of a text. Never fails: what is not Go stands in the tree as error nodes.
   *
   * @param text The file's text, without a byte order mark.
   */
  static parse(text: string): SyntaxTree {
    return new SyntaxTree(text);
  }

  /** What the nodes are read from. */
  get table(): NodeTable {
    return this.#content.table;
  }

  /** The whole file. It is an error node when nothing of the text is Go. */
  get root(): SourceFileNode | ErrorNode {
    return this.node(0) as SourceFileNode | ErrorNode;
  }

  /** The node with a number of the table: always the same object. */
  node(number: number): GoNode;
  node(number: number | null): GoNode | null;
  node(number: number | null): GoNode | null {
    if (number === null) return null;
    const node = (this.#content.nodes[number] ??= new SyntaxNode(this, number));
    return node as unknown as GoNode;
  }

  /** The nodes of these kinds, in the order of the text, outer before inner. */
  nodesOfKind<K extends NodeKind>(
    kinds: readonly K[],
    within: GoNode = this.root,
  ): Extract<GoNode, { kind: K }>[] {
    const number = numberOf(within);
    return this.table
      .ofKinds(kinds, number, this.table.subtreeEnd(number))
      .map((found) => this.node(found)) as Extract<GoNode, { kind: K }>[];
  }

  /** What is no Go: error nodes and nodes that are missing, in the order of the text. */
  get errors(): GoNode[] {
    const { table } = this;
    const errors: GoNode[] = [];
    for (let number = 0; number < table.size; number += 1) {
      if (table.has(number, MISSING) || table.kindOf(number) === "ERROR") {
        errors.push(this.node(number));
      }
    }
    return errors;
  }

  /** The innermost named node that holds an offset, in UTF-16 units. */
  nodeAt(offset: number): GoNode {
    return this.node(this.table.at(offset));
  }

  /**
   * Every named node, or those of some kinds, in the order of the text, when it is
   * entered and when it is left.
   */
  *walk(kinds?: readonly NodeKind[]): Generator<Visit> {
    const { table } = this;
    const open: number[] = [];
    for (const number of kinds ? table.ofKinds(kinds, 0, table.size) : table.named()) {
      for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
        if (number < table.subtreeEnd(last)) break;
        open.pop();
        yield { node: this.node(last), phase: "exit" };
      }
      yield { node: this.node(number), phase: "enter" };
      open.push(number);
    }
    for (const last of open.reverse()) yield { node: this.node(last), phase: "exit" };
  }

  /** The place of an offset, in UTF-16 units. */
  positionOf(offset: number): Position {
    this.#lineStarts ??= lineStartsOf(this.text);
    const line = lastUpTo(offset, this.#lineStarts);
    return { line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1 };
  }

  get #content(): Parsed {
    if (!this.#parsed) {
      const table = parseNodes(this.text);
      this.#parsed = { table, nodes: new Array<SyntaxNode | undefined>(table.size) };
    }
    return this.#parsed;
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** The index of the last of these numbers, which ascend from 0, that is not above a limit. */
function lastUpTo(limit: number, numbers: readonly number[]): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
