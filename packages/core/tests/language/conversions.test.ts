import { expect, test } from "@jest/globals";
import { GoLanguage } from "../../src/index.ts";
import { fileSystem } from "../semantics/module-files.ts";

const FILES = {
  "/m/go.mod": "module example.com/m\nrequire example.com/unread v1.0.0\n",
  "/m/types.go": "package m\ntype Set[T any] map[string]T\nfunc load[T any](x string) T",
  "/m/lib/lib.go": "package lib\ntype List[T any] []T\nfunc Map[T any](x int) T",
};

/** Returns the kinds of the expressions that are assigned to `_` in a file of a module. */
function kindsIn(body: string): string[] {
  const text = `package m
import ("example.com/m/lib"; "example.com/unread")
type Own[T any] struct{}
func own[T any](x int) T
var table map[string]func(int) error
${body}
`;
  const path = "/m/a.go";
  const language = new GoLanguage(fileSystem({ ...FILES, [path]: text }));
  const file = { path, physicalPath: path, body: text, bom: false };
  const { tree } = language.parse(file);
  return tree
    .nodesOfKind(["assignment_statement"])
    .map(({ right }) => right.namedChildren[0]?.kind ?? "");
}

const [CALL, CONVERSION] = ["call_expression", "type_conversion_expression"];

test.each([
  ["a type of the file", "_ = Own[int](x)", CONVERSION],
  ["a type of another file", "_ = Set[int](x)", CONVERSION],
  ["a type of another package", "_ = lib.List[int](x)", CONVERSION],
  ["a type of the function", "type T[P any] []P; _ = T[int](x)", CONVERSION],
  ["a type parameter's instance in a type", "_ = []Own[int](x)", CONVERSION],
  ["a function of the file", "_ = own[int](x)", CALL],
  ["a function of another file", "_ = load[int](x)", CALL],
  ["a function of another package", "_ = lib.Map[int](x)", CALL],
  ["an element of a table", "_ = table[key](x)", CALL],
  ["an element of a field", "_ = s.handlers[key](x)", CALL],
  ["a local that hides a type", "Own := handlers; _ = Own[key](x)", CALL],
  ["a name of a package that was not read", "_ = unread.Do[int](x)", CALL],
])("%s", (_name, statement, kind) => {
  expect(kindsIn(`func f() {\n${statement}\n}`)).toEqual([kind]);
});
