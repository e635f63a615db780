import {
  FIELD,
  FIELD_NAMES,
  LIST_FIELDS,
  type GoNode,
  type SyntaxNodeBase,
} from "./grammar.generated.ts";
import { HAS_ERROR, MISSING, type NodeTable } from "./node-table.ts";
import type { Position, SourceRange } from "./position.ts";

export type { GoNode, NodeKind } from "./grammar.generated.ts";

/** The tree that a node belongs to, as far as the node reads it. */
interface NodeOwner {
  readonly text: string;
  readonly table: NodeTable;
  /** Returns the node with a number of the table. */
  node(number: number): GoNode;
  node(number: number | null): GoNode | null;
  /** Returns the place of an offset, in UTF-16 units. */
  positionOf(offset: number): Position;
}

/**
 * The class of all nodes. Its tree makes each node when it is first asked for and keeps
 * it, so that the same place in a tree is always the same object.
 */
export class SyntaxNode implements SyntaxNodeBase {
  readonly #kind: string;
  readonly #tree: NodeOwner;
  readonly #number: number;
  #range: readonly [number, number] | undefined;

  constructor(tree: NodeOwner, number: number) {
    this.#tree = tree;
    this.#number = number;
    this.#kind = tree.table.kindOf(number);
  }

  get kind(): string {
    return this.#kind;
  }

  /** The tree that the node belongs to. */
  get tree(): NodeOwner {
    return this.#tree;
  }

  /** The number of the node in the table of its tree. */
  get number(): number {
    return this.#number;
  }

  get range(): readonly [number, number] {
    const { table } = this.#tree;
    // Frozen, since all rules have the same node.
    return (this.#range ??= Object.freeze([
      table.startOf(this.#number),
      table.endOf(this.#number),
    ] as const));
  }

  get loc(): SourceRange {
    const [start, end] = this.range;
    return { start: this.#tree.positionOf(start), end: this.#tree.positionOf(end) };
  }

  get text(): string {
    const { table, text } = this.#tree;
    return text.slice(table.startOf(this.#number), table.endOf(this.#number));
  }

  get parent(): GoNode | null {
    return this.#tree.node(this.#tree.table.parentOf(this.#number));
  }

  get namedChildren(): readonly GoNode[] {
    const tree = this.#tree;
    return tree.table.namedChildren(this.#number).map((child) => tree.node(child));
  }

  get isMissing(): boolean {
    return this.#tree.table.has(this.#number, MISSING);
  }

  get hasError(): boolean {
    return this.#tree.table.has(this.#number, HAS_ERROR);
  }
}

/** Returns the number of a node in the table of its tree. */
export function numberOf(node: GoNode): number {
  return (node as unknown as SyntaxNode).number;
}

// The grammar's fields become properties. They are functions of this module and not
// methods, because the grammar is free to call a field by any name.
for (const name of FIELD_NAMES) {
  const number = FIELD[name];
  const lists = new Set(
    Object.keys(LIST_FIELDS).filter((kind) => LIST_FIELDS[kind]?.includes(name)),
  );
  Object.defineProperty(SyntaxNode.prototype, name, {
    get:
      lists.size === 0
        ? function (this: SyntaxNode) {
            return field(this, number);
          }
        : function (this: SyntaxNode) {
            return lists.has(this.kind) ? listField(this, number) : field(this, number);
          },
  });
}

function field({ tree, number }: SyntaxNode, wanted: number): GoNode | null {
  return tree.node(tree.table.inField(number, wanted));
}

function listField({ tree, number }: SyntaxNode, wanted: number): readonly GoNode[] {
  return tree.table.namedChildren(number, wanted).map((child) => tree.node(child));
}
