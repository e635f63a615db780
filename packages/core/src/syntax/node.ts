import { FIELD } from "./grammar-tables.ts";
import { FIELD_NAMES, LIST_FIELDS, type NodesByKind } from "./grammar.generated.ts";
import { HAS_ERROR, MISSING } from "./node-table.ts";
import type { SyntaxTree } from "./tree.ts";
import type { SourceRange, SyntaxNodeBase } from "./types.ts";

/** Every node kind that the grammar names; a misspelt one does not compile. */
export type NodeKind = keyof NodesByKind;

/** A named node of a Go syntax tree: narrow it by its `kind`. */
export type GoNode = NodesByKind[NodeKind];

/**
 * The one class behind every node type. Made on demand and kept by its tree, so
 * that the same place in a tree is always the same object.
 */
export class SyntaxNode implements SyntaxNodeBase {
  readonly kind: string;
  readonly #tree: SyntaxTree;
  readonly #number: number;
  #range: readonly [number, number] | undefined;

  constructor(tree: SyntaxTree, number: number) {
    this.#tree = tree;
    this.#number = number;
    this.kind = tree.table.kindOf(number);
  }

  /** The tree this node is a place of. */
  get tree(): SyntaxTree {
    return this.#tree;
  }

  /** Its number in the tree's table. */
  get number(): number {
    return this.#number;
  }

  get range(): readonly [number, number] {
    const { table } = this.#tree;
    return (this.#range ??= [table.startOf(this.#number), table.endOf(this.#number)]);
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

/** The number of a node in its tree's table. */
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
