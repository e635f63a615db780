import { childrenOf, statementsOf, SyntaxTree, type GoNode } from "@gopherwood/core";

/** A piece of Go that stands alone, without a file around it. */
export interface Fragment {
  readonly kind: "expression" | "type" | "statements" | "declaration";
  /** One node, or several statements. */
  readonly nodes: readonly GoNode[];
}

interface Context {
  readonly kind: Fragment["kind"];
  readonly before: string;
  readonly after: string;
  readonly nodesIn: (root: GoNode) => readonly GoNode[];
}

/** The places where Go may stand. A text is what the first one takes it for. */
const CONTEXTS: readonly Context[] = [
  {
    kind: "expression",
    before: "package p\nvar _ = ",
    after: "\n",
    nodesIn: (root) => specsIn(root, "value"),
  },
  {
    kind: "statements",
    before: "package p\nfunc _() {\n",
    after: "\n}\n",
    nodesIn(root) {
      const [, declaration] = childrenOf(root);
      return declaration?.kind === "function_declaration" ? statementsOf(declaration.body) : [];
    },
  },
  {
    kind: "type",
    before: "package p\nvar _ ",
    after: "\n",
    nodesIn: (root) => specsIn(root, "type"),
  },
  {
    kind: "declaration",
    before: "package p\n",
    after: "\n",
    nodesIn: (root) => childrenOf(root).slice(1),
  },
];

/** Returns the expression, type, statements or declaration that a text is, or null. */
export function parseFragment(text: string): Fragment | null {
  const trimmed = text.trim();
  for (const { kind, before, after, nodesIn } of CONTEXTS) {
    const tree = SyntaxTree.parse(`${before}${trimmed}${after}`);
    if (tree.errors.length > 0) continue;
    const nodes = nodesIn(tree.root);
    const [first] = nodes;
    const last = nodes.at(-1);
    const isWhole =
      first?.range[0] === before.length && last?.range[1] === before.length + trimmed.length;
    if (isWhole && (kind === "statements" || nodes.length === 1)) return { kind, nodes };
  }
  return null;
}

/**
 * Returns the offset at which a text stops being Go, in UTF-16 units: the one that the best of all
 * ways to read it comes to.
 */
export function errorOffset(text: string): number {
  const trimmed = text.trim();
  const offsets = CONTEXTS.map(({ before, after }) => {
    const [error] = SyntaxTree.parse(`${before}${trimmed}${after}`).errors;
    return error ? error.range[0] - before.length : 0;
  });
  const furthest = Math.min(Math.max(...offsets, 0), trimmed.length);
  return furthest + text.indexOf(trimmed);
}

function specsIn(root: GoNode, field: "value" | "type"): readonly GoNode[] {
  const [, declaration] = childrenOf(root);
  const spec = declaration?.kind === "var_declaration" ? childrenOf(declaration)[0] : undefined;
  if (spec?.kind !== "var_spec") return [];
  if (field === "type") return spec.type && !spec.value ? [spec.type] : [];
  return spec.value ? childrenOf(spec.value) : [];
}
