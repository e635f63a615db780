import { describe, expect, test } from "@jest/globals";
import { formatType, GoSourceCode, semanticsOf, SyntaxTree } from "../../../src/index.ts";
import { fileSystem } from "../module-files.ts";

const DECLARATIONS = `package p
import "sync"
type Value struct{ n int }
func (v Value) Read() {}
func (v *Value) Write() {}
func (v  *Value) Close() {}
type Reader interface { Read() }
type Pipe interface { Reader; Write() }
type Both interface { Pipe; Reader; interface{ Read() } }
type Holder struct { Both; Deep }
type Pipes struct { Pipe; Reader }
type Pointers interface { *Deep }
type ByValue struct{ Value }
type ByPointer struct{ *Value }
type Deep struct{ ByValue }
type DeepPointer struct{ *ByValue }
type Left struct{ Value }
type Right struct{ Value }
type Diamond struct { Left; Right }
type Chosen struct { Left; Right; Value }
type Hides struct { Value; Read func() }
type Defined ByPointer
type Named Value
type Alias = Value
type Generic[T any] struct{ item T }
func (g Generic[T]) Item() T { return g.item }
func (g *Generic[T]) Set(item T) {}
type Locked struct { mu struct { sync.Mutex; n int } }
type Elsewhere struct { unread.Type }
type Failure struct{ code int }
func (f *Failure) Error() string { return "" }
type Code int
func (c Code) Error() string { return "" }
type Request struct{}
func (r *Request) Error() error { return nil }
type Log interface { Error(args ...any) }
type Coded interface { error; Code() int }
type Wrapped struct{ error }
type Shadowed struct{ error; Error string }
`;

function semanticsFor(parameter: string, rest = "") {
  const text = `${DECLARATIONS}func f(x ${parameter}) {}\n${rest}`;
  const sourceCode = new GoSourceCode(
    SyntaxTree.parse(text),
    {},
    { path: "/m/a.go", files: fileSystem({ "/m/go.mod": "module m\n", "/m/a.go": text }) },
  );
  const x = sourceCode.tree.nodesOfKind(["identifier"]).find((node) => node.text === "x");
  if (!x) throw new Error("There is no x.");
  const semantics = semanticsOf(sourceCode);
  return { semantics, type: semantics.typeOf(x) };
}

describe("method sets", () => {
  test.each<[type: string, method: string, expected: boolean | null]>([
    ["Value", "Read", true],
    ["Value", "Write", false],
    ["Value", "Close", false],
    ["*Value", "Read", true],
    ["*Value", "Write", true],
    ["Value", "n", false],
    ["Value", "Missing", false],
    ["Reader", "Read", true],
    ["Reader", "Write", false],
    ["Pipe", "Read", true],
    ["Both", "Read", true],
    ["Both", "Missing", false],
    // Read of Both is nearer than that of Deep.
    ["Holder", "Read", true],
    ["Pointers", "Read", true],
    ["Pipes", "Read", null],
    ["Pipes", "Write", true],
    ["ByValue", "Read", true],
    ["ByValue", "Write", false],
    ["*ByValue", "Write", true],
    ["ByPointer", "Write", true],
    ["Deep", "Read", true],
    ["Deep", "Write", false],
    ["DeepPointer", "Write", true],
    ["Diamond", "Read", null],
    ["Chosen", "Read", true],
    ["Hides", "Read", false],
    ["Defined", "Write", true],
    ["Named", "Read", false],
    ["Alias", "Read", true],
    ["Alias", "Write", false],
    ["Generic[int]", "Item", true],
    ["Generic[int]", "Set", false],
    ["*Generic[int]", "Set", true],
    ["struct{ Value }", "Read", true],
    ["struct{ *Value }", "Write", true],
    ["interface{ Reader; Extra() }", "Extra", true],
    ["interface{ interface{ Extra() } }", "Extra", true],
    ["*Reader", "Read", false],
    ["error", "Error", true],
    ["error", "Read", false],
    ["int", "Read", false],
    ["[]Value", "Read", false],
    ["Elsewhere", "Read", null],
  ])("%s has %s: %s", (parameter, method, expected) => {
    const { semantics, type } = semanticsFor(parameter);
    expect(semantics.hasMethod(type, method)).toBe(expected);
  });
});

describe("errors", () => {
  test.each<[type: string, expected: boolean | null]>([
    ["error", true],
    ["*Failure", true],
    ["Failure", false],
    ["Code", true],
    ["*Code", true],
    ["Coded", true],
    ["Wrapped", true],
    ["Shadowed", false],
    ["struct{ *Failure }", true],
    ["*Request", false],
    ["Log", false],
    ["*error", false],
    ["string", false],
    ["Elsewhere", null],
  ])("%s is an error: %s", (parameter, expected) => {
    const { semantics, type } = semanticsFor(parameter);
    expect(semantics.implementsError(type)).toBe(expected);
  });
});

describe("the types that a member is promoted through", () => {
  test.each([
    ["Value", "Read", ["p.Value"]],
    ["DeepPointer", "Write", ["p.DeepPointer", "p.ByValue", "p.Value"]],
    ["Pipe", "Read", ["p.Pipe", "p.Reader"]],
    ["struct{ ByPointer }", "Read", ["p.ByPointer", "p.Value"]],
    ["Value", "Missing", []],
  ])("%s.%s", (parameter, name, expected) => {
    const { semantics, type } = semanticsFor(parameter);
    expect(
      semantics.ownersOf(type, name).map((owner) => formatType(owner).replace(/^m\./u, "p.")),
    ).toEqual(expected);
  });
});

test("a type may have methods in files that are not there", () => {
  const tree = SyntaxTree.parse("package p\ntype T struct{}\nfunc (T) Read() {}\nvar x T\n");
  const semantics = semanticsOf(new GoSourceCode(tree));
  const [spec] = tree.nodesOfKind(["var_spec"]);
  const type = spec?.name[0] && semantics.typeOf(spec.name[0]);
  expect(type && semantics.hasMethod(type, "Read")).toBe(true);
  expect(type && semantics.hasMethod(type, "Write")).toBeNull();
  expect(type && semantics.implementsError(type)).toBeNull();
});

test("a type that is not there has the methods that are", () => {
  const tree = SyntaxTree.parse(
    "package p\nfunc (t *T) Read() error { return nil }\nfunc f(t T) { t.Read(); t.Write() }\n",
  );
  const semantics = semanticsOf(new GoSourceCode(tree));
  const calls = tree.nodesOfKind(["call_expression"]);
  expect(calls.map((call) => formatType(semantics.typeOf(call)))).toEqual(["error", "unknown"]);
});
