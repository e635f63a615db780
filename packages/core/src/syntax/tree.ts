import type { Node as RawNode, Tree as RawTree } from "web-tree-sitter";
import type { ErrorNode, SourceFileNode } from "./grammar.generated.ts";
import { SyntaxNode, type GoNode, type NodeKind } from "./node.ts";
import { queryFor, theParser } from "./start.ts";

/** One visit of a walk over a tree. */
export interface Visit {
  readonly node: GoNode;
  readonly phase: "enter" | "exit";
}

/** A node that a query captured, and the name it was captured by. */
export interface Capture {
  readonly name: string;
  readonly node: GoNode;
}

/**
 * A parsed Go file. Its memory is not the garbage collector's: whoever parses
 * calls `dispose` when the file is done.
 */
export class SyntaxTree {
  readonly text: string;
  readonly #tree: RawTree;
  readonly #nodes = new Map<number, SyntaxNode>();
  #disposed = false;

  private constructor(text: string, tree: RawTree) {
    this.text = text;
    this.#tree = tree;
  }

  /**
   * Parses Go. Never fails: what is not Go stands in the tree as error nodes.
   *
   * @param text The file's text, without a byte order mark.
   */
  static parse(text: string): SyntaxTree {
    const parser = theParser();
    const tree = parser.parse(text);
    parser.reset();
    if (!tree) throw new Error("The parser gave no tree: it was cancelled.");
    return new SyntaxTree(text, tree);
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** The whole file. It is an error node when nothing of the text is Go. */
  get root(): SourceFileNode | ErrorNode {
    return this.node(this.#live.rootNode) as SourceFileNode | ErrorNode;
  }

  /** The node object for a tree-sitter node: always the same one for the same place. */
  node(raw: RawNode): GoNode;
  node(raw: RawNode | null): GoNode | null;
  node(raw: RawNode | null): GoNode | null {
    if (!raw) return null;
    let node = this.#nodes.get(raw.id);
    if (!node) {
      node = new SyntaxNode(this, raw);
      this.#nodes.set(raw.id, node);
    }
    return node as unknown as GoNode;
  }

  /** The nodes of these kinds, in the order of the text, outer before inner. */
  nodesOfKind<K extends NodeKind>(
    kinds: readonly K[],
    within: GoNode = this.root,
  ): Extract<GoNode, { kind: K }>[] {
    const pattern = `[${kinds.map((kind) => `(${kind})`).join(" ")}] @node`;
    return this.captures(pattern, within).map(({ node }) => node) as Extract<
      GoNode,
      { kind: K }
    >[];
  }

  /** The innermost named node that holds an offset, in UTF-16 units. */
  nodeAt(offset: number): GoNode {
    const { raw } = this.root as unknown as SyntaxNode;
    return this.node(raw.namedDescendantForIndex(offset)) ?? this.root;
  }

  /** What a tree-sitter query captures, in the order of the text. */
  captures(pattern: string, within: GoNode = this.root): Capture[] {
    const { raw } = within as unknown as SyntaxNode;
    return queryFor(pattern)
      .captures(raw)
      .map(({ name, node }) => ({ name, node: this.node(node) }));
  }

  /** Every named node, in the order of the text, when it is entered and when it is left. */
  *walk(): Generator<Visit> {
    const cursor = this.#live.walk();
    const open: (GoNode | null)[] = [];
    try {
      for (;;) {
        const node = cursor.nodeIsNamed ? this.node(cursor.currentNode) : null;
        if (node) yield { node, phase: "enter" };
        open.push(node);
        if (cursor.gotoFirstChild()) continue;
        for (;;) {
          const left = open.pop();
          if (left) yield { node: left, phase: "exit" };
          if (cursor.gotoNextSibling()) break;
          if (!cursor.gotoParent()) return;
        }
      }
    } finally {
      cursor.delete();
    }
  }

  get #live(): RawTree {
    if (this.#disposed) throw new Error("This syntax tree was freed: its file is done.");
    return this.#tree;
  }

  /** Gives the tree's memory back. Its nodes throw when they are used afterwards. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#nodes.clear();
    this.#tree.delete();
  }
}
