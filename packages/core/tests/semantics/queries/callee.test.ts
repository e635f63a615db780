import { expect, test } from "@jest/globals";
import { calledName, calleeOf, GoLanguage, semanticsOf } from "../../../src/index.ts";
import { fileSystem } from "../module-files.ts";

const FILES = {
  "/m/go.mod": "module m\n",
  "/m/lib/lib.go": `package lib
type T struct{}
func (t *T) Close() error { return nil }
func Map[K any](x int) K
func Map2[K, V any](x int) K
`,
};

/** Returns the callee of the first call of a statement, as one text. */
function calleeIn(statement: string): string {
  const path = "/m/a.go";
  const body = `package m
import ("m/lib"; "sync")
type DB struct {
	mu struct { sync.Mutex; n int }
	handlers map[string]func(int) error
	*lib.T
}
type Stack[T any] struct{ items []T }
func (s *Stack[T]) Push(item T) {}
func (s (*Stack[T])) Pop() {}
func generic[T any](x int, more ...int) T
func f(d *DB, s Stack[int], t lib.T, table map[string]func(int) error) {
	${statement}
}
`;
  const language = new GoLanguage(fileSystem({ ...FILES, [path]: body }));
  const file = { path, physicalPath: path, body, bom: false };
  const sourceCode = language.createSourceCode(file, language.parse(file), {
    languageOptions: {},
  });
  const [call] = sourceCode.tree.nodesOfKind(["call_expression"]);
  if (!call) throw new Error("There is no call.");
  const callee = calleeOf(call, semanticsOf(sourceCode));
  const of =
    callee.kind === "function"
      ? `${callee.importPath}.`
      : callee.kind === "method"
        ? `${callee.receiver.importPath}.${callee.receiver.name}.`
        : "";
  return `${callee.kind} ${of}${callee.name || calledName(call)}`;
}

test.each([
  ["generic[string](1)", "function m.generic"],
  ["generic[string](1, 2)", "function m.generic"],
  ["(generic[string])(1)", "function m.generic"],
  ["generic[[]string](1)", "function m.generic"],
  ["lib.Map[int](1)", "function m/lib.Map"],
  ["lib.Map2[int, string](1)", "function m/lib.Map2"],
  ["d.mu.Lock()", "method sync.Mutex.Lock"],
  ["d.Close()", "method m/lib.T.Close"],
  ["(d).Close()", "method m/lib.T.Close"],
  ["(*lib.T).Close(&t)", "method m/lib.T.Close"],
  ["(*DB).Close(d)", "method m/lib.T.Close"],
  ["(*Stack[int]).Push(&s, 1)", "method m.Stack.Push"],
  ["s.Pop()", "method m.Stack.Pop"],
  ["struct{ *lib.T }{}.Close()", "method m/lib.T.Close"],
  ["table[key](1)", "unknown table"],
  ["d.handlers[key](1)", "unknown handlers"],
  ["table[key](1, 2)", "unknown table"],
])("%s calls %s", (statement, expected) => {
  expect(calleeIn(statement)).toBe(expected);
});
