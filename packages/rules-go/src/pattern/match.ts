import {
  childrenOf,
  functionNamed,
  isUniverseName,
  unquote,
  type GoNode,
  type NodeKind,
  type SemanticModel,
  type SyntaxTree,
} from "@gopherwood/core";
import type { GoPattern } from "./go-pattern.ts";

/** The nodes that stand in the holes of a pattern, by the names of the holes. */
export type Bindings = ReadonlyMap<string, readonly GoNode[]>;

/** A place that matches a pattern. */
export interface PatternMatch {
  /** One node, or statements that follow each other. */
  readonly nodes: readonly GoNode[];
  readonly bindings: Bindings;
  /** The import paths of the packages in the pattern, by their names there. */
  readonly packages: ReadonlyMap<string, string>;
}

/** The kinds of nodes that are lists, and may be of one element. */
const LISTS: ReadonlySet<string> = new Set(["expression_list", "statement_list"]);

/** The names that the grammar has kinds for by their places. */
const NAMES = /^(?:type_|field_|package_)?identifier$/u;

const EXACT = /identifier$|_literal$|_content$|^escape_sequence$|^label_name$/u;

/** Returns the match of a pattern's node at a node, or null. */
function matchNode(
  pattern: GoPattern,
  wanted: GoNode,
  node: GoNode,
  semantics: SemanticModel,
): PatternMatch | null {
  const matcher = new Matcher(pattern, semantics);
  return matcher.matches(wanted, node) ? matcher.result([node]) : null;
}

/** Returns the matches of a pattern of several statements in a list of statements. */
function matchStatements(
  pattern: GoPattern,
  wanted: readonly GoNode[],
  statements: readonly GoNode[],
  semantics: SemanticModel,
): PatternMatch[] {
  const matches: PatternMatch[] = [];
  let start = 0;
  while (start < statements.length) {
    const rest = statements.slice(start);
    const matcher = new Matcher(pattern, semantics);
    const length = matcher.matchList(wanted, rest, true);
    if (length !== null) matches.push(matcher.result(rest.slice(0, length)));
    start += Math.max(length ?? 1, 1);
  }
  return matches;
}

class Matcher {
  readonly #pattern: GoPattern;
  readonly #semantics: SemanticModel;
  #bindings = new Map<string, readonly GoNode[]>();
  readonly #packages = new Map<string, string>();

  constructor(pattern: GoPattern, semantics: SemanticModel) {
    this.#pattern = pattern;
    this.#semantics = semantics;
  }

  result(nodes: readonly GoNode[]): PatternMatch {
    return { nodes, bindings: this.#bindings, packages: this.#packages };
  }

  matches(wanted: GoNode, node: GoNode): boolean {
    const hole = this.#pattern.holeAt(wanted);
    if (hole) return this.#bind(hole.name, listed(node, hole.isList));
    if (node.kind === "parenthesized_expression" && wanted.kind !== node.kind) {
      const [inner] = childrenOf(node);
      return inner !== undefined && this.matches(wanted, inner);
    }
    const packageName = this.#pattern.packageAt(wanted);
    if (packageName !== null) return this.#matchesPackageName(packageName, wanted, node);
    if (isString(wanted) && isString(node)) return unquote(wanted.text) === unquote(node.text);
    if (wanted.kind !== node.kind && !(NAMES.test(wanted.kind) && NAMES.test(node.kind)))
      return false;
    const parts = childrenOf(wanted);
    const found = childrenOf(node);
    if (parts.length === 0 && found.length === 0) return this.#matchesLeaf(wanted, node);
    return tokensOf(wanted) === tokensOf(node) && this.matchList(parts, found, false) !== null;
  }

  /**
   * Returns the number of nodes, from the first on, that match a list; null if they do not.
   *
   * @param isPrefix True if other nodes may follow.
   */
  matchList(
    wanted: readonly GoNode[],
    nodes: readonly GoNode[],
    isPrefix: boolean,
  ): number | null {
    const [first, ...rest] = wanted;
    if (!first) return isPrefix || nodes.length === 0 ? 0 : null;
    const hole = this.#pattern.holeAt(first);
    const [shortest, longest] = hole?.isList
      ? [0, nodes.length]
      : [1, Math.min(1, nodes.length)];
    for (let length = longest; length >= shortest; length -= 1) {
      const before = new Map(this.#bindings);
      if (this.#matchesFirst(first, nodes.slice(0, length))) {
        const others = this.matchList(rest, nodes.slice(length), isPrefix);
        if (others !== null) return length + others;
      }
      this.#bindings = before;
    }
    return null;
  }

  #matchesFirst(wanted: GoNode, nodes: readonly GoNode[]): boolean {
    const hole = this.#pattern.holeAt(wanted);
    if (hole?.isList) return this.#bind(hole.name, nodes);
    const [node] = nodes;
    return node !== undefined && this.matches(wanted, node);
  }

  /** Binds a hole, which has to stand for the same code everywhere. */
  #bind(name: string, nodes: readonly GoNode[] | null): boolean {
    if (nodes === null) return false;
    if (name === "") return true;
    const bound = this.#bindings.get(name);
    if (bound) return textOf(bound) === textOf(nodes);
    this.#bindings.set(name, nodes);
    return true;
  }

