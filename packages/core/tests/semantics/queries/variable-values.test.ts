import { describe, expect, test } from "@jest/globals";
import { shownValues } from "./shown-values.ts";

/** The values of what is shown in the body of a function. */
const valuesIn = (body: string, before = "") =>
  shownValues(
    `package p\n${before}\nfunc f(cond bool, c chan string, list []string) {\n${body}\n}\n`,
  );

describe("a variable has", () => {
  test.each<[title: string, body: string, expected: string[]]>([
    ["the value it is declared with", 'x := "a"; show(x)', ["a"]],
    ["the value of its var", 'var x = "a"; show(x)', ["a"]],
    ["the value of its own in a list", 'x, y := "a", "b"; show(y); _ = x', ["b"]],
    ["its own with a comment between", 'var x, y = /* x */ "a", "b"; show(y); _ = x', ["b"]],
    ["its own in a short one", 'x, y := /* x */ "a", "b"; show(y); _ = x', ["b"]],
    ["the value of another", 'x := "a"; y := x + "b"; show(y)', ["ab"]],
    ["the only value that it is assigned", 'var x string; x = "a"; show(x)', ["a"]],
    ["no value that is known", "var x string; show(x)", ["…"]],
    ["each value that it is assigned", 'x := "a"; if cond { x = "b" }; show(x)', ["a", "b"]],
    ["a value once", 'x := "a"; x = "a"; x = "b"; show(x)', ["a", "b"]],
    ["one that it is assigned later", 'x := "a"; show(x); x = "b"', ["a", "b"]],
    ["one that is appended", 'x := "a"; x += "b"; show(x)', ["a", "ab"]],
    ["one appended to each", 'x := "a"; x = "b"; x += "c"; show(x)', ["a", "b", "ac", "bc"]],
    ["a value by way of itself", 'x := "a"; x = x + "b"; show(x)', ["a", "…b"]],
    ["its own of several", 'x, y := "a", "b"; y, x = "c", "d"; show(x); _ = y', ["a", "d"]],
    [
      "its own after a comment",
      'x, y := "a", "b"; y, x = /* y */ "c", "d"; show(x)',
      ["a", "d"],
    ],
    ["one result of a function", 'x := "a"; _, x = g(); show(x)', ["a", "…"]],
    [
      "one of a declaration that shares it",
      'x := "a"; x, err := g(); show(x); _ = err',
      ["a", "…"],
    ],
    ["one that a loop assigns", 'x := "a"; for _, x = range list {}; show(x)', ["a", "…"]],
    ["one that it receives", 'x := "a"; select { case x = <-c: }; show(x)', ["a", "…"]],
    ["one that a closure assigns", 'x := "a"; func() { x = "b" }(); show(x)', ["a", "b"]],
    ["one by its address", 'x := "a"; fill(&x); show(x)', ["a", "…"]],
    ["one of a declaration of several", 'x, y := g(); y = "b"; show(y); _ = x', ["…", "b"]],
    ["one of another package's type", 'var x other.Text = "b"; show("a" + x)', ["ab"]],
    [
      "one by its address, and another has",
      'x := "a"; { x := 1; fill(&x) }; fill(&x); show(x)',
      ["a", "…"],
    ],
    ["none of a type switch", "switch x := v.(type) { case string: show(x) }", ["…"]],
    ["none of a declaration of several", "x, y := g(); show(y); _ = x", ["…"]],
    ["none of a loop", "for _, x := range list { show(x) }", ["…"]],
    ["none of a parameter", 'func(x string) { show(x) }("a")', ["…"]],
    ["none of a result", 'func() (x string) { x = "a"; show(x); return }()', ["…"]],
  ])("%s", (_title, body, expected) => {
    expect(valuesIn(body)).toEqual(expected);
  });

  test.each([
    ["a variable that shadows it", 'x := "a"; { x := "b"; x = "c"; _ = x }; show(x)'],
    ["the address of one that shadows it", 'x := "a"; { x := "b"; fill(&x) }; show(x)'],
    ["the address of another", 'x, y := "a", 1; fill(&y); show(x)'],
    ["another operator", 'x, y := "a", 1; _, _ = -y, *p(x); show(x)'],
    ["a field of its name", 'x := "a"; t.x = "b"; show(x)'],
    [
      "a loop over another",
      'x := "a"; for i := range list { _ = i }; for range list {}; show(x)',
    ],
    ["a receive of another", 'x := "a"; select { case y := <-c: _ = y; case <-c: }; show(x)'],
    ["another function", 'x := "a"; show(x) }; func g() { x := "b"; x = "c"; _ = x'],
  ])("no value of %s", (_title, body) => {
    expect(valuesIn(body)).toEqual(["a"]);
  });

  test("of many values the first sixteen", () => {
    const values = Array.from({ length: 20 }, (_, index) => `v${index}`);
    const assigned = values.map((value) => `x = "${value}"`).join("\n");
    expect(valuesIn(`var x string\n${assigned}\nshow(x)`)).toEqual(values.slice(0, 16));
    const one = 'x := "0"; x = "1"; x = "2"; x = "3"; x = "4"\n';
    const both = valuesIn(`${one} show(x + "-" + x)`);
    expect(both).toHaveLength(16);
    expect(both.slice(0, 6)).toEqual(["0-0", "0-1", "0-2", "0-3", "0-4", "1-0"]);
  });

  test("those of the whole file if it is the package's", () => {
    const before = 'var x = "a"\nfunc g() { x = "b" }\nfunc h(x string) { x = "c" }\n';
    expect(valuesIn("show(x)", before)).toEqual(["a", "b"]);
    expect(valuesIn("show(x)", 'var x = "a"\nfunc g() { fill(&x) }\n')).toEqual(["a", "…"]);
  });
});

describe("a constant has", () => {
  test.each([
    ["its value", 'const x = "a"', "a"],
    ["its own of several", 'const y, x = /* y */ "b", "a"', "a"],
    ["the value of another", 'const y = "b"\nconst x string = y + "c"', "bc"],
    ["none that it repeats", 'const (\n\ty = "b"\n\tx\n)', "…"],
    ["none by way of itself", 'const x = "a" + x', "a…"],
    ["none of iota", "const x = iota", "…"],
  ])("%s", (_title, before, expected) => {
    expect(valuesIn("show(x)", before)).toEqual([expected]);
  });
});

test.each(["f", "nil", "undeclared", "fmt", "list.Length"])("'%s' has no string", (name) => {
  expect(valuesIn(`show(${name})`, 'import "fmt"')).toEqual(["…"]);
});

test.each(["Name", "Name()"])("'%s' may come from either dot import", (expression) => {
  const imports = 'import . "a.com/one"\nimport . "a.com/two"';
  expect(valuesIn(`show("a" + ${expression})`, imports)).toEqual(["a…"]);
});
