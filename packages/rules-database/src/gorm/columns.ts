import {
  enclosingFunction,
  STRING_HOLE,
  type SemanticModel,
  type GoNode,
  type GoSourceCode,
  type StaticStrings,
} from "@gopherwood/core";
import type { Chain } from "./chains.ts";

/** A text of a chain in which columns are named. */
export interface ColumnText {
  readonly node: GoNode;
  /** True if it is one column's name and nothing else. */
  readonly isName: boolean;
}

const CONDITIONS = new Set(["Having", "Not", "Or", "Order", "Where"]);

const LISTS = new Set(["Distinct", "Group", "Select"]);

const FIRST_IS_NAME = new Set(["Pluck", "Update", "UpdateColumn"]);

const MAPS = new Set(["Attrs", "Assign", "Not", "Or", "UpdateColumns", "Updates", "Where"]);

/** The texts of a chain's calls that name columns of its table. */
export function columnTextsOf({ links }: Chain, semantics: SemanticModel): ColumnText[] {
  const isText = (node: GoNode) => mayBeText(node, semantics);
  return links.flatMap(({ method, args }): ColumnText[] => {
    const [first] = args;
    if (!first) return [];
    const keys = MAPS.has(method) ? keysOf(first) : null;
    if (keys) return keys.map((node) => ({ node, isName: true }));
    if (FIRST_IS_NAME.has(method)) return [{ node: first, isName: true }];
    if (LISTS.has(method)) return args.filter(isText).map((node) => ({ node, isName: false }));
    return CONDITIONS.has(method) && isText(first) ? [{ node: first, isName: false }] : [];
  });
}

/**
 * The names that the `Select` calls of a function give to what they compute, in small
 * letters; null if one of them is not known.
 */
export function selectedNames(
  node: GoNode,
  { tree }: GoSourceCode,
  strings: StaticStrings,
): ReadonlySet<string> | null {
  const around = enclosingFunction(node);
  const names = new Set<string>();
  for (const call of around ? tree.nodesOfKind(["call_expression"], around) : []) {
    const { function: called, arguments: given } = call;
    if (called.kind !== "selector_expression" || called.field.text !== "Select") continue;
    for (const text of given.namedChildren.flatMap((argument) => strings.of(argument))) {
      if (text.includes(STRING_HOLE)) return null;
      for (const [, name = ""] of text.matchAll(/\bAS\s+["`]?(\w+)/giu))
        names.add(name.toLowerCase());
    }
  }
  return names;
}

/** False for what is known to be no text: a struct or a map that says what to look for. */
function mayBeText(node: GoNode, semantics: SemanticModel): boolean {
  const type = semantics.typeOf(node);
  return type.kind === "unknown" || (type.kind === "named" && type.name.endsWith("string"));
}

/** The keys of `map[string]any{"column": value}`; null for anything else. */
function keysOf(expression: GoNode): readonly GoNode[] | null {
  if (expression.kind !== "composite_literal" || expression.type.kind !== "map_type")
    return null;
  return expression.body.namedChildren.flatMap((element) =>
    element.kind === "keyed_element" ? [element.key] : [],
  );
}
