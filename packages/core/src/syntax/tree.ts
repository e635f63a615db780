import type { ErrorNode, SourceFileNode } from "./grammar.generated.ts";
import { genericTypeOf, possibleCalls, withCalls } from "./generic-calls.ts";
import { MISSING, type NodeTable } from "./node-table.ts";
import { numberOf, SyntaxNode, type GoNode, type NodeKind } from "./node.ts";
import type { Caches } from "./owner-cache.ts";
import { parseNodes, parseValidNodes } from "./parse.ts";
import type { Position } from "./position.ts";

/** One visit of a walk over a tree. */
export interface Visit {
  readonly node: GoNode;
  readonly phase: "enter" | "exit";
}

interface Parsed {
  readonly table: NodeTable;
  /** The nodes that were made, by their numbers. */
  readonly nodes: (SyntaxNode | undefined)[];
}

/**
 * Returns a test for the `f[T]` of each `f[T](x)` in a tree: true if it is a type, and no function
 * or value.
 *
 * @param tree A tree in which all of these are conversions.
 */
export type NamesTypeIn = (tree: SyntaxTree) => (type: GoNode) => boolean;

/** Returns the nodes of a text. */
export type Parse = (text: string) => NodeTable;

/** The syntax tree of a Go file, which is parsed on first use. */
export class SyntaxTree {
  readonly text: string;
  readonly caches: Caches = new Map();
  #parsed: Parsed | undefined;
  readonly #namesTypeIn: NamesTypeIn | undefined;
  readonly #parse: Parse;
  #lineStarts: readonly number[] | undefined;

  private constructor(text: string, namesTypeIn?: NamesTypeIn, parse: Parse = parseNodes) {
    this.text = text;
    this.#namesTypeIn = namesTypeIn;
    this.#parse = parse;
  }

  /**
   * Returns the tree of a text. It never fails: text that is not Go becomes error nodes.
   *
   * @param text The text of the file, without a byte order mark.
   * @param namesTypeIn Decides whether `f[T](x)` is a conversion; without it all are.
   * @param parse Parses the text; without it the whole text is parsed.
   */
  static parse(text: string, namesTypeIn?: NamesTypeIn, parse?: Parse): SyntaxTree {
    return new SyntaxTree(text, namesTypeIn, parse);
  }

  /** Returns the tree of a text, or null if it has a syntax error; of prose in no time. */
  static parseValid(text: string): SyntaxTree | null {
    const table = parseValidNodes(text);
    return table && new SyntaxTree(text, undefined, () => table);
  }

  /** The table that the nodes are read from. */
  get table(): NodeTable {
    return this.#content.table;
  }

  /** The whole file. It is an error node when nothing of the text is Go. */
  get root(): SourceFileNode | ErrorNode {
    return this.node(0) as SourceFileNode | ErrorNode;
  }

  /** Returns the node with a number of the table: always the same object. */
  node(number: number): GoNode;
  node(number: number | null): GoNode | null;
  node(number: number | null): GoNode | null {
    if (number === null) return null;
    const node = (this.#content.nodes[number] ??= new SyntaxNode(this, number));
    return node as unknown as GoNode;
  }

  /** Returns the nodes of some kinds, in the order of the text, parents before children. */
  nodesOfKind<K extends NodeKind>(
    kinds: readonly K[],
    within: GoNode = this.root,
  ): Extract<GoNode, { kind: K }>[] {
    const number = numberOf(within);
    return this.table
      .ofKinds(kinds, number, this.table.subtreeEnd(number))
      .map((found) => this.node(found)) as Extract<GoNode, { kind: K }>[];
  }

  /** The error nodes and missing nodes, in the order of the text. */
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

  /** Returns the innermost named node around an offset, in UTF-16 units. */
  nodeAt(offset: number): GoNode {
    return this.node(this.table.at(offset));
  }

  /**
   * Yields every named node, or those of some kinds, in the order of the text, when it is
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

  /**
   * Returns the place of an offset, in UTF-16 units.
   *
   * @throws {RangeError} If it lies outside of the text.
   */
  positionOf(offset: number): Position {
    if (!(offset >= 0 && offset <= this.text.length)) {
      throw new RangeError(`Offset ${offset} is not in a text of length ${this.text.length}.`);
    }
    const starts = this.#starts;
    const line = lastUpTo(offset, starts);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  }

  /**
   * Returns the offset of a place, in UTF-16 units.
   *
   * @throws {RangeError} If the text has no such line or column.
   */
  offsetOf({ line, column }: Position): number {
    const starts = this.#starts;
    const start = starts[line - 1];
    const end = starts[line] ?? this.text.length + 1;
    const offset = (start ?? 0) + column - 1;
    if (start === undefined || column < 1 || offset >= end) {
      throw new RangeError(`The text has no line ${line} with a column ${column}.`);
    }
    return offset;
  }

  get #starts(): readonly number[] {
    return (this.#lineStarts ??= lineStartsOf(this.text));
  }

  /** Returns a table in which conversions to what is no type are calls. */
  #withCalls(table: NodeTable): NodeTable {
    if (!this.#namesTypeIn) return table;
    const conversions = possibleCalls(table);
    if (conversions.length === 0) return table;
    const tree = new SyntaxTree(this.text);
    tree.#parsed = parsed(table);
    const namesType = this.#namesTypeIn(tree);
    const calls = conversions.filter((conversion) => {
      const type = tree.node(genericTypeOf(conversion, table));
      return type !== null && !namesType(type);
    });
    return calls.length === 0 ? table : withCalls(table, this.text, calls);
  }

  /** Frees the nodes and what is cached of them; the text is parsed again if they are asked for. */
  release(): void {
    this.#parsed = undefined;
    this.caches.clear();
  }

  get #content(): Parsed {
    if (!this.#parsed) {
      const table = this.#withCalls(this.#parse(this.text));
      this.#parsed = parsed(table);
    }
    return this.#parsed;
  }
}

function parsed(table: NodeTable): Parsed {
  return { table, nodes: new Array<SyntaxNode | undefined>(table.size) };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** Returns the index of the last number that is not above a limit; the numbers ascend from 0. */
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
