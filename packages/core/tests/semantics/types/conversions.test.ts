import { describe, expect, test } from "@jest/globals";
import { formatType, semanticsOf } from "../../../src/index.ts";
import { parseMarked } from "../marked-source.ts";
import { expectMarkedTypes } from "./marked-types.ts";
import { asking, MOD, typeIn } from "../module-files.ts";

const DECLARED = `
import ( "time"; "example.com/unread" )
type ID int
type Text string
type Hook struct { run func() ID; deep Deep }
type Deep struct { id ID }
type List[T any] struct { head T }
type Pair[K, V any] struct { key K }
type Hooks []Hook
func f(x any, id ID, ids []ID, arr [3]ID, t Text, hooks []Hook) {
`;

const CASES: Readonly<Record<string, string>> = {
  "conversions to types of the universe":
    "_ = ‹string(x)|string›; _ = ‹any(x)|any›; _ = ‹(error)(x)|error›",
  "conversions to types that are written":
    "_ = ‹[]byte(x)|[]byte›; _ = ‹[2]int(x)|[...]int›; _ = ‹map[string]ID(x)|map[string]ID›; _ = ‹(func() ID)(x)|func›; _ = ‹(func() ID)(x)()|ID›; _ = ‹(chan ID)(x)|chan ID›; _ = ‹interface{}(x)|interface›; _ = ‹struct{}(x)|struct›; _ = ‹(*ID)(x)|*ID›; _ = ‹(**ID)(x)|**ID›; _ = ‹([]ID)(x)|[]ID›",
  "conversions to declared types":
    "_ = ‹ID(x)|ID›; _ = ‹(ID)(x)|ID›; _ = ‹((ID))(x)|ID›; _ = ‹List[ID](x)|List[ID]›; _ = ‹(List[ID])(x)|List[ID]›; _ = ‹Pair[ID, string](x)|Pair[ID, string]›; _ = ‹(*List[ID])(x)|*List[ID]›; _ = ‹(*List[ID])(x).head|ID›; _ = ‹(*Pair[ID, string])(x).key|ID›",
  "a local type":
    "type local struct { a ID }; _ = ‹local(x).a|ID›; _ = ‹(*local)(x).a|ID›; type alias = List[ID]; var a alias; _ = ‹a|List[ID]›; _ = ‹a.head|ID›; _ = ‹alias(x)|List[ID]›",
  "a local type of a number": "type n int; var v n; _ = ‹v|unknown›",
  "a variable with a type's name": "ID := func(any) string { return `` }; _ = ‹ID(x)|string›",
  "what is no conversion":
    "_ = ‹unread.T(x)|unknown›; _ = ‹Elsewhere(x)|unknown›; _ = ‹time.Now()|unknown›",

  "a new value of a type":
    "_ = ‹new(ID)|*ID›; _ = ‹new([]ID)|*[]ID›; _ = ‹new(List[ID])|*List[ID]›; _ = ‹new(unread.T)|*unread.T›; _ = ‹new(Elsewhere)|*Elsewhere›; _ = ‹new(Elsewhere2[ID])|*Elsewhere2[ID]›; _ = ‹new(/* it */ ID)|*ID›; _ = ‹new(func())|*func›",
  "a new value of a value":
    "_ = ‹new(id)|*ID›; _ = ‹new(`a`)|*string›; _ = ‹new(ids[0])|*ID›; _ = ‹new(-id)|*ID›",
  "built-in functions":
    "_ = ‹cap(ids)|int›; _ = ‹copy(ids, ids)|int›; _ = ‹len(x)|int›; _ = ‹append(/* to */ ids, id)|[]ID›; _ = ‹max(/* of */ 1, 2.5)|float64›; _ = ‹min(`a`, t)|Text›; _ = ‹make(/* a */ map[ID]string)|map[ID]string›; _ = ‹recover()|any›",
  "built-in functions without arguments":
    "_ = ‹len()|int›; _ = ‹new()|unknown›; _ = ‹append()|unknown›",
  "built-in functions without results": "_ = ‹panic(x)|unknown›; _ = ‹print(x)|unknown›",

  "operators of one operand":
    "_ = ‹-id|ID›; _ = ‹^id|ID›; _ = ‹!true|bool›; _ = ‹+1.5|float64›; _ = ‹&id|*ID›; _ = ‹*&id|ID›",
  "strings by their bytes":
    "_ = ‹t[0]|byte›; _ = ‹t[1:]|Text›; _ = ‹`abc`[0]|byte›; _ = ‹string(t)[0]|byte›",
  "arrays by their elements":
    "_ = ‹arr[0]|ID›; p := &arr; _ = ‹p[0]|ID›; _ = ‹p[:]|[]ID›; for i, v := range arr { _, _ = ‹i|int›, ‹v|ID› }; for i, v := range p { _, _ = ‹i|int›, ‹v|ID› }",
  "constants of a group":
    "const ( a ID = iota\n// about b\nb\nc\n); _ = ‹b|ID›; _ = ‹c|ID›; const d = iota; _ = ‹d|int›",
  "declared names":
    "_ = func(‹m|[]ID› ...ID) {}; const ‹k|ID› ID = 1; const ‹l|string› = ``; select { case ‹v|ID›, ‹ok|bool› := <-make(chan ID): }",

  "keys of literals in literals":
    "_ = []Hook{{‹run|func›: nil}}; _ = []*Hook{{‹run|func›: nil}}; _ = [2]Hook{{‹run|func›: nil}}; _ = [...]Hook{1: {‹run|func›: nil}}; _ = map[ID]Hook{1: {‹run|func›: nil}}; _ = map[Deep]int{{‹id|ID›: 1}: 1}; _ = map[Deep]Hook{{‹id|ID›: 1}: {‹run|func›: nil}}; _ = [][]Hook{{{‹run|func›: nil}}}; _ = Hooks{{‹deep|Deep›: Deep{‹id|ID›: 1}}}; _ = map[string]map[Deep]int{`a`: {{‹id|ID›: 1}: 1}}",
  "literals without a type in literals":
    "_ = []Hook{‹{run: nil}|Hook›}; _ = map[Deep]*Hook{‹{id: 1}|Deep›: ‹{run: nil}|*Hook›}; _ = [][]ID{‹{1}|[]ID›}",
};

