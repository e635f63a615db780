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

let ahead: readonly NodeKind[] = [];

/**
 * Has walks over whole trees read the nodes of these kinds on their way, for one who
 * asks for the same list inside one declaration after the other: of what it costs to
 * look through a tree, the nodes that are found are the lesser part.
 */
export function readAhead(kinds: readonly NodeKind[]): void {
  ahead = kinds;
}

/**
 * The syntax of a Go file, which is parsed when something looks into it. Its memory is not
 * the garbage collector's: whoever makes a tree calls `dispose` when the file is done.
 */
export class SyntaxTree {
  readonly text: string;
  #tree: RawTree | undefined;
  readonly #nodes = new Map<number, SyntaxNode>();
  /** What was read ahead, in the order of the text. */
  #ahead: { readonly kinds: readonly NodeKind[]; readonly nodes: RawNode[] } | undefined;
  #disposed = false;

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
    const { raw } = within as unknown as SyntaxNode;
    const found = within === this.root ? this.#scan(raw, kinds) : this.#inside(raw, kinds);
    return found.map((one) => this.node(one)) as Extract<GoNode, { kind: K }>[];
  }

  /** The nodes of the whole tree; those that are to be read ahead are kept. */
  #scan(root: RawNode, kinds: readonly NodeKind[]): RawNode[] {
    // The parser mends errors with nodes of no width, whose place says nothing of what holds them.
    if (ahead.length === 0 || this.#ahead || root.hasError) {
      return descendants(root, kinds);
    }
    const wanted = new Set<string>(kinds);
    const others = new Set<string>(ahead);
    const found: RawNode[] = [];
    const nodes: RawNode[] = [];
    for (const node of descendants(root, [...new Set([...kinds, ...ahead])])) {
      const { type } = node;
      if (wanted.has(type)) found.push(node);
      if (others.has(type)) nodes.push(node);
    }
    this.#ahead = { kinds: ahead, nodes };
    return found;
  }

  #inside(within: RawNode, kinds: readonly NodeKind[]): RawNode[] {
    const nodes = this.#ahead?.kinds === kinds ? this.#ahead.nodes : null;
    return nodes
      ? nodes.slice(firstFrom(within.startIndex, nodes), firstFrom(within.endIndex, nodes))
      : descendants(within, kinds);
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
    return (this.#tree ??= parsed(this.text));
  }

  /** Gives the tree's memory back. Its nodes throw when they are used afterwards. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#nodes.clear();
    this.#tree?.delete();
  }
}

function parsed(text: string): RawTree {
  const parser = theParser();
  const tree = parser.parse(text);
  parser.reset();
  if (!tree) throw new Error("The parser gave no tree: it was cancelled.");
  return tree;
}

/** The index of the first of these nodes, which stand in order, that starts at an offset or later. */
function firstFrom(offset: number, nodes: readonly RawNode[]): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const node = nodes[middle];
    if (node && node.startIndex < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nodes of these kinds in a node, and the node itself. */
function descendants(node: RawNode, kinds: readonly NodeKind[]): RawNode[] {
  const ordinary = kinds.filter((kind) => kind !== "ERROR");
  if (ordinary.length === kinds.length || !node.hasError)
    return node.descendantsOfType(ordinary);
  // It finds nothing at all when error nodes are among what it looks for; queries do.
  const pattern = `[${kinds.map((kind) => `(${kind})`).join(" ")}] @node`;
  return queryFor(pattern)
    .captures(node)
    .map((capture) => capture.node);
}