  #matchesLeaf(wanted: GoNode, node: GoNode): boolean {
    if (EXACT.test(wanted.kind) && wanted.text !== node.text) return false;
    if (tokensOf(wanted) !== tokensOf(node)) return false;
    const isName = wanted.kind === "identifier" || wanted.kind === "type_identifier";
    if (!isName || !isUniverseName(wanted.text)) return true;
    return this.#semantics.resolve(node)?.isUniverse === true;
  }

  /** Matches `pkg.Name`, by whatever name the file imports the package. */
  #matchesPackageName(packageName: string, wanted: GoNode, node: GoNode): boolean {
    const found = packageNameOf(node, this.#semantics);
    const name = nameOf(wanted);
    if (!found || !name) return false;
    const path = this.#pattern.imports[packageName];
    const isPackage =
      path === undefined
        ? found.importPath === packageName || found.importPath.endsWith(`/${packageName}`)
        : found.importPath === path;
    if (!isPackage || !this.matches(name, found.name)) return false;
    this.#packages.set(packageName, found.importPath);
    return true;
  }
}

/** Returns the nodes that a hole stands for, or null if it may not stand for so many. */
function listed(node: GoNode, isList: boolean): readonly GoNode[] | null {
  if (!LISTS.has(node.kind)) return [node];
  const children = childrenOf(node);
  return isList || children.length === 1 ? children : null;
}

interface PackageName {
  readonly importPath: string;
  readonly name: GoNode;
}

/** Returns the name of a package that a node is, with the path of the package. */
function packageNameOf(node: GoNode, semantics: SemanticModel): PackageName | null {
  switch (node.kind) {
    case "selector_expression": {
      const importPath = semantics.importOf(node.operand)?.path;
      return importPath === undefined ? null : { importPath, name: node.field };
    }
    case "qualified_type": {
      const importPath = semantics.importOf(node.package)?.path;
      return importPath === undefined ? null : { importPath, name: node.name };
    }
    case "identifier": {
      const callee = functionNamed(node, semantics);
      return callee.kind === "function" ? { importPath: callee.importPath, name: node } : null;
    }
    default:
      return null;
  }
}

function nameOf(node: GoNode): GoNode | null {
  if (node.kind === "selector_expression") return node.field;
  return node.kind === "qualified_type" ? node.name : null;
}

function isString({ kind }: GoNode): boolean {
  return kind === "interpreted_string_literal" || kind === "raw_string_literal";
}

/** Returns the text of a node without its children, white space and what gofmt decides. */
function tokensOf(node: GoNode): string {
  const { text, range } = node;
  let tokens = "";
  let at = range[0];
  for (const child of node.namedChildren) {
    tokens += text.slice(at - range[0], child.range[0] - range[0]);
    at = child.range[1];
  }
  return (tokens + text.slice(at - range[0])).replaceAll(/[\s,;]+/gu, "");
}

function textOf(nodes: readonly GoNode[]): string {
  return nodes.map(({ text }) => text.replaceAll(/\s+/gu, " ")).join(", ");
}

/** The kinds of nodes that a pattern of one node may match, by the kind of that node. */
const MATCHING_KINDS: Partial<Record<NodeKind, readonly NodeKind[]>> = {
  identifier: ["identifier", "type_identifier"],
  interpreted_string_literal: ["interpreted_string_literal", "raw_string_literal"],
  qualified_type: ["qualified_type", "selector_expression", "type_identifier"],
  raw_string_literal: ["interpreted_string_literal", "raw_string_literal"],
  selector_expression: ["selector_expression", "qualified_type", "identifier"],
};

/** Returns the matches of a pattern in a file; some may be there twice. */
export function matchesIn(
  pattern: GoPattern,
  tree: SyntaxTree,
  semantics: SemanticModel,
): PatternMatch[] {
  return pattern.readings.flatMap((wanted) => {
    const [root, ...others] = wanted;
    if (!root) return [];
    if (others.length > 0) {
      return tree
        .nodesOfKind(["statement_list"])
        .flatMap((list) => matchStatements(pattern, wanted, childrenOf(list), semantics));
    }
    return tree
      .nodesOfKind(MATCHING_KINDS[root.kind] ?? [root.kind])
      .flatMap((node) => matchNode(pattern, root, node, semantics) ?? []);
  });
}
