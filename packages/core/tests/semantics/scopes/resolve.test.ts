import { describe, expect, test } from "@jest/globals";
import { GoSourceCode, semanticsOf, SyntaxTree, type GoSymbol } from "../../../src/index.ts";
import { addStubs } from "../../../src/semantics/model/semantics-of.ts";
import { parseStubs } from "../../../src/semantics/packages/stub-source.ts";
import { itemAt, parseMarked } from "../marked-source.ts";

/*
 * In these texts `‹name|=1›` declares and `‹name|1›` means what `=1` declares;
 * `‹name|universe›`, `‹name|nothing›` and `‹name|import path›` mean what they say.
 */
const CASES: Readonly<Record<string, string>> = {
  "an import": 'import "fmt"\nfunc f() { ‹fmt|import fmt›.Println() }',
  "an import that a parameter shadows":
    'import "log"\nfunc f(‹log|=1› Logger) { ‹log|1›.Info() }\nfunc g() { ‹log|import log›.Info() }',
  "an alias": 'import l "log"\nfunc f() { ‹l|import log›.Info(); ‹log|nothing›.Info() }',
  "a package whose name is not in its path":
    'import "example.com/lxd/client"\nfunc f() { ‹lxd|nothing›.Connect() }',
  "two imports that would have one name":
    'import (\n"a.com/x/client"\n"a.com/y/client"\n)\nfunc f() { ‹client|nothing›.Do() }',
  "an alias before an import whose path ends like it":
    'import (\nclient "a.com/y/rest"\n"a.com/x/client"\n)\nfunc f() { ‹client|import a.com/y/rest›.Do() }',
  "an alias that has the name of another import's path":
    'import (\n"a.com/x/client"\nclient "a.com/y/rest"\n)\nfunc f() { ‹client|import a.com/y/rest›.Do() }',
  "a version as a package's name":
    'import "k8s.io/api/core/v1"\nvar p ‹v1|import k8s.io/api/core/v1›.Pod',
  "a later version as a package's name":
    'import "k8s.io/api/core/v10"\nvar p ‹v10|import k8s.io/api/core/v10›.Pod\nvar q ‹core|nothing›',
  "a version that is no package's name":
    'import "github.com/go-chi/chi/v5"\nvar p = ‹chi|import github.com/go-chi/chi/v5›.New()',
  cgo: 'import "C"\nvar x ‹C|import C›.int',
  "dot and blank imports":
    'import . "fmt"\nimport _ "log"\nfunc f() { ‹Println|nothing›(); ‹log|nothing›.X() }',
  "a package and a name that is like it":
    'package ‹fmt|nothing›\nimport "fmt"\nvar _ = ‹fmt|import fmt›.Sprint',

  ":= and the name outside":
    "func f() { ‹x|=1› := 1; { ‹x|=2› := ‹x|1›; _ = ‹x|2› }; _ = ‹x|1› }",
  ":= that declares one name and assigns the other":
    "func f() { ‹a|=1›, ‹e|=2› := g(); ‹b|=3›, ‹e|2› := g(); _, _, _ = ‹a|1›, ‹b|3›, ‹e|2› }",
  ":= of a parameter in the body assigns":
    "func f(‹x|=1› int) { ‹x|1›, ‹y|=2› := 1, 2; _ = ‹y|2› }",
  ":= of a parameter in a block declares":
    "func f(‹x|=1› int) { if true { ‹x|=2› := ‹x|1›; _ = ‹x|2› } }",
  "a variable is not its own value":
    "var ‹x|=1› = 1\nfunc f() { var ‹x|=2› = ‹x|1›; _ = ‹x|2› }",
  "a function literal does not see the variable it is given to":
    "var ‹f|=1› int\nfunc g() { ‹f|=2› := func() { _ = ‹f|1› }; ‹f|2›() }",
  "a name declared anew in the value that it is given":
    "func f() { ‹x|=1› := func() int { ‹x|=2› := 1; return ‹x|2› }(); _ = ‹x|1› }",
  "blocks one after the other":
    "func f(‹x|=1› int) { { ‹x|=2› := 1; _ = ‹x|2› }; _ = ‹x|1›; { ‹x|=3› := ‹x|1›; _ = ‹x|3› }; _ = ‹x|1› }",
  "functions one after the other":
    "func f() { ‹x|=1› := 1; _ = ‹x|1› }\nfunc g() { _ = ‹x|nothing›; ‹x|=2› := 1; _ = ‹x|2› }",
  results: "func f() (‹n|=1› int, ‹err|=2› error) { ‹n|1› = 1; return ‹n|1›, ‹err|2› }",
  "a result's type that has a parameter's name":
    "type ‹T|=1› int\nfunc f(‹T|=2› ‹T|1›) (r ‹T|1›) { _ = ‹T|2›; return }",
  "parameters of a function type are no names":
    "var ‹x|=1› int\nvar f = func(g func(x int)) { _ = ‹x|1› }",
  "parameters of closures": "func f(‹x|=1› int) { func(‹x|=2› int) { _ = ‹x|2› }(‹x|1›) }",
  "ten parameters of one type":
    "func f(‹a|=1›, b, c, d, e, g, h, i, j, ‹k|=2› any) { _, _ = ‹a|1›, ‹k|2› }",
  "ten types and no names":
    "type a int\nvar f func(a, a, a, a, a, a, a, a, a, a, a)\nfunc g(‹b|=1› a) { _ = ‹b|1› }",
  "if, else if, else":
    "func f() { ‹v|=1› := 0; if ‹v|=2› := 1; ‹v|2› > 0 { _ = ‹v|2› } else if ‹v|=3› := ‹v|2›; true { _ = ‹v|3› } else { _ = ‹v|3› }; _ = ‹v|1› }",
  "for and its body":
    "func f() { for ‹i|=1› := 0; ‹i|1› < 9; ‹i|1›++ { ‹i|=2› := ‹i|1›; _ = ‹i|2› } }",
  range:
    "func f(‹x|=1› []int) { for ‹k|=2›, ‹x|=3› := range ‹x|1› { _, _ = ‹k|2›, ‹x|3› }; _ = ‹x|1› }",
  "range that assigns": "func f(‹k|=1› int) { for ‹k|1› = range 9 { _ = ‹k|1› } }",
  "range that assigns, where others declare":
    "func f(‹k|=1› int) { ‹y|=2› := 1; for ‹k|1› = range ‹y|2› { ‹z|=3› := ‹k|1›; _ = ‹z|3› } }",
  "range without names": "func f(‹x|=1› []int) { for range ‹x|1› { ‹x|=2› := 1; _ = ‹x|2› } }",
  "switch and cases":
    "func f() { ‹x|=1› := 1; switch ‹x|=2› := 2; ‹x|2› { case 1: ‹x|=3› := ‹x|2›; _ = ‹x|3›; default: _ = ‹x|2› }; _ = ‹x|1› }",
  select:
    "func f(‹c|=1› chan int) { select { case ‹v|=2›, ‹ok|=3› := <-‹c|1›: _, _ = ‹v|2›, ‹ok|3›; case ‹c|1› <- 1: _ = ‹v|nothing› } }",
  "a type switch":
    "func f(‹x|=1› any) { switch ‹x|=2› := ‹x|1›.(type) { case int: _ = ‹x|2›; default: _ = ‹x|2› }; _ = ‹x|1› }",
  "select that assigns, where others declare":
    "func f(‹c|=1› chan int, ‹v|=2› int) { ‹y|=3› := 1; select { case ‹v|2› = <-‹c|1›: ‹z|=4› := ‹v|2›; _ = ‹z|4›; case <-‹c|1›: _ = ‹y|3› } }",
  "a type switch without a name":
    "func f(‹x|=1› any) { switch ‹x|1›.(type) { case int: _ = ‹x|1›; default: ‹x|=2› := 1; _ = ‹x|2› } }",
  "a type switch by the name of a type":
    "type ‹T|=1› int\nfunc f(x any) { switch ‹T|=2› := x.(type) { case ‹T|1›: _ = ‹T|2›; case *‹T|1›, []‹T|1›: _ = ‹T|2› }; var y ‹T|1› }",
  "a switch in a type switch":
    "func f(x any) { switch ‹y|=1› := x.(type) { case int: switch { case ‹y|1› > 1: ‹y|=2› := 3; _ = ‹y|2›; default: _ = ‹y|1› } } }",
  "labels are no names":
    "func f(‹L|=1› int) {\n‹L|nothing›:\nfor { _ = ‹L|1›; break ‹L|nothing› } }",
  "a label and a name": "func f() { goto ‹x|nothing›\n‹x|nothing›:\n}\nvar ‹x|=1› = ‹x|1›",

  "constants and iota": "const ( ‹A|=1› = ‹iota|universe›; ‹B|=2› )\nvar _ = ‹A|1› + ‹B|2›",
  "iota declared anew": "const ‹iota|=1› = 1\nvar _ = ‹iota|1›",
  "universe and what shadows it":
    "func f() { _ = ‹len|universe›(‹nil|universe›); ‹len|=1› := 3; _ = ‹len|1›; ‹true|=2› := false; _ = ‹true|2› }",
  "a type that shadows the universe's":
    "type ‹error|=1› interface{}\nfunc f() ‹error|1› { return nil }",
  "package level does not care for order": "var _ = ‹x|1›\nvar ‹x|=1› = 1",
  "a block does": "func f() { _ = ‹x|nothing›; ‹x|=1› := 1; _ = ‹x|1› }",
  "a local type sees itself": "func f() { type ‹T|=1› struct { next *‹T|1› } }",
  "init is no name": "func ‹init|nothing›() {}\nfunc f() { ‹init|nothing›() }",
  "names of the universe in a short declaration":
    "func f() { ‹false|=1›, ‹nil|=2›, ‹iota|=3› := 1, 2, 3; _ = ‹false|1›; _ = ‹nil|2›; _ = ‹iota|3› }",
  "the blank identifier": "var ‹_|nothing› = 1\nfunc f(‹_|nothing› int) {}",

  "type parameters of a function":
    "func f[‹T|=1› any](‹x|=2› ‹T|1›) ‹T|1› { return ‹T|1›(‹x|2›) }\nvar x ‹T|nothing›",
  "type parameters that use each other": "func f[‹S|=1› ~[]‹E|2›, ‹E|=2› any](x ‹S|1›) {}",
  "a type parameter after a function type that names a parameter so":
    "type E int\nfunc f[F func(‹E|=1› int), G ~[]‹E|2›, ‹E|=2› any](x ‹E|2›) { _ = ‹E|2›(x) }",
  "type parameters of a type": "type P[‹T|=1› any] struct { x ‹T|1› }\nvar x ‹T|nothing›",
  "type parameters of a receiver":
    "type S[T any] struct{}\nfunc (s *S[‹T|=1›]) M(x ‹T|1›) (y ‹T|1›) { _ = ‹T|1›(x); return }",
  "a type argument is no type parameter": "type ‹T|=1› int\nfunc (s S) M(x L[‹T|1›]) {}",

  "what stands after a dot": "var ‹x|=1› T\nfunc f(y T) { y.‹x|nothing›.‹y|nothing›() }",
  "a type of a package":
    'import "io"\ntype ‹Reader|=1› struct{}\nvar a io.‹Reader|nothing›\nvar b ‹Reader|1›',
  "fields and methods that are declared":
    "var x int\ntype T struct { ‹x|nothing› int }\nfunc (T) ‹x|nothing›() {}\ntype I interface { ‹x|nothing›() }",
  "an embedded type": "type ‹E|=1› struct{}\ntype T struct { ‹E|1›; *‹E|1› }",

  "keys of a struct":
    "type T struct { a int }\nfunc f(‹a|=1› int) { _ = T{‹a|nothing›: ‹a|1›} }",
  "keys of a map": "type M map[int]int\nfunc f(‹a|=1› int) { _ = M{‹a|1›: ‹a|1›} }",
  "keys of a map that is written": "func f(‹a|=1› int) { _ = map[int]int{‹a|1›: 1} }",
  "keys of an array": "const ‹a|=1› = 1\nvar _ = [...]int{‹a|1›: 1}",
  "keys of structs in a slice":
    "type T struct { a int }\nfunc f(‹a|=1› int) { _ = []*T{{‹a|nothing›: ‹a|1›}, {‹a|nothing›: 1}} }",
  "keys of maps in a map":
    "func f(‹a|=1› int) { _ = map[int]map[int]int{‹a|1›: {‹a|1›: ‹a|1›}} }",
  "keys that are structs":
    "type K struct { a int }\nfunc f(‹a|=1› int) { _ = map[K]int{{‹a|nothing›: 1}: ‹a|1›} }",
  "keys of a struct that is written":
    "func f(‹a|=1› int) { _ = struct{ a int }{‹a|nothing›: ‹a|1›} }",
  "keys of a type of another file": "func f(‹a|=1› int) { _ = T{‹a|nothing›: ‹a|1›} }",
  "keys of a generic struct":
    "type T[X any] struct { a X }\nfunc f(‹a|=1› int) { _ = T[int]{‹a|nothing›: ‹a|1›} }",
  "keys that name packages and built-ins":
    'import "time"\ntype T struct { time, new int }\nvar _ = T{‹time|nothing›: 1, ‹new|nothing›: 2}',
};

