import { childrenOf, statementsOf, SyntaxTree, type GoNode } from "@gopherwood/core";

/** A piece of Go that stands alone, without a file around it. */
export interface Fragment {
  readonly kind: "expression" | "type" | "statements" | "declaration";
  /** One node, or several statements. */
  readonly nodes: readonly GoNode[];
  /**
   * The other readings of the text: `*T` and `List[int]` are types as well, where a type stands,
   * and `f[T](x)` is a call if `f` is a function.
   */
  readonly others: readonly (readonly GoNode[])[];
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
  const [found, ...others] = CONTEXTS.flatMap((context) => readings(trimmed, context));
  if (!found) return null;
  const { kind } = found;
  return {
    ...found,
    others: others
      .filter(
        (other) => other.kind === kind || (kind === "expression" && isOtherType(other.nodes)),
      )
      .map(({ nodes }) => nodes),
  };
}

/** Returns what a text may be in a place; nothing if it cannot stand there. */
function readings(text: string, { kind, before, after, nodesIn }: Context) {
  const ways = /\]\s*\(/u.test(text) ? [allAreTypes, noneIsType] : [allAreTypes];
  return ways.flatMap((namesTypeIn) => {
    const tree = SyntaxTree.parse(`${before}${text}${after}`, namesTypeIn);
    if (tree.errors.length > 0) return [];
    const nodes = nodesIn(tree.root);
    const isWhole =
      nodes[0]?.range[0] === before.length &&
      nodes.at(-1)?.range[1] === before.length + text.length;
    return isWhole && (kind === "statements" || nodes.length === 1) ? [{ kind, nodes }] : [];
  });
}

const allAreTypes = () => () => true;
const noneIsType = () => () => false;

/** Returns true for a type that is no name: a name is matched wherever it stands. */
function isOtherType([node]: readonly GoNode[]): boolean {
  return node?.kind === "pointer_type" || node?.kind === "generic_type";
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
