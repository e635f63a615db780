import { describe, expect, test } from "@jest/globals";
import { formatType, semanticsOf, type GoType } from "../../../src/index.ts";
import { addStubs } from "../../../src/semantics/model/semantics-of.ts";
import { parseStubs } from "../../../src/semantics/packages/stub-source.ts";
import { itemAt, parseMarked } from "../marked-source.ts";

const KNOWN = parseStubs({
  "example.com/db": `package db
    const Limit Size = 1
    var Default *Client
    type Size int
    type Client struct { *Pool; Size Size }
    type Old = Client
    type Pool struct{}
    func (p *Pool) Conn() (*Conn, error)
    type Conn struct{}
    func (c *Conn) Close() error
    func Open(name string) (*Client, error)
    type Handler func(*Conn) Result
    type Result struct{}`,
});

const DECLARED = `
import ( "time"; "example.com/db"; dbx "example.com/db"; "example.com/unread" )
type Engine struct { db *db.Client; name string; *Base; Inner; log Logger; hooks []Hook; on map[string]*Hook }
type Base struct { id ID; log Base2 }
type Base2 struct{}
type Inner struct { deep Deep; twice ID }
type Deep struct { id Base2; deepest ID }
type Left struct { both ID }
type Right struct { both ID }
type Ambiguous struct { Left; Right }
type Top struct { above ID }
type LeftOfTop struct { *Top; left ID }
type RightOfTop struct { *Top }
type Diamond struct { LeftOfTop; RightOfTop }
type ID int
type Hook struct { run func() (ID, error) }
type Logger interface { With(string) Logger; Flush }
type Flush interface { Flush() ID }
type Sync interface { Flush; Sync() ID }
type LoopOne interface { LoopTwo }
type LoopTwo interface { LoopOne; Turn() ID }
type Both interface { Logger; Sync; unread.Sink }
type Defined Engine
type DefinedLogger Logger
type Alias = Engine
type Loop struct { *Loop; Other }
type Other struct { Loop; x ID }
type List[T any] struct { head T; all []T; size ID }
type Fn func() ID
func (e *Engine) Start() (ID, error) { return 0, nil }
func (e *Engine) Self() *Engine { return e }
func (e *Engine) each(yield func(ID, *Hook) bool) {}
func (b *Base) Hidden() ID { return 0 }
func newEngine() *Engine { return nil }
func pair() (ID, *Engine) { return 0, nil }
func generic[T any](x T) (T, ID) { return x, 0 }
func (e *Engine) fields(self Engine, i any, un unread.Client, amb Ambiguous, def Defined, defLog DefinedLogger, ids ...ID) {
`;

