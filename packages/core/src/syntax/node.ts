import type { Node as RawNode } from "web-tree-sitter";
import { FIELD_NAMES, LIST_FIELDS, type NodesByKind } from "./grammar.generated.ts";
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
  readonly #raw: RawNode;
  #range: readonly [number, number] | undefined;
  #parent: GoNode | null | undefined;

  constructor(tree: SyntaxTree, raw: RawNode) {
    this.#tree = tree;
    this.#raw = raw;
    this.kind = raw.type;
  }

  get range(): readonly [number, number] {
    return (this.#range ??= [this.#raw.startIndex, this.#live.endIndex]);
  }

  get loc(): SourceRange {
    const start = this.#raw.startPosition;
    const end = this.#live.endPosition;
    return {
      start: { line: start.row + 1, column: start.column + 1 },
      end: { line: end.row + 1, column: end.column + 1 },
    };
  }

  get text(): string {
    return this.#tree.text.slice(...this.range);
  }

  get parent(): GoNode | null {
    return (this.#parent ??= this.#tree.node(this.#live.parent));
  }

  get namedChildren(): readonly GoNode[] {
    const nodes: GoNode[] = [];
    for (const raw of this.#live.namedChildren) {
      const node = this.#tree.node(raw);
      if (node) nodes.push(node);
    }
    return nodes;
  }

  get isMissing(): boolean {
    return this.#live.isMissing;
  }

  get hasError(): boolean {
    return this.#live.hasError;
  }

  /** The tree-sitter node behind this one, for the tree's own queries. */
  get raw(): RawNode {
    return this.#live;
  }

  /** The tree this node is a place of. */
  get tree(): SyntaxTree {
    return this.#tree;
  }

  get #live(): RawNode {
    if (this.#tree.disposed) {
      throw new Error(
        `This ${this.kind} node belongs to a syntax tree that was freed. ` +
          "Copy what you need of a node before its file is done.",
      );
    }
    return this.#raw;
  }
}

// The grammar's fields become properties. They are functions of this module and not
// methods, because the grammar is free to call a field by any name.
for (const name of FIELD_NAMES) {
  Object.defineProperty(SyntaxNode.prototype, name, {
    get(this: SyntaxNode) {
      return LIST_FIELDS[this.kind]?.includes(name) ? listField(this, name) : field(this, name);
    },
  });
}

function field(node: SyntaxNode, name: string): GoNode | null {
  return node.tree.node(node.raw.childForFieldName(name));
}

function listField(node: SyntaxNode, name: string): readonly GoNode[] {
  const nodes: GoNode[] = [];
  for (const raw of node.raw.childrenForFieldName(name)) {
    if (raw?.isNamed) nodes.push(node.tree.node(raw));
  }
  return nodes;
}