describe("types of conversions, built-in functions and literals", () => {
  test.each(Object.entries(CASES))("%s", (_title, statements) => {
    expectMarkedTypes(`package p${DECLARED}${statements}\n}\n`);
  });

  test.each([
    ["*id", "? not a pointer"],
    ["<-id", "? not a channel"],
    ["id[0]", "? the elements of the indexed value are not known"],
    ["&unread.X", '? the declarations of package "example.com/unread" were not read'],
    ["unread.X[0]", '? the declarations of package "example.com/unread" were not read'],
    ["unread.List[0](1)", '? the declarations of package "example.com/unread" were not read'],
    ["id()", "? what a value of type p.ID gives when called is not known"],
    ["map[unread.K]int{{a: 1}: 1}", "map[unread.K]int"],
  ])("%s: %s", (expression, expected) => {
    const text = `package p${DECLARED}_ = ${expression}\n}\n`;
    expect(typeIn("/p/a.go", { "/p/go.mod": "module p\n", "/p/a.go": text })).toContain(
      expected,
    );
  });

  test.each([
    [
      "the second of what is not known",
      "_, y := unread.F(); if true",
      "? the declarations of package",
    ],
    [
      "what a variable's name declares",
      "Text := 1; _ = Text; var y Text; if true",
      "? 'Text' is a variable, not a type",
    ],
    [
      "what no import declares",
      "var y gone.T; if true",
      "? no import of this file is known to be package 'gone'",
    ],
    [
      "each value of what is not known",
      "for y := range unread.X",
      "? the declarations of package",
    ],
    ["an iterator of no values", "for y := range func(yield func() bool) {}", "? what 'range"],
    [
      "a function of no iterator",
      "var g func(int); for y := range g",
      "? what 'range g' gives",
    ],
    [
      "a function of two parameters",
      "var g func(func(ID) bool, int); for y := range g",
      "? what",
    ],
    [
      "one whose yield gives two",
      "var g func(func(ID) (bool, error)); for y := range g",
      "? what",
    ],
    [
      "one whose yield gives another type",
      "var g func(func(ID) ID); for y := range g",
      "? what",
    ],
    [
      "one whose yield gives a defined bool",
      "type ok bool; var g func(func(ID) Ok); for y := range g",
      "p#ID",
    ],
  ])("%s", (_title, loop, expected) => {
    const text = `package p${DECLARED}${loop} { _ = y }\n}\ntype Ok bool\n`;
    expect(typeIn("/p/a.go", { "/p/go.mod": "module p\n", "/p/a.go": text })).toContain(
      expected,
    );
  });

  test("a conversion to a type of another file, and of a dot import", () => {
    const files = {
      ...MOD,
      "/m/a.go": "package m\ntype Other struct { a error }\n",
      "/m/dot/dot.go": "package dot\ntype Theirs struct { b error }\n",
    };
    const type = (expression: string, imports = "") =>
      typeIn("/m/ask.go", { ...files, "/m/ask.go": asking(expression, imports) });
    expect(type("Other(e).a")).toBe("#error");
    expect(type("(*Other)(e)")).toBe("*example.com/m#Other");
    expect(type("Theirs(e).b", 'import . "example.com/m/dot"')).toBe("#error");
    expect(type("dot.Theirs(e).b", 'import "example.com/m/dot"')).toBe("#error");
    expect(type("dot.Missing(e)", 'import "example.com/m/dot"')).toMatch(/^\? package/u);
  });

  test("of hundreds of expressions in one file", () => {
    const body = "_ = ‹-id|›\n".repeat(500);
    const { sourceCode, marks } = parseMarked(`package p${DECLARED}${body}}\n`);
    const semantics = semanticsOf(sourceCode);
    const types = new Set(marks.map(({ node }) => formatType(semantics.typeOf(node))));
    expect([marks.length, ...types]).toEqual([500, "ID"]);
  });
});
