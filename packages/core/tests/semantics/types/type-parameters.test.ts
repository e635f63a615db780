import { describe, expect, test } from "@jest/globals";
import { formatType, semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";
import { MOD, typeIn } from "../module-files.ts";

const DECLARED = `
type ID int
type Closer interface { Close() error }
type Namer interface { Name() string }
type Getter[T any] interface { Get() T }
type Set[T Closer] struct { items []T; first T }
type Pair[K Namer, V Closer] struct { key K; value V }
type Box[T any, G Getter[T]] struct { item T; getter G }
type Sorter[S ~[]ID] struct { all S }
type IDs []ID
type Same interface { IDs }
type Lists interface { ~[]ID; Len() int }
type List[T any] struct { item T }
type Loose[T any] struct { item T }
`;

/** Methods and functions, with the types of values whose types are type parameters. */
const CASES: Readonly<Record<string, string>> = {
  "a method of a pointer":
    "func (s *Set[E]) f(e E) { _ = ‹e.Close()|error›; _ = ‹e.Name()|unknown› }",
  "a method of a value": "func (s Set[E]) f(e E) { _ = ‹e.Close()|error› }",
  "a method of a type in parentheses": "func (s (*Set[E])) f(e E) { _ = ‹e.Close()|error› }",
  "a method without the name of a receiver": "func (*Set[E]) f(e E) { _ = ‹e.Close()|error› }",
  "fields of the receiver":
    "func (s *Set[E]) f() { _ = ‹s.first.Close()|error›; _ = ‹s.items[0].Close()|error›; for _, e := range s.items { _ = ‹e.Close()|error› } }",
  "each parameter by its place":
    "func (p Pair[A, B]) f(a A, b B) { _ = ‹a.Name()|string›; _ = ‹a.Close()|unknown›; _ = ‹b.Close()|error›; _ = ‹b.Name()|unknown› }",
  "a parameter after a blank one":
    "func (p Pair[_, B]) f(b B) { _ = ‹b.Close()|error›; _ = ‹p.key.Name()|unknown› }",
  "parameters of other names in another order":
    "func (p Pair[V, K]) f(v V, k K) { _ = ‹v.Name()|string›; _ = ‹k.Close()|error› }",
  "a constraint with another parameter":
    "func (b *Box[I, G]) f(g G, i I) { x := g.Get(); _ = ‹x == i|bool›; y := []I{g.Get()}; _ = ‹len(y)|int› }",
  "a constraint of one underlying type":
    "func (s Sorter[X]) f(x X) { _ = ‹x[0]|ID›; for i, id := range x { _, _ = ‹i|int›, ‹id|ID› }; _ = ‹s.all[1]|ID› }",
  "a constraint that says nothing":
    "func (l Loose[T]) f(t T) { _ = ‹t.Close()|unknown›; _ = ‹t|unknown› }",
  "a function":
    "func f[A Namer, B Closer](a A, b B) { _ = ‹a.Name()|string›; _ = ‹b.Close()|error›; _ = ‹b.Name()|unknown› }",
  "a function with names that share a constraint":
    "func f[A, B Closer, C Namer](a A, b B, c C) { _ = ‹b.Close()|error›; _ = ‹c.Name()|string›; _ = ‹c.Close()|unknown› }",
  "a constraint with a method of its own":
    "func f[A interface { Closer; More() ID }](a A) { _ = ‹a.More()|ID›; _ = ‹a.Close()|error› }",
  "a constraint that is written":
    "func f[M ~map[string]ID](m M) { _ = ‹m[``]|ID›; for k := range m { _ = ‹k|string› } }",
  "constraints by name":
    "func f[A Same, B Lists, C interface { Lists }](a A, b B, c C) { _ = ‹a[0]|ID›; _ = ‹b[0]|ID›; _ = ‹b.Len()|int›; _ = ‹c[0]|ID› }",
  "a constraint that is a type":
    "func f[S string, P *Loose[ID]](s S, p P) { _ = ‹s[0]|byte›; _ = ‹(*p).item|ID› }",
  "types that are made of the parameter":
    "func f[T any](m map[ID]T, n map[T]ID, s []T, a [2]T, c chan T, p *T, l List[T], g func(T) (T, ID)) { _ = ‹m|map[ID]unknown›; _ = ‹n|map[unknown]ID›; _ = ‹s|[]unknown›; _ = ‹a|[...]unknown›; _ = ‹c|chan unknown›; _ = ‹p|*unknown›; _ = ‹l|List[unknown]›; _ = ‹g(p)|(unknown, ID)› }",
  "a local type of the parameter":
    "func f[T Closer](t T) { type own struct { a T; b []T }; var o own; _ = ‹o.a.Close()|error›; _ = ‹o.b[0].Close()|error›; type pair[U any] struct { u U; t T }; var p pair[ID]; _ = ‹p.u|ID›; _ = ‹p.t.Close()|error› }",
  "a function of the parameter": "func f[F ~func() ID](call F) { _ = ‹call()|ID› }",
  "a channel and a pointer": "func f[C chan ID, P *ID](c C, p P) { _ = ‹<-c|ID›; _ = ‹*p|ID› }",
  "a type that is declared in a function":
    "func f() { type pair[T any] struct { a T; b []T }; var p pair[ID]; _ = ‹p.a|ID›; _ = ‹p.b|[]ID›; type alias = pair[string]; var q alias; _ = ‹q.a|string› }",
  "a type without arguments that is declared in one":
    "func f() { type pair[T any] struct { a T }; var p pair; _ = ‹p.a|unknown› }",
  "a method with parameters of its own":
    "func (s *Set[E]) f[A Namer, B any](e E, a A) { _ = ‹e.Close()|error›; _ = ‹a.Name()|string›; _ = ‹a.Close()|unknown› }",
  "a method with parameters of its own, of another type":
    "func (c ID) f[A Namer](a A, as ...A) []A { return as }\nfunc g(c ID, n Namer) { _ = ‹c.f(n)[0].Name()|string›; _ = ‹c.f[Namer](n)[0]|Namer› }",
};

describe("values whose types are type parameters", () => {
  test.each(Object.entries(CASES))("%s", (_title, code) => {
    const { sourceCode, marks } = parseMarked(`package p${DECLARED}${code}\n`);
    expect(sourceCode.tree.root.hasError).toBe(false);
    const semantics = semanticsOf(sourceCode);
    const found = marks.map(
      ({ node }) => `${node.text}: ${formatType(semantics.typeOf(node))}`,
    );
    expect(found).toEqual(marks.map(({ node, says }) => `${node.text}: ${says}`));
  });

  test("the type of a receiver may be declared in another file", () => {
    const text = "package m\nfunc (l *List[E]) f(e E) { _ = e.Close() }\n";
    const other = "package m\ntype List[T interface { Close() error }] struct{}\n";
    const files = { ...MOD, "/m/ask.go": text };
    expect(typeIn("/m/ask.go", { ...files, "/m/list.go": other })).toBe("#error");
    expect(typeIn("/m/ask.go", files)).toBe(
      "? what 'E' may be is declared in a file that was not read",
    );
  });

  test.each([
    ["func f[T any](t T) { for i := range t { _ = i } }", "? 'T' is a type parameter"],
    [
      "func f() { type pair[T any] struct { a T }; var p pair; _ = p.a }",
      "? the type argument for 'T' is not known",
    ],
    [
      "type Two[K, V any] struct { v V }; func f(t Two[int]) { _ = t.v }",
      "? the type argument for 'V' is not known",
    ],
    ["func (l List[E]) f(e E) { _ = e }", "? 'E' is a type parameter"],
    ["func (l List) f(e E) { _ = e.Close() }", "? type 'E' is declared in another file"],
    ["func (l []List[E]) f(e E) { _ = e.Close() }", "? what 'E' may be is declared in a file"],
    ["func (l *List[E], e E) f() { _ = e.Close() }", "? "],
    ["func () f[E any](e E) { _ = e.Close() }", "? "],
  ])("%s: %s", (code, expected) => {
    const text = `package p\ntype List[T any] struct{}\n${code}\n`;
    expect(typeIn("/p.go", { "/p.go": text })).toContain(expected);
  });
});

test.each([
  "struct { a, b T }",
  "interface { Get(T) T }",
  "interface { List2[T] }",
  "func(T)",
  "func() T",
  "func(x, y T) (a, b T)",
  "map[string][]func(T)",
])("rules see no type parameter in %s", (written) => {
  const { sourceCode, marks } = parseMarked(
    `package p\ntype List2[T any] interface { Take(T) }\nfunc f[T any](x ${written}) { _ = ‹x|› }\n`,
  );
  const types = marks.map(({ node }) => semanticsOf(sourceCode).typeOf(node));
  const json = JSON.stringify(types, (_key, value: unknown) =>
    value instanceof Map ? [...(value as Map<string, unknown>)] : value,
  );
  expect(json).toContain("'T' is a type parameter");
  expect(json).not.toContain('"parameter"');
});
