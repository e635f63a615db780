import { expect, test } from "@jest/globals";
import { tokensOf } from "../../../src/runner/fingerprint.ts";
import {
  indexDeclarations,
  type DeclarationEntry,
} from "../../../src/semantics/scan/declaration-index.ts";
import { declaredCode } from "../../../src/semantics/scan/declared-code.ts";
import { readHeader } from "../../../src/semantics/scan/file-header.ts";
import { EVERYTHING, toolchainFiles } from "../../source/go-files.ts";

/** Returns the content of declarations, wherever they stand. */
function said(text: string, declarations: readonly DeclarationEntry[]) {
  const tokens = ({ start, end }: { start: number; end: number }) =>
    tokensOf(text.slice(start, end));
  return declarations.map((declaration) => {
    const { keyword, names, aliases, receiver, specs } = declaration;
    return {
      ...{ keyword, names, aliases, receiver },
      whole: keyword === "func" || keyword === "const" ? tokens(declaration) : null,
      specs: specs.map((spec) => ({
        names: spec.names,
        code: tokens(spec),
        declared: tokens({ start: spec.start, end: spec.namesEnd }),
      })),
    };
  });
}

function expectSame(text: string): string {
  const declarations = indexDeclarations(text, readHeader(text).end);
  const declared = declaredCode(text, declarations);
  expect(said(declared.code, declared.declarations)).toEqual(said(text, declarations));
  return declared.code;
}

test.each([
  ["package p\n\nfunc a(b int) error {\n\treturn c\n}\n", "func a(b int) error\n"],
  [
    "package p\nfunc (t *T) a() { b() }; var c, d = 1, 2 // e\n",
    "func (t *T) a()\nc, d = 1, 2\n",
  ],
  ["package p\nconst (\n\ta = iota // b\n\tc\n)\n", "const (\n\ta = iota // b\n\tc\n)\n"],
  [
    "package p\n// A is.\ntype A struct {\n\t// B is.\n\tB int\n}\n",
    "A struct {\n\t \n\tB int\n}\n",
  ],
  ["package p\ntype (\n\tA = B /* c */\n\tD[T any] []T\n)\n", "A = B\nD[T any] []T\n"],
  ['package p\ntype A struct {\n\tB int `c:"//"`\n}\n', 'A struct {\n\tB int `c:"//"`\n}\n'],
  ["package p\ntype A struct {\n\tB /* c\n*/ D int\n}\n", "A struct {\n\tB \n D int\n}\n"],
])("%j is kept as %j", (text, code) => {
  expect(expectSame(text)).toBe(code);
});

test("a file with everything says the same", () => {
  expect(expectSame(EVERYTHING)).not.toContain("defer");
});

const files = toolchainFiles(300);

(files.length > 0 ? test : test.skip)("so do the files of a Go toolchain", () => {
  for (const { text } of files) expectSame(text);
});