/** Expressions in a method of the types above, each with its type or why it has none. */
const CASES: Readonly<Record<string, string>> = {
  "the receiver": "_ = ‹e|*Engine›",
  parameters: "_ = ‹self|Engine›; _ = ‹ids|[]ID›",
  "names where they are declared":
    "var ‹v|*Hook› *Hook; ‹w|ID›, ‹n|int› := e.id, 1; for ‹i|int›, ‹h|Hook› := range e.hooks {}; _ = func(‹p|db.Size› db.Size) {}",
  "a name of another value": "w := e.id; w, ‹x|string› := ‹w|ID›, e.name",
  "a field": "_ = ‹e.db|*db.Client›; _ = ‹e.name|string›",
  "type expressions":
    "_ = func(a ‹*Engine|*Engine›, b ‹[]Hook|[]Hook›, c ‹map[string]*Hook|map[string]*Hook›, d ‹time.Duration|time.Duration›, e ‹List[ID]|List[ID]›, f ‹struct{}|struct›, g ‹func()|func›) {}",
  "a type of a package that was not read, and of a shadowed one":
    "var x ‹unread.Client|unread.Client›; db := 1; var y ‹db.Client|? a variable, not a package›",
  "the name of a selected type is not looked up alone":
    "type Client int; var x db.‹Client|db.Client›; var y ‹Client|? declared in a function›",
  "an alias as a type": "var x ‹Alias|Engine›; var y ‹db.Old|db.Client›",
  "what looks like a type in a conversion":
    "_ = ‹List[ID]|List[ID]›(x); _ = ‹generic[ID]|func›(1)",
  "fields where they are declared, selected and set":
    "type local struct { ‹a|string›, ‹b|string› string; c *db.Client }; _ = e.‹db|*db.Client›; _ = Hook{‹run|func›: nil}; _ = &Deep{‹id|Base2›: b, ‹nope|? the name of a field›: b}",
  "names of the universe":
    "_ = ‹len|? built-in function›(e.hooks); _ = ‹string|? built-in type›(e.name)",
  "a field that shadows a promoted one": "_ = ‹e.log|Logger›; _ = ‹e.Base.log|Base2›",
  "promoted fields": "_ = ‹e.id|ID›; _ = ‹e.twice|ID›; _ = ‹e.deep.id|Base2›",
  "fields are not promoted through names": "_ = ‹e.deepest|? no field or method›",
  "a field promoted from two": "_ = ‹amb.both|? ambiguous›; _ = ‹amb.Left.both|ID›",
  "a field of a type that is embedded by two ways":
    "var d Diamond; _ = ‹d.above|? ambiguous›; _ = ‹d.left|ID›; _ = ‹d.LeftOfTop.above|ID›",
  "types that embed each other": "var l Loop; _ = ‹l.x|ID›; _ = ‹l.y|? no field or method›",
  methods:
    "_, _ = ‹e.Start()|(ID, error)›; _ = ‹e.Self().Self().db|*db.Client›; _ = ‹e.Start|func›",
  "a promoted method may be hidden by another file":
    "_ = ‹e.Hidden()|? another file›; _ = ‹e.Base.Hidden()|ID›",
  "a defined type has the fields and not the methods":
    "_ = ‹def.db|*db.Client›; _ = ‹def.Start()|? no field or method›",
  "a type defined as an interface has its methods": '_ = ‹defLog.With("")|Logger›',
  "methods of embedded interfaces": "_ = ‹e.log.Flush()|ID›",
  "interfaces that embed each other":
    "var l LoopOne; _ = ‹l.Turn()|ID›; _ = ‹l.nope()|? no field or method›",
  "a method that an interface has by two ways":
    "var b Both; _ = ‹b.Flush()|ID›; _ = ‹b.Sync()|ID›; _ = ‹b.nope()|? were not read›",
  "an alias": "var a *Alias; _ = ‹a|*Engine›; _ = ‹a.Self()|*Engine›",
  "fields of an instance":
    "var l List[int]; _ = ‹l|List[int]›; _ = ‹l.head|int›; _ = ‹l.all|[]int›; _ = ‹l.size|ID›",
  "a function's results":
    "x, y := pair(); _ = ‹x|ID›; _ = ‹y|*Engine›; _ = ‹newEngine()|*Engine›",
  "a generic function":
    "_, x := generic(1); _ = ‹x|ID›; y, _ := generic[int](1); _ = ‹y|int›; z, _ := generic(e); _ = ‹z|*Engine›",
  "a generic function with two type arguments is no conversion":
    "x := unread.AsType[*Engine, int](i); _ = ‹x|? not read›",
  "a function of another file, or a conversion":
    "_ = ‹Make(1)|? not declared›; _ = ‹ID(1)|ID›; _ = ‹(*Engine)(nil)|*Engine›",
  "a shadowed function is no function": "newEngine := 1; _ = ‹newEngine|int›",
  "a shadowed type is no type": "ID := func(int) *Engine { return nil }; _ = ‹ID(1)|*Engine›",
  literals:
    "_ = ‹Engine{}|Engine›; _ = ‹&Engine{}|*Engine›; _ = ‹[]ID{}|[]ID›; _ = ‹map[string]ID{}|map[string]ID›; _ = ‹List[int]{}|List[int]›",
  "a literal of a type of another file": "_ = ‹&Elsewhere{}|*Elsewhere›",
  "a local type is what it is made of":
    "type Engine struct { x ID }; var v Engine; _ = ‹v.x|ID›; _ = ‹v|struct›; _ = ‹v.db|? no field›",
  "a local type that is defined as another has not its methods":
    "type T Base; var v T; _ = ‹v|struct›",
  "a pointer to a pointer selects nothing":
    "p := &e; _ = ‹p.db|? no field or method›; q := &p; _ = ‹q.db|? no field or method›; _ = ‹(*p).db|*db.Client›",
  "what is missing is missed alike, with a pointer and without":
    "var v Left; w := &v; _ = ‹v.none|? Left has no›; _ = ‹w.none|? Left has no›",
  "a local type that holds itself": "type T struct { next *T; x ID }; var v T; _ = ‹v.x|ID›",

  "new and make":
    "_ = ‹new(Engine)|*Engine›; _ = ‹make([]ID, 1)|[]ID›; _ = ‹new(1)|*int›; x := 1.5; _ = ‹new(x)|*float64›",
  "new, declared anew": "new := func(int) ID { return 0 }; _ = ‹new(1)|ID›",
  "append, len, min, recover":
    "_ = ‹append(ids, 1)|[]ID›; _ = ‹len(ids)|int›; _ = ‹min(1, ids[0])|ID›; _ = ‹recover()|any›",
  "len, declared anew": "len := func([]ID) ID { return 0 }; _ = ‹len(ids)|ID›",
  "type assertions":
    "x, ok := i.(*Engine); _ = ‹x|*Engine›; _ = ‹ok|bool›; _ = ‹i.(db.Size)|db.Size›",
  "a type switch":
    "switch x := i.(type) { case *Engine: _ = ‹x|*Engine›; case ID, Base: _ = ‹x|any›; case nil: _ = ‹x|any›; default: _ = ‹x|any› }",
  "indexes and slices":
    "_ = ‹e.hooks[0]|Hook›; _ = ‹e.hooks[1:]|[]Hook›; _ = ‹e.name[0]|byte›; _ = ‹e.name[1:]|string›; var a [3]ID; _ = ‹a[:]|[]ID›",
  maps: "h, ok := e.on[e.name]; _ = ‹h|*Hook›; _ = ‹ok|bool›; _ = ‹e.on[e.name].run|func›",
  "a function in a field": "x, _ := e.hooks[0].run(); _ = ‹x|ID›",
  "a called element": "var fs []func(int) ID; _ = ‹fs[0](1)|ID›; g := 0; _ = ‹fs[g](1)|ID›",
  "a function type": "var f Fn; _ = ‹f()|ID›; var g unread.Fn; _ = ‹g()|? not known›",
  closures:
    "f := func(x int) (*Engine, error) { return nil, nil }; y, _ := f(1); _ = ‹y|*Engine›; _ = ‹func() ID { return 0 }()|ID›",
  "channels of channels":
    "var c chan (<-chan ID); _ = ‹<-c|chan ID›; x, ok := <-(<-c); _ = ‹x|ID›; _ = ‹ok|bool›; for y := range <-c { _ = ‹y|ID› }",
  select:
    "var c chan *Engine; select { case x := <-c: _ = ‹x|*Engine›; case y, ok := <-c: _, _ = ‹y|*Engine›, ‹ok|bool› }",
  "range over slices and maps":
    "for k, h := range e.on { _, _ = ‹k|string›, ‹h|*Hook› }; for k, h := range e.hooks { _, _ = ‹k|int›, ‹h|Hook› }",
  "range over strings and numbers":
    "for k, r := range e.name { _, _ = ‹k|int›, ‹r|rune› }; for k := range 9 { _ = ‹k|int› }; for k := range uint8(9) { _ = ‹k|uint8› }; for k := range ids[0] { _ = ‹k|ID› }",
  "range over a function":
    "for x := range func(yield func(ID) bool) {} { _ = ‹x|ID› }; var each func(func(k ID, v *Engine) bool); for k, v := range each { _, _ = ‹k|ID›, ‹v|*Engine› }; for k, v := range e.each { _, _ = ‹k|ID›, ‹v|*Hook› }",
  "range over what is no such function":
    "var a func(func(ID)); for x := range a { _ = ‹x|? not known› }; var b func(int, func(ID) bool); for x := range b { _ = ‹x|? not known› }; var c func(func(ID) bool) ID; for x := range c { _ = ‹x|? not known› }",
  pointers:
    "p := &e; _ = ‹p|**Engine›; _ = ‹*p|*Engine›; _ = ‹(*e).db|*db.Client›; _ = ‹*self.Base|Base›",
  "method expressions are functions":
    "_ = ‹Engine.Start|func›; _ = ‹(*Engine).Self|func›; _ = ‹(*Engine).Self(e).db|*db.Client›; start := (*Engine).Self; _ = ‹start(e)|*Engine›; _ = ‹Engine.Unsaid|? no field or method›",

  "constants take the type of what they meet":
    "const d = 2; _ = ‹d * ids[0]|ID›; _ = ‹ids[0] * d|ID›; _ = ‹2 * d|int›; _ = ‹2 * 1.5|float64›",
  "one operand whose type is known is enough":
    "_ = ‹unread.X + ids[0]|ID›; _ = ‹ids[0] + unread.X|ID›; _ = ‹2 * unread.X|? not read›",
  shifts: "_ = ‹ids[0] << 2|ID›; _ = ‹1 << ids[0]|int›; var u uint; _ = ‹u << ids[0]|uint›",
  comparisons: "_ = ‹ids[0] == 1|bool›; _ = ‹!ok|? not declared›; _ = ‹1 < 2 && true|bool›",
  "typed and repeated constants":
    "const ( a ID = iota; b; c = 2; d; f, g = 'x', ID(1); h, j ); _ = ‹b|ID›; _ = ‹d|int›; _ = ‹h|rune›; _ = ‹j|ID›",
  "nil has no type": "x := nil; _ = ‹x|? nil›",
  "true, declared anew": "true := ids; _ = ‹true|[]ID›",

  "packages that are known":
    "c, err := db.Open(e.name); _ = ‹c|*db.Client›; _ = ‹err|error›; _ = ‹db.Default|*db.Client›; _ = ‹db.Limit|db.Size›; _ = ‹c.Pool.Conn()|(*db.Conn, error)›; _ = ‹db.Size(1)|db.Size›; _ = ‹dbx.Default.Size|db.Size›",
  "an alias in another package": "var c dbx.Old; _ = ‹c|db.Client›; _ = ‹c.Size|db.Size›",
  "a function type of another package": "var h db.Handler; _ = ‹h(nil)|db.Result›",
  "packages that are not":
    "_ = ‹un|unread.Client›; _ = ‹un.Name|? not read›; _ = ‹unread.Name|? not read›; _ = ‹time.Now()|? not read›",
  "a local that shadows a package": "db := e; _ = ‹db.db|*db.Client›",
  "keys of struct literals are no expressions":
    "name := e; _ = Engine{‹name|string›: ‹name|*Engine›.name}; _ = map[*Engine]int{‹name|*Engine›: 1}",
  "what has no value":
    "a, b, c := 1, 2; _ = ‹c|? 'c' has no value›; _ = b; const k, l = 2; _ = ‹l|? 'l' has no value›; g, h, i2 := pair(); _ = ‹i2|? there is no value 3 here›; _ = a; _ = g; _ = h",
  "what is no value":
    "_ = ‹Engine|? 'Engine' is not a value: it is declared as type›; _ = ‹db|? is not a value›",
  "a blank type": "var x ‹_|? '_' is not a name›; _ = x",
  "a type that its package does not declare":
    "var x db.Missing; _ = ‹x.y|? declares no type 'Missing' that was read›",
  "a function of hundreds of parameters": `var g func(${"map[ID]ID, ".repeat(250)}string) *Engine; _ = ‹g()|*Engine›`,
  "names with comments between": "x, /* a, b */ y := pair(); _ = ‹x|ID›; _ = ‹y|*Engine›",
};

