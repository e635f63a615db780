import { GoSourceCode, STRING_HOLE, StaticStrings, SyntaxTree } from "../../../src/index.ts";

/**
 * Returns the strings that the argument of the last `show(...)` of a Go file may have; `…` stands
 * for what is not known.
 */
export function shownValues(text: string): string[] {
  const tree = SyntaxTree.parse(text);
  if (tree.root.hasError) throw new Error("The file is not Go.");
  const call = tree
    .nodesOfKind(["call_expression"])
    .findLast(({ function: callee }) => callee.text === "show");
  const value = call?.arguments.namedChildren[0];
  if (!value) throw new Error("Nothing is shown.");
  const strings = new StaticStrings(new GoSourceCode(tree));
  return strings.of(value).map((one) => one.replaceAll(STRING_HOLE, "…"));
}
