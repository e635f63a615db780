import { describe, expect, test } from "@jest/globals";
import { semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";
import { expectMarkedTypes } from "./marked-types.ts";

const DECLARED = `
import "example.com/unread"
type ID int
type IDs []ID
type Names map[string]ID
type Client struct { id ID }
func (c *Client) Get() ID { return c.id }
func (c *Client) Set(id ID) {}
type Getter[T any] interface { Get() T }
type Named[T any] interface { Name() string; Getter[T] }
type Nested[T any] interface { Nested[T]; interface { Named[T] } }
type List[T any] struct { head T }
type IDList = List[ID]
type Pair[K, V any] struct { key K; value V }
type Swapped[K, V any] = Pair[V, K]
type Callback func(ID) string
type Ints chan int
type Rename IDs
func Both[T any](a, b T) T { return a }
func All[T any](xs ...T) []T { return xs }
func Rest[T, U any](first T, rest ...U) (T, []U) { return first, rest }
func Calls[T any](calls ...func() T) T { return calls[0]() }
func Ptr[T any](p *T) T { return *p }
func Of[T any](x T) *T { return &x }
func Values[K comparable, V any](m map[K]V) []V { return nil }
func Key[K comparable, V any](m map[K]V) K { var k K; return k }
func Recv[T any](c <-chan T) T { return <-c }
func Third[T any](a [3]T) T { return a[2] }
func Grid[T any](a [][]*T) T { return *a[0][0] }
func Head[T any](l List[T]) T { return l.head }
func KeyOf[K, V any](p Pair[K, V]) K { return p.key }
func Run[A, B any](f func(A) B, a A) B { return f(a) }
func Results[A, B any](f func() (A, B)) (B, A) { a, b := f(); return b, a }
func Use[T any](g Getter[T]) T { return g.Get() }
func UseNamed[T any](g Named[T]) T { return g.Get() }
func UseNested[T any](g Nested[T]) T { return g.Get() }
func UseLiteral[T any](g interface { Get() T }) T { return g.Get() }
func Ask[G Getter[T], T any](g G) T { return g.Get() }
func Make[T any, P interface { *T; Set(ID) }]() (T, P) { var t T; return t, nil }
func Clone[S ~[]E, E any](s S) S { return s }
func Elem[S ~[]E, E any](s S) E { return s[0] }
func Entry[M ~map[K]V, K comparable, V any](m M) (K, V) { for k, v := range m { return k, v }; panic(0) }
func Slice[S []E, E any](e E) S { return nil }
func Chain[A any, B []A, C []B](a A) C { return nil }
func Nothing[T any]() T { var t T; return t }
func Number[T ~int | ~float64](x T) T { return x }
func Join[T any](first []T, rest ...T) T { return first[0] }
func Convert[To, From any](f From) (To, From) { panic(0) }
func Both2[M map[K]V, K comparable, V any](k K) M { return nil }
func Tilde[S ~[]E, E any](e E) S { return nil }
type Slice1[T any] = []T
func FirstOf[T any](s Slice1[T]) T { return s[0] }
func Compare[K comparable]() K { var k K; return k }
func Fail[E error]() E { var e E; return e }
func Unread[E unread.C]() E { var e E; return e }
func Union[N int | string]() N { var n N; return n }
func pair() (ID, ID) { return 0, 1 }
func two() (ID, string) { return 0, "" }
func f(id ID, ids IDs, names Names, c *Client, m map[string]*Client, i any, list List[string], swap Swapped[string, ID], grid [][]*ID, call Callback, ints Ints, again Rename, idList IDList) {
`;

/** Calls of the functions above, with the types that Go gives them. */
const CASES: Readonly<Record<string, string>> = {
  "arguments of one type":
    "_ = ‹Both(id, id)|ID›; _ = ‹Both(id, 1)|ID›; _ = ‹Both(1, id)|ID›; _ = ‹Both(pair())|ID›",
  "a defined type and its literal": "_ = ‹Both(ids, []ID{})|IDs›; _ = ‹Both([]ID{}, ids)|IDs›",
  "untyped constants":
    "_ = ‹Both(1, 2)|int›; _ = ‹Both(1, 'a')|rune›; _ = ‹Both(2i, 1.5)|complex128›; _ = ‹Both(``, ``)|string›; _ = ‹Both(true, false)|bool›",
  "nil beside a typed value": "_ = ‹Both(nil, c)|*Client›; _ = ‹Both(c, nil)|*Client›",
  "any number of arguments":
    "_ = ‹All(1, id)|[]ID›; _ = ‹All(c, nil)|[]*Client›; _ = ‹All(ids...)|[]ID›; _ = ‹All(ids)|[]IDs›; _ = ‹All[ID]()|[]ID›; _ = ‹All(pair())|[]ID›",
  "any number after a slice": "_ = ‹Join([]ID{}, 1)|ID›; _ = ‹Join(ids, ids...)|ID›",
  "what looks like a conversion": "a, b := Convert[ID](c); _, _ = ‹a|ID›, ‹b|*Client›",
  "comments between":
    "_ = ‹Both(/* a */ id, 1)|ID›; _ = ‹Both[/* t */ ID](1, 2)|ID›; a, b := Rest(/* a */ id, /* b */ 1.5); _, _ = ‹a|ID›, ‹b|[]float64›",
  "a function in parentheses": "_ = ‹(Both[ID])(1, 2)|ID›",
  "an alias of a slice": "_ = ‹FirstOf(ids)|ID›; _ = ‹FirstOf([]string{})|string›",
  "any number after the first":
    "a, b := Rest(id, 1.5, 2); _, _ = ‹a|ID›, ‹b|[]float64›; d, e := Rest(c, ids...); _, _ = ‹d|*Client›, ‹e|[]ID›; g, h := Rest(two()); _, _ = ‹g|ID›, ‹h|[]string›",
  "any number of functions":
    "_ = ‹Calls(func() ID { return 0 }, nil)|ID›; _ = ‹Calls(c.Get)|ID›",
  "parts of pointers":
    "_ = ‹Ptr(c)|Client›; _ = ‹Ptr(&c)|*Client›; _ = ‹Of(id)|*ID›; _ = ‹Of(Of(id))|**ID›; _ = ‹Ptr(Of(1))|int›",
  "parts of maps":
    "_ = ‹Values(m)|[]*Client›; _ = ‹Key(m)|string›; _ = ‹Values(names)|[]ID›; _ = ‹Key(map[ID]int{})|ID›",
  "parts of channels and arrays":
    "_ = ‹Recv(make(chan ID))|ID›; _ = ‹Recv(ints)|int›; _ = ‹Third([3]ID{})|ID›",
  "parts of parts": "_ = ‹Grid(grid)|ID›; _ = ‹Head(List[List[ID]]{})|List[ID]›",
  "arguments of generic types":
    "_ = ‹Head(list)|string›; _ = ‹Head(idList)|ID›; _ = ‹KeyOf(Pair[ID, string]{})|ID›; _ = ‹KeyOf(swap)|ID›",
  functions:
    "_ = ‹Run(func(id ID) string { return `` }, 1)|string›; _ = ‹Run(call, 1)|string›; _ = ‹Run(c.Set, 1)|unknown›",
  "functions of several results":
    "a, b := Results(two); _, _ = ‹a|string›, ‹b|ID›; d, e := Results(func() (*Client, error) { return nil, nil }); _, _ = ‹d|error›, ‹e|*Client›",
  "methods of an interface that is embedded":
    "_ = ‹UseNamed(c)|ID›; _ = ‹UseNested(c)|ID›; _ = ‹UseNamed(list)|unknown›",
  "methods of an interface":
    "_ = ‹Use(Getter[ID](c))|ID›; _ = ‹Use(c)|ID›; _ = ‹UseLiteral(c)|ID›; _ = ‹Ask(c)|ID›; _ = ‹Ask(Getter[string](nil))|string›",
  "a constraint that gives the other argument":
    "a, b := Make[Client](); _, _ = ‹a|Client›, ‹b|*Client›",
  "a constraint of one underlying type":
    "_ = ‹Clone(ids)|IDs›; _ = ‹Elem(ids)|ID›; _ = ‹Elem(again)|ID›; _ = ‹Clone([]string{})|[]string›; k, v := Entry(names); _, _ = ‹k|string›, ‹v|ID›; _ = ‹Elem[[]ID](nil)|ID›",
  "a constraint that is a type":
    "_ = ‹Slice(id)|[]ID›; _ = ‹Slice(1)|[]int›; _ = ‹Chain(id)|[][]ID›",
  "some arguments that are written":
    "_ = ‹Both[ID](1, 2)|ID›; _ = ‹Run[ID, string](nil, 1)|string›; _ = ‹Key[string](m)|string›; _ = ‹Values[string, *Client](nil)|[]*Client›; _ = ‹Nothing[ID]()|ID›; _ = ‹Number[float64](1)|float64›",
  "functions that are not called":
    "f := Both[ID]; _ = ‹f(1, 2)|ID›; g := Values[string, ID]; _ = ‹g(nil)|[]ID›; h := (Nothing[IDs]); _ = ‹h()|IDs›",
  "what no argument says":
    "_ = ‹Nothing()|unknown›; _ = ‹All()|[]unknown›; _ = ‹Both(nil, nil)|unknown›; _ = ‹Head(nil)|unknown›; _ = ‹Tilde(id)|unknown›; _ = ‹Both2(id)|unknown›; _ = ‹Compare()|unknown›; _ = ‹Fail()|unknown›; _ = ‹Unread()|unknown›; _ = ‹Union()|unknown›",
  "what is not known":
    "_ = ‹Both(unread.X, 1)|unknown›; _ = ‹Both(unread.X, unread.Y)|unknown›; _ = ‹Of(unread.X)|*unknown›; _ = ‹Head(unread.L)|unknown›; _ = ‹Both(unread.X, id)|unknown›",
  "what Go does not allow":
    "_ = ‹Head(id)|unknown›; _ = ‹Head(Pair[ID, string]{})|unknown›; _ = ‹Head(unread.List[ID]{})|unknown›; _ = ‹Both(id, ids)|unknown›; _ = ‹Both([]ID{}, []string{})|unknown›; _ = ‹Ptr(id)|unknown›; _ = ‹Values(id)|[]unknown›",
};

describe("inferred type arguments", () => {
  test.each(Object.entries(CASES))("%s", (_title, statements) => {
    expectMarkedTypes(`package p${DECLARED}${statements}\n}\n`);
  });
});

test.each([
  ["Both(unread.X, 1)", 'the declarations of package "example.com/unread" were not read'],
  ["Both([]ID{}, []string{})", "the arguments have different types"],
  ["Nothing()", "the type argument for 'T' does not follow from the arguments"],
  ["Union()", "the type argument for 'N' does not follow from the arguments"],
])("what %s gives is not known because %s", (call, reason) => {
  const { sourceCode, marks } = parseMarked(`package p${DECLARED}_ = ‹${call}|›\n}\n`);
  const types = marks.map(({ node }) => semanticsOf(sourceCode).typeOf(node));
  expect(types).toMatchObject([{ kind: "unknown", reason: expect.stringContaining(reason) }]);
});
