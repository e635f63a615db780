import { describe, expect, test } from "@jest/globals";
import { semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";
import { expectMarkedTypes } from "./marked-types.ts";

const DECLARED = `
type ID int
type Client struct { id ID }
type Closer interface { Close() error }
type List[T any] struct { head T; rest *List[T] }
type Pair[A, B any] struct { a A; b B }
type Source[T any] interface { Next() (T, bool); Closer; Inner[[]T] }
type Inner[T any] interface { Take(T) T }
type Wide[T any] struct { next *Wide[Pair[T, T]]; it T }
type Deep[T any] struct { next *Deep[[]T]; it T }
type Handler[T any] func(T) (T, error)
type Table[K comparable, V any] map[K][]V
type Stream[T any] chan T
type Embeds[T any] struct { List[T]; *Pair[T, ID] }
func Struct[T any](x T) struct { value T; id ID; List[T] } { panic(0) }
func Interface[T any](x T) interface { Get() T; Closer; Inner[T] } { panic(0) }
func Embeds2[T any](x T) interface { Inner[T]; Close() error } { panic(0) }
func Methods[T any](x T) interface { Get() T; Close() error } { panic(0) }
func Map[K comparable, V any](k K, v V) map[K]V { return nil }
func Func[T any](x T) func(T) (T, error) { return nil }
func Chan[T any](x T) <-chan T { return nil }
func Array[T any](x T) [2]T { panic(0) }
func Lists[T any](x T) *List[List[T]] { return nil }
func Tuple[T any](x T) (T, *T, ID) { panic(0) }
func f(c *Client, s Source[ID], w Wide[ID], d Deep[ID], h Handler[*Client], t Table[string, ID], st Stream[*Client], e Embeds[string]) {
`;

const CASES: Readonly<Record<string, string>> = {
  "in a struct":
    "_ = ‹Struct(c).value|*Client›; _ = ‹Struct(c).id|ID›; _ = ‹Struct(c).head|*Client›",
  "in an interface":
    "_ = ‹Interface(c).Get()|*Client›; _ = ‹Interface(c).Close()|error›; _ = ‹Interface(c).Take(c)|*Client›; _ = ‹Embeds2(c).Take(c)|*Client›; _ = ‹Embeds2(c).Close()|error›; _ = ‹Methods(c).Get()|*Client›; _ = ‹Methods(c).Close()|error›",
  "in a map": "_ = ‹Map(``, c)|map[string]*Client›; _ = ‹Map(c, 1)|map[*Client]int›",
  "in a function":
    "x, err := Func(c)(nil); _, _ = ‹x|*Client›, ‹err|error›; _ = ‹Func(c)|func›",
  "in channels and arrays":
    "_ = ‹Chan(c)|chan *Client›; _ = ‹Array(c)|[...]*Client›; _ = ‹<-Chan(c)|*Client›",
  "in instances":
    "_ = ‹Lists(c)|*List[List[*Client]]›; _ = ‹Lists(c).head.head|*Client›; _ = ‹Lists(c).rest.rest.head|List[*Client]›",
  "in several results": "x, y, id := Tuple(c); _, _, _ = ‹x|*Client›, ‹y|**Client›, ‹id|ID›",
  "in methods of an interface":
    "x, ok := s.Next(); _, _ = ‹x|ID›, ‹ok|bool›; _ = ‹s.Close()|error›; _ = ‹s.Take(nil)|[]ID›",
  "in a defined function": "x, err := h(c); _, _ = ‹x|*Client›, ‹err|error›",
  "in a defined map":
    "_ = ‹t[``]|[]ID›; _ = ‹t[``][0]|ID›; for k, v := range t { _, _ = ‹k|string›, ‹v|[]ID› }",
  "in a defined channel": "_ = ‹<-st|*Client›; for x := range st { _ = ‹x|*Client› }",
  "in embedded types":
    "_ = ‹e.head|string›; _ = ‹e.a|string›; _ = ‹e.b|ID›; _ = ‹e.rest.head|string›",
  "in a type of itself":
    "_ = ‹d.next.next.it|[][]ID›; _ = ‹w.next.it|Pair[ID, ID]›; _ = ‹w.next.next.it.a.b|ID›",
};

describe("type arguments take the place of type parameters", () => {
  test.each(Object.entries(CASES))("%s", (_title, statements) => {
    expectMarkedTypes(`package p${DECLARED}${statements}\n}\n`);
  });

  test("until a type is larger than anyone writes", () => {
    const { sourceCode, marks } = parseMarked(
      `package p${DECLARED}_ = ‹w${".next".repeat(5)}.it.a|›; _ = ‹w${".next".repeat(12)}.it|›; _ = ‹d${".next".repeat(30)}.it|›\n}\n`,
    );
    const semantics = semanticsOf(sourceCode);
    const types = marks.map(({ node }) => semantics.typeOf(node));
    expect(types).toMatchObject([
      { kind: "named", name: "Pair" },
      { kind: "unknown", reason: "the type is too large" },
      { kind: "slice" },
    ]);
  });
});
