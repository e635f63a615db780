import { expect, test } from "@jest/globals";
import {
  calledName,
  calleeOf,
  GoLanguage,
  GoSourceCode,
  semanticsOf,
  SyntaxTree,
  type Callee,
} from "../../../src/index.ts";
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

/** Returns the callee of the first call of a statement, with the name that is called. */
function readCallee(statement: string): { callee: Callee; name: string } {
  const path = "/m/a.go";
  const body = `package m
import ("m/lib"; "sync"; "a.com/unread")
type DB struct {
	mu struct { sync.Mutex; n int }
	handlers map[string]func(int) error
	*lib.T
}
type Stack[T any] struct{ items []T }
func (s *Stack[T]) Push(item T) {}
func (s (*Stack[T])) Pop() {}
func generic[T any](x int, more ...int) T
var hook func()
func f(d *DB, numbers []int, u unread.Client, closed interface { Close() error }, s Stack[int], t lib.T, table map[string]func(int) error) {
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
  return { callee: calleeOf(call, semanticsOf(sourceCode)), name: calledName(call) };
}

/** Returns the callee of the first call of a statement, as one text. */
function calleeIn(statement: string): string {
  const { callee, name } = readCallee(statement);
  const of =
    callee.kind === "function"
      ? `${callee.importPath}.`
      : callee.kind === "method"
        ? `${callee.receiver.importPath}.${callee.receiver.name}.`
        : "";
  return `${callee.kind} ${of}${callee.name || name}`;
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

test.each([
  ["u.Close()", "method a.com/unread.Client.Close"],
  ["d.mu.Other()", "unknown Other"],
  ["unread.New()", "function a.com/unread.New"],
  ["unread.Map[string](1, 2)", "function a.com/unread.Map"],
  ["elsewhere()", "function m.elsewhere"],
  ["(elsewhere)()", "function m.elsewhere"],
])("%s calls %s, though its declaration was not read", (statement, expected) => {
  expect(calleeIn(statement)).toBe(expected);
});

test.each([
  ["func() {}()", "", "a function value is called"],
  ["table[key](1)", "", "a function value is called"],
  ["len(numbers)", "len", "'len' is not a function by name"],
  ["hook()", "hook", "'hook' is not a function by name"],
  ["Stack(s)", "Stack", "'Stack' is not a function by name"],
  ["numbers.Close()", "Close", "it is called on a value of type []int"],
  ["closed.Close()", "Close", "it is called on a value of type interface"],
  ["unread.New().Close()", "Close", 'the declarations of package "a.com/unread" were not read'],
])("what %s calls is not known: %s, for %s", (statement, name, reason) => {
  const { callee } = readCallee(statement);
  expect(callee).toMatchObject({
    kind: "unknown",
    name,
    reason: expect.stringContaining(reason),
  });
});

test("a method has the expression that it is called on", () => {
  const { callee } = readCallee("(*lib.T).Close(&t)");
  expect(callee.kind === "method" && callee.operand.text).toBe("(*lib.T)");
});

test("a name may come from either of two dot imports", () => {
  const tree = SyntaxTree.parse(
    'package p\nimport . "a.com/one"\nimport . "a.com/two"\nfunc f() { Make() }\n',
  );
  const semantics = semanticsOf(new GoSourceCode(tree));
  const callees = tree
    .nodesOfKind(["call_expression"])
    .map((call) => calleeOf(call, semantics));
  expect(callees).toEqual([
    {
      kind: "unknown",
      name: "Make",
      operand: null,
      reason: "it may come from a dot import",
    },
  ]);
});
