import {
  argumentsOf,
  calledName,
  childrenOf,
  enclosingFunction,
  formatType,
  STRING_HOLE,
  type GoNode,
  type GoSourceCode,
  type SemanticModel,
  type StaticStrings,
  type SyntaxTree,
} from "@gopherwood/core";
import type { Chain } from "./chains.ts";

/** An argument of a chain that names columns. */
export interface ColumnArgument {
  readonly node: GoNode;
  /** True for the name of one column; false for SQL with names in it. */
  readonly isName: boolean;
}

const CONDITIONS = new Set(["Having", "Not", "Or", "Order", "Where"]);

const LISTS = new Set(["Distinct", "Group", "Select"]);

const FIRST_IS_NAME = new Set(["Pluck", "Update", "UpdateColumn"]);

const MAPS = new Set(["Attrs", "Assign", "Not", "Or", "UpdateColumns", "Updates", "Where"]);

/** Returns the arguments of a chain's calls that name columns of its table. */
export function columnArgumentsOf(
  { calls }: Chain,
  semantics: SemanticModel,
): ColumnArgument[] {
  const isString = (node: GoNode) => mayBeString(node, semantics);
  return calls.flatMap(({ method, args }): ColumnArgument[] => {
    const [first] = args;
    if (!first) return [];
    const keys = MAPS.has(method) ? keysOf(first) : null;
    if (keys) return keys.map((node) => ({ node, isName: true }));
    if (FIRST_IS_NAME.has(method)) return [{ node: first, isName: true }];
    if (LISTS.has(method))
      return args.filter(isString).map((node) => ({ node, isName: false }));
    return CONDITIONS.has(method) && isString(first) ? [{ node: first, isName: false }] : [];
  });
}

/** The names that the `Select` calls of functions give to what they compute. */
export class SelectedNames {
  readonly #tree: SyntaxTree;
  readonly #strings: StaticStrings;
  readonly #ofFunctions = new Map<GoNode, ReadonlySet<string> | "unknown">();

  constructor({ tree }: GoSourceCode, strings: StaticStrings) {
    this.#tree = tree;
    this.#strings = strings;
  }

  /**
   * Returns the names of the function around a node, in small letters; null if one of the
   * calls is not known.
   */
  around(node: GoNode): ReadonlySet<string> | null {
    const body = enclosingFunction(node);
    if (!body) return new Set();
    let names = this.#ofFunctions.get(body);
    if (!names) this.#ofFunctions.set(body, (names = this.#read(body) ?? "unknown"));
    return names === "unknown" ? null : names;
  }

  #read(body: GoNode): ReadonlySet<string> | null {
    const names = new Set<string>();
    for (const call of this.#tree.nodesOfKind(["call_expression"], body)) {
      if (calledName(call) !== "Select") continue;
      for (const text of argumentsOf(call).flatMap((argument) => this.#strings.of(argument))) {
        if (text.includes(STRING_HOLE)) return null;
        for (const [, name = ""] of text.matchAll(/\bAS\s+["`]?(\w+)/giu))
          names.add(name.toLowerCase());
      }
    }
    return names;
  }
}

/** Returns false for a struct or map, by which GORM finds rows as well. */
function mayBeString(node: GoNode, semantics: SemanticModel): boolean {
  const type = semantics.typeOf(node);
  return type.kind === "unknown" || formatType(type) === "string";
}

/** Returns the keys of `map[string]any{"column": value}`; null for anything else. */
function keysOf(expression: GoNode): readonly GoNode[] | null {
  if (expression.kind !== "composite_literal" || expression.type.kind !== "map_type")
    return null;
  return childrenOf(expression.body).flatMap((element) =>
    element.kind === "keyed_element" ? [element.key] : [],
  );
}
