import { childrenOf, statementsOf, SyntaxTree, type GoNode } from "@gopherwood/core";

/** A piece of Go that stands alone, without a file around it. */
export interface Fragment {
  readonly kind: "expression" | "type" | "statements" | "declaration";
  /** One node, or several statements. */
  readonly nodes: readonly GoNode[];
  /** The type that an expression is where a type stands: `*T`, `List[int]`; else null. */
  readonly type: GoNode | null;
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
  const readings = CONTEXTS.map(({ kind, ...context }) => ({
    kind,
    nodes: parseIn(context, text.trim()),
  }));
  const found = readings.find(
    ({ kind, nodes: { length } }) => length === 1 || (length > 1 && kind === "statements"),
  );
  if (!found) return null;
  const [type = null] = readings.find(({ kind }) => kind === "type")?.nodes ?? [];
  return { ...found, type: found.kind === "expression" ? type : null };
}

/** Returns the nodes that a text is in a place; none if it cannot stand there. */
function parseIn(
  { before, after, nodesIn }: Omit<Context, "kind">,
  text: string,
): readonly GoNode[] {
  const tree = SyntaxTree.parse(`${before}${text}${after}`);
  if (tree.errors.length > 0) return [];
  const nodes = nodesIn(tree.root);
  const isWhole =
    nodes[0]?.range[0] === before.length &&
    nodes.at(-1)?.range[1] === before.length + text.length;
  return isWhole ? nodes : [];
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
