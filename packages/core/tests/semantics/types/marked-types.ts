import { expect } from "@jest/globals";
import { formatType, semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";

/** Expects each marked expression of a valid file to have the type that its mark says. */
export function expectMarkedTypes(marked: string): void {
  const { sourceCode, marks } = parseMarked(marked);
  expect(sourceCode.tree.root.hasError).toBe(false);
  const semantics = semanticsOf(sourceCode);
  const found = marks.map(({ node }) => `${node.text}: ${formatType(semantics.typeOf(node))}`);
  expect(found).toEqual(marks.map(({ node, says }) => `${node.text}: ${says}`));
}
