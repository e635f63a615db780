import { expect, test } from "@jest/globals";
import { Linter } from "eslint";
import { formatType, GoSourceCode, SyntaxTree } from "../../src/index.ts";
import { lintText } from "../../src/runner/lint-text.ts";
import { semanticsOf } from "../../src/semantics/model/semantics-of.ts";
import { configOf, newLinter } from "../runner/file-linter.ts";

const TEXT = `package p

// A comment.
func f() { x := g[int](1); y := x }

func g[T any](t T) T { return t }
`;

/** Returns what rules may ask of a file. */
function knownOf(sourceCode: GoSourceCode) {
  const { comments, tree } = sourceCode;
  const semantics = semanticsOf(sourceCode);
  return {
    comments: comments.map(({ text }) => text),
    types: tree
      .nodesOfKind(["identifier"])
      .map((node) => `${node.text}: ${formatType(semantics.typeOf(node))}`),
    root: sourceCode.ast.range,
  };
}

test("what is released is read again if it is asked for", () => {
  const sourceCode = new GoSourceCode(SyntaxTree.parse(TEXT));
  const [known, root] = [knownOf(sourceCode), sourceCode.ast];
  const semantics = semanticsOf(sourceCode);
  expect(known.types).toContain("x: int");
  sourceCode.release();
  expect(sourceCode.ast).not.toBe(root);
  expect(semanticsOf(sourceCode)).not.toBe(semantics);
  expect(knownOf(sourceCode)).toEqual(known);
});

test("a file is released when the next one begins", async () => {
  const config = await configOf({
    calls: {
      create: (context: { sourceCode: GoSourceCode }) => ({
        package_clause: () => void semanticsOf(context.sourceCode),
      }),
    },
  });
  const linter = newLinter();
  const last = () => linter.linter.sourceCode;
  expect(last).toThrow("Nothing was linted yet.");
  lintText(linter, "/p/a.go", TEXT, config);
  const [first, root] = [last(), last().ast];
  expect(first.ast).toBe(root);
  expect(first.caches.size).toBeGreaterThan(0);
  lintText(linter, "/p/b.go", TEXT, config);
  expect(last()).not.toBe(first);
  expect(first.caches.size).toBe(0);
  expect(first.ast).not.toBe(root);
});

test("plain ESLint releases nothing", async () => {
  const config = await configOf({ none: { create: () => ({}) } });
  const linter = new Linter();
  const verify = (filename: string) =>
    linter.verify(TEXT, Object.assign([], { getConfig: () => config }), { filename });
  verify("/p/a.go");
  const first = linter.getSourceCode() as unknown as GoSourceCode;
  const root = first.ast;
  verify("/p/b.go");
  expect(first.ast).toBe(root);
});
