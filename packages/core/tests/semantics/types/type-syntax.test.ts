import { expect, test } from "@jest/globals";
import { readSyntax, type TypeNames } from "../../../src/semantics/types/type-syntax.ts";
import { named, type GoType } from "../../../src/semantics/types/go-type.ts";

const names: TypeNames = {
  typeNamed: (name, _offset, given) => named("", name, given),
  qualified: (qualifier, name, _offset, given) => named(qualifier, name, given),
};

/** The type with all that is in it, as text. */
function show(type: GoType): string {
  switch (type.kind) {
    case "named": {
      const qualified = type.importPath === "" ? type.name : `${type.importPath}.${type.name}`;
      return type.arguments ? `${qualified}<${showAll(type.arguments)}>` : qualified;
    }
    case "pointer":
    case "slice":
    case "array":
    case "channel":
      return `${type.kind} of ${show(type.element)}`;
    case "map":
      return `map of ${show(type.key)} to ${show(type.element)}`;
    case "function": {
      const parameters = type.parameters ? `(${showAll(type.parameters)})` : "";
      return `func${type.variadic ? "*" : ""}${parameters}: ${showAll(type.results)}`;
    }
    case "struct":
      return `struct {${type.fields
        .map((field) => `${field.embedded ? "+" : ""}${field.name} ${show(field.type)}`)
        .join("; ")}}`;
    case "interface": {
      const methods = [...type.methods].map(([name, method]) => `${name} ${show(method)}`);
      const embedded = type.embedded.map((inner) => `+${show(inner)}`);
      const underlying = type.underlying ? [`~${show(type.underlying)}`] : [];
      return `interface {${[...methods, ...embedded, ...underlying].join("; ")}}`;
    }
    case "unknown":
      return `? ${type.reason}`;
    default:
      return type.kind;
  }
}

function showAll(types: readonly GoType[]): string {
  return types.map(show).join(", ");
}

function read(text: string): string {
  return show(readSyntax(text, [0, text.length], names, (syntax) => syntax.whole()));
}