function say(type: GoType, expected: string): string {
  if (type.kind !== "unknown") return formatType(type);
  const part = expected.startsWith("? ") ? expected.slice(2) : null;
  return part !== null && type.reason.includes(part) ? expected : `unknown: ${type.reason}`;
}

describe("typeOf", () => {
  test.each(Object.entries(CASES))("%s", (_title, statements) => {
    const { sourceCode, marks } = parseMarked(`package p${DECLARED}${statements}\n}\n`);
    expect(sourceCode.tree.root.hasError).toBe(false);
    addStubs(sourceCode, KNOWN);
    const semantics = semanticsOf(sourceCode);
    const found = marks.map(
      ({ node, says }) => `${node.text}: ${say(semantics.typeOf(node), says)}`,
    );
    expect(found).toEqual(marks.map(({ node, says }) => `${node.text}: ${says}`));
  });

  test("with a dot import, a name that is not declared here may come from it", () => {
    const { sourceCode, marks } = parseMarked(
      'package p\nimport . "example.com/db"\nfunc f(c ‹Client|›, e error) { ‹c|›.Close(); ‹e|›.Error() }\n',
    );
    const semantics = semanticsOf(sourceCode);
    expect(marks.slice(1).map(({ node }) => semantics.typeOf(node))).toEqual([
      { kind: "unknown", reason: expect.stringContaining("dot import") },
      { kind: "named", importPath: "", name: "error" },
    ]);
  });

  test("types of the file's package have the import path '.'", () => {
    const { sourceCode, marks } = parseMarked(
      "package p\nfunc f(c *Client) { ‹c|›.Close() }\n",
    );
    expect(semanticsOf(sourceCode).typeOf(itemAt(marks, 0).node)).toEqual({
      kind: "pointer",
      element: { kind: "named", importPath: ".", name: "Client" },
    });
  });
});