function describeResolution(
  symbol: GoSymbol | null,
  declared: ReadonlyMap<number, string>,
): string {
  if (symbol === null) return "nothing";
  if (symbol.isUniverse) return "universe";
  if (symbol.import) return `import ${symbol.import.path}`;
  return declared.get(symbol.node.range[0]) ?? `offset ${symbol.node.range[0]}`;
}

describe("resolve", () => {
  test.each(Object.entries(CASES))("%s", (_title, text) => {
    const { sourceCode, marks } = parseMarked(
      text.startsWith("package") ? text : `package p\n${text}\n`,
    );
    expect(sourceCode.tree.root.hasError).toBe(false);
    const semantics = semanticsOf(sourceCode);
    const declared = new Map(
      marks
        .filter(({ says }) => says.startsWith("="))
        .map(({ node, says }) => [node.range[0], says.slice(1)]),
    );
    const expected = marks.map(({ node, says }) => `${node.text} ${says.replace(/^=/u, "")}`);
    const found = marks.map(
      ({ node }) => `${node.text} ${describeResolution(semantics.resolve(node), declared)}`,
    );
    expect(found).toEqual(expected);
  });

  test("a package is called what its files say, if that is known", () => {
    const { sourceCode, marks } = parseMarked(
      'package p\nimport "a.com/lxd/client"\nfunc f() { ‹lxd|a.com/lxd/client›.X(); ‹client|›.X() }\n',
    );
    addStubs(sourceCode, parseStubs({ "a.com/lxd/client": "package lxd" }));
    const semantics = semanticsOf(sourceCode);
    expect(marks.map(({ node }) => semantics.importOf(node)?.path ?? "")).toEqual(
      marks.map(({ says }) => says),
    );
  });

  test.each([
    ["fmt", "fmt"],
    ["net/http", "http"],
    ["github.com/go-chi/chi/v5", "chi"],
    ["gopkg.in/yaml.v3", "yaml"],
    ["github.com/mattn/go-sqlite3", "sqlite3"],
    ["github.com/dustinkirkland/golang-petname", "golang"],
    ["v2", "v2"],
    ["example.com/a/v2x", "v2x"],
    ["example.com/a/v12", "a"],
    ["example.com/mygo-lib", "mygo"],
    ["example.com/.hidden", ".hidden"],
  ])("of %s one expects the name %s", (path, name) => {
    const text = `package p\nimport "${path}"\n`;
    const [goImport] = semanticsOf(new GoSourceCode(SyntaxTree.parse(text))).imports;
    expect(goImport).toMatchObject({ path, alias: null, name });
  });

  test("offsets are UTF-16 units", () => {
    const { sourceCode, marks } = parseMarked(
      'package p\nfunc f() { ‹x|› := "🦫é"; _ = "🦫"; _ = ‹x|› }\n',
    );
    const symbol = semanticsOf(sourceCode).resolve(itemAt(marks, 1).node);
    expect(symbol).toMatchObject({ kind: "variable", name: "x", packageLevel: false });
    expect(semanticsOf(sourceCode).resolve(itemAt(marks, 0).node)).toBe(symbol);
  });

  test("kinds of bindings", () => {
    const { sourceCode, marks } = parseMarked(
      'package p\nimport ‹l|import› "log"\n' +
        "var ‹v|variable› int\nconst ‹c|constant› = 1\ntype ‹T|type› int\n" +
        "func ‹f|function›[‹P|type parameter› any](‹p|parameter› P) (‹r|result› int) { return }\n" +
        "func (‹s|receiver› T) m() {}\n" +
        "func g(‹x|parameter› ...any) { ‹y|variable› := 1; for ‹k|variable› := range x {}; select { case ‹r|variable› := <-c: }\n" +
        "switch ‹t|variable› := y.(type) { case int: _ = ‹t|variable›; default: _ = ‹t|variable› }\n" +
        "const ‹d|constant› = 1; type ‹L|type› int; _ = func(‹p|parameter› int) (‹q|result› int) { return } }\n",
    );
    const semantics = semanticsOf(sourceCode);
    const kinds = marks.map(({ node }) => {
      const symbol = semantics.resolve(node);
      return symbol === null || symbol.isUniverse ? symbol : symbol.kind;
    });
    expect(kinds).toEqual(marks.map(({ says }) => says));
  });

  test("what can be named at an offset, inner ones first and each name once", () => {
    const text =
      "package p\nvar v int\nfunc f(a, b int) {\n{ c := 1 }\n" +
      "for c, b := range a { d := func(a int) { here(); e := 1 }; c := 2 }\nz := 1\n}\n";
    const semantics = semanticsOf(new GoSourceCode(SyntaxTree.parse(text)));
    const visible = semantics.visibleAt(text.indexOf("here"));
    expect(visible.map(({ name, node }) => `${name} ${node.range[0]}`)).toEqual([
      `a ${text.indexOf("a int) {")}`,
      `c ${text.indexOf("c, b")}`,
      `b ${text.indexOf("b := range")}`,
    ]);
  });
});
