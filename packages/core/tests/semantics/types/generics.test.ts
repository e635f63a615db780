import { describe, expect, test } from "@jest/globals";
import { formatType, semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";

const DECLARED = `
type ID int
type Client struct{ id ID }
func (c *Client) Close() error { return nil }
type List[T any] struct { head T; all []T; next *List[T] }
func (l *List[E]) First() E { return l.head }
func (l *List[_]) Len() int { return 0 }
type Pair[K comparable, V any] struct { key K; value V; swapped *Pair2[V, K] }
type Pair2[A, B any] struct { a A; b B }
type Clients struct { List[*Client] }
type Named[T any] struct { *List[T]; T2 Pair[string, T] }
type Short[T any] = List[[]T]
type Grow[T any] struct { more *Grow[*T]; it T }
type Closer interface { Close() error }
type Number interface { ~int | ~float64 }
func One[T any](x T) T { return x }
func Both[T any](a, b T) T { return a }
func Map[A, B any](xs []A, f func(A) B) []B { return nil }
func Apply[A any](f func(A) A, xs []A) A { return f(xs[0]) }
func Keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }
func Get[T any]() (T, error) { var t T; return t, nil }
func Last[S ~[]E, E any](s S) (E, bool) { var e E; return e, false }
func Each[T any](xs ...T) func(yield func(int, T) bool) { return nil }
func Constrained[C Closer](c C) { _ = ‹c.Close()|error› }
func shadow[ID any](x ID) { var _ = x }
func f(l *List[ID], p Pair[string, *Client], c Clients, n Named[ID], s Short[ID], g Grow[ID], m map[ID]*Client, cs []*Client) {
`;

const CASES: Readonly<Record<string, string>> = {
  "fields of an instance": "_ = ‹l.head|ID›; _ = ‹l.all|[]ID›; _ = ‹l.next.next.head|ID›",
  "a receiver may call its parameters otherwise": "_ = ‹l.First()|ID›; _ = ‹l.Len()|int›",
  "two parameters, and both swapped":
    "_ = ‹p.key|string›; _ = ‹p.value.id|ID›; _ = ‹p.swapped.a|*Client›; _ = ‹p.swapped.b|string›",
  "an embedded instance": "_ = ‹c.head|*Client›; _ = ‹c.List.First().Close()|error›",
  "an embedded instance of a parameter": "_ = ‹n.List.First()|ID›; _ = ‹n.T2.value|ID›",
  "a generic alias": "_ = ‹s.head|[]ID›; _ = ‹s.all|[][]ID›",
  "a type that grows": "_ = ‹g.it|ID›; _ = ‹g.more.it|*ID›; _ = ‹g.more.more.it|**ID›",
  "an argument that is written":
    "x, err := Get[*Client](); _ = ‹x|*Client›; _ = ‹err|error›; _ = ‹One[ID](1)|ID›",
  "an argument that follows":
    "_ = ‹One(l)|*List[ID]›; _ = ‹One(1)|int›; _ = ‹One(1.5)|float64›; _ = ‹Both(1, 2.5)|float64›; _ = ‹Both(2.5, 1)|float64›",
  "arguments that follow from functions":
    "_ = ‹Map(cs, func(c *Client) ID { return c.id })|[]ID›",
  "a generic function as an argument says nothing of the others":
    "_ = ‹Apply(One, cs)|*Client›; _ = ‹Map(cs, One)|[]unknown›; _ = ‹Map[*Client, ID](cs, One)|[]ID›",
  "arguments that follow from a core type":
    "_ = ‹Keys(m)|[]ID›; x, _ := Last(cs); _ = ‹x|*Client›",
  "what is ranged over": "for i, x := range Each(cs...) { _ = ‹i|int›; _ = ‹x|*Client› }",
  "nothing that an argument would follow from": "x, _ := Get(); _ = ‹x|unknown›",
  "a literal": "_ = ‹List[string]{}.head|string›; _ = ‹(&Pair[ID, int]{}).value|int›",
  "an index is no instance": "xs := []func(int) *Client{}; _ = ‹xs[0](1).id|ID›",
};

describe("type arguments", () => {
  test.each(Object.entries(CASES))("%s", (_title, statements) => {
    const { sourceCode, marks } = parseMarked(`package p${DECLARED}${statements}\n}\n`);
    expect(sourceCode.tree.root.hasError).toBe(false);
    const semantics = semanticsOf(sourceCode);
    const found = marks.map(
      ({ node }) => `${node.text}: ${formatType(semantics.typeOf(node))}`,
    );
    expect(found).toEqual(marks.map(({ node, says }) => `${node.text}: ${says}`));
  });
});