test.each([
  ["int", "int"],
  ["naïve", "naïve"],
  ["http.Client", "http.Client"],
  ["http . Client", "http.Client"],
  ["* * T", "pointer of pointer of T"],
  ["(((*T)))", "pointer of T"],
  ["[]T", "slice of T"],
  ["[ /* all */ ]T", "slice of T"],
  ["[3]T", "array of T"],
  ["[...]T", "array of T"],
  ['[len("]")]T', "array of T"],
  ["[2 * (N + 1)][]T", "array of slice of T"],
  ["map[string][]*T", "map of string to slice of pointer of T"],
  ["map[[2]int]T", "map of array of int to T"],
  ["chan T", "channel of T"],
  ["<-chan T", "channel of T"],
  ["chan<- T", "channel of T"],
  ["chan (<-chan T)", "channel of channel of T"],
  ["chan<- chan T", "channel of channel of T"],
  ["List[int]", "List<int>"],
  ["lib.Pair[string, []lib.Of[int]]", "lib.Pair<string, slice of lib.Of<int>>"],
  ["Pair[\n\tint, // one\n\tstring,\n]", "Pair<int, string>"],
  // A name that a keyword begins.
  ["mapper", "mapper"],
  ["channel", "channel"],
  ["structure[function]", "structure<function>"],
])("the type %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["func()", "func(): "],
  ["func() error", "func(): error"],
  ["func() (int, error)", "func(): int, error"],
  ["func() (n, m int, err error)", "func(): int, int, error"],
  ["func(a, b int, c string)", "func(int, int, string): "],
  ["func(int, string)", "func(int, string): "],
  ["func(a, b)", "func(a, b): "],
  ["func(int, http.Client, *T)", "func(int, http.Client, pointer of T): "],
  ["func(c http.Client)", "func(http.Client): "],
  ["func(List[int], string)", "func(List<int>, string): "],
  ["func(list List[int])", "func(List<int>): "],
  ["func(list []int)", "func(slice of int): "],
  ["func(list [3]int, next [N]T)", "func(array of int, array of T): "],
  ["func(a [3]int)", "func(array of int): "],
  ["func(A[int])", "func(A<int>): "],
  ["func(A [int])", "func(A<int>): "],
  ["func(format string, values ...any)", "func*(string, slice of any): "],
  ["func(...any)", "func*(slice of any): "],
  ["func(values...any)", "func*(slice of any): "],
  ["func(_ int, _ string)", "func(int, string): "],
  ["func(func(int) bool) func(string) error", "func(func(int): bool): func(string): error"],
  ["func(\n\ta int, // the (first\n\tb string,\n)", "func(int, string): "],
  ["func(ch <-chan int, done chan<- struct{})", "func(channel of int, channel of struct {}): "],
  ["func(chan int, map[string]T)", "func(channel of int, map of string to T): "],
  ["func() [2]T", "func(): array of T"],
  ["func() <-chan T", "func(): channel of T"],
])("the function type %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["struct{}", "struct {}"],
  ["struct { a int; b string }", "struct {a int; b string}"],
  ["struct {\n\ta, b int\n\n\tc string // d\n}", "struct {a int; b int; c string}"],
  [
    "struct {\n\tT\n\t*U\n\tlib.V\n\t*lib.W\n}",
    "struct {+T T; +U pointer of U; +V lib.V; +W pointer of lib.W}",
  ],
  ["struct {\n\tList[int]\n\tlib.Of[T] `json`\n}", "struct {+List List<int>; +Of lib.Of<T>}"],
  [
    "struct {\n\tlist []int\n\tthree [3]int\n}",
    "struct {list slice of int; three array of int}",
  ],
  ['struct {\n\ta int `json:"a"`\n\tb T "x; y"\n}', "struct {a int; b T}"],
  ["struct {\n\tT // embedded\n\tU /* too */\n}", "struct {+T T; +U U}"],
  ["struct {\n\ta struct {\n\t\tT\n\t}\n\tb int\n}", "struct {a struct {+T T}; b int}"],
  ["struct {\n\tf func(a int) error\n\tg func()\n}", "struct {f func(int): error; g func(): }"],
  ["struct {\n\t_ [0]func()\n}", "struct {_ array of func(): }"],
  ["struct {\r\n\ta int\r\n\tT\r\n}", "struct {a int; +T T}"],
])("the struct %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["interface{}", "interface {}"],
  [
    "interface {\n\tRead(p []byte) (n int, err error)\n\tClose() error\n}",
    "interface {Read func: int, error; Close func: error}",
  ],
  ["interface { io.Reader; Close() }", "interface {Close func: ; +io.Reader}"],
  ["interface {\n\tfmt.Stringer\n\tOf[int]\n}", "interface {+fmt.Stringer; +Of<int>}"],
  ["interface { All(func(int) bool) }", "interface {All func(func(int): bool): }"],
  ["interface { On(f func(int), name string) }", "interface {On func: }"],
  ["interface { ~int }", "interface {+interface {~int}}"],
  ["interface { ~int | ~string }", "interface {+? a union of types has no one type}"],
  ["~[]E", "interface {~slice of E}"],
  ["int |\n\tstring", "? a union of types has no one type"],
])("the interface or constraint %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["", "? '' is not a type"],
  ["5", "? '5' is not a type"],
  ["*", "? '' is not a type"],
  ["map[string", "? '' is not a type"],
  ["int string", "? 'string' is not a type"],
  ["a.b.c", "? '.c' is not a type"],
  ["lib.", "? '' is not a type"],
  ["List[int", "? '' is not a type"],
  ["<-T", "? '' is not a type"],
  ["func(a int", "? '' is not a type"],
  ["func(a int b string)", "? 'b string)' is not a type"],
  ["struct { a int b string; c int }", "struct {a ? 'b string' is not a type; c int}"],
  ["struct { a }}", "? '}' is not a type"],
  ["struct { 5 }", "? '5 }' is not a type"],
  ["struct", "? '' is not a type"],
  ["interface { Read( }", "? '' is not a type"],
  [`${"[]".repeat(5000)}int`, "? the type is nested too deeply"],
  ["(".repeat(5000), "? the type is nested too deeply"],
  ["func(".repeat(5000), "? the type is nested too deeply"],
  ["struct{a ".repeat(5000), "? '' is not a type"],
])("the malformed type %#", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("nothing is read after the end of a stretch", () => {
  const read = (text: string, end: number) =>
    show(readSyntax(text, [0, end], names, (syntax) => syntax.whole()));
  expect(read("<-chan T", 1)).toBe("? '<' is not a type");
  expect(read("chan<- T", 5)).toBe("? '<' is not a type");
});

test("a type ends where its stretch ends", () => {
  const text = "List[int].Method";
  const read = (end: number) =>
    show(readSyntax(text, [0, end], names, (syntax) => syntax.whole()));
  expect(read(4)).toBe("List");
  expect(read(9)).toBe("List<int>");
  expect(read(16)).toBe("? '.Method' is not a type");
});

test.each([
  ["[T any](v T) T", "T any", "func(T): T"],
  ["[K comparable, V any](m map[K]V)", "K comparable; V any", "func(map of K to V): "],
  ["[K, V any](k K)", "K any; V any", "func(K): "],
  ["[S ~[]E, E any](s S)", "S interface {~slice of E}; E any", "func(S): "],
  [
    "[T interface{ ~int | ~string },](v T)",
    "T interface {+? a union of types has no one type}",
    "func(T): ",
  ],
])("the generic function f%s", (text, parameters, expected) => {
  const type = readSyntax(text, [0, text.length], names, (syntax) => syntax.function());
  const { typeParameters = [] } = type.kind === "function" ? type : {};
  expect(typeParameters.map((one) => `${one.name} ${show(one.constraint)}`).join("; ")).toBe(
    parameters,
  );
  expect(show(type)).toBe(expected);
});
