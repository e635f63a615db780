import { describe, expect, test } from "@jest/globals";
import { Linter } from "eslint";
import type { GoNode, GoSourceCode } from "../../src/index.ts";
import { withWatchedRules } from "../../src/runner/watched-rules.ts";
import { finding, found, goConfig, inFunction, lint } from "./lint.ts";

const CODE = inFunction('a(b(1), "x")\nif c.d(2) {\n\te()\n}\nfunc() { g(h + i) }()');

/** Returns the nodes that a selector finds. */
function select(selector: string): string[] {
  return found(CODE, selector).map((line) => line.slice(selector.length + 3));
}

describe("a selector finds", () => {
  test.each<[selector: string, nodes: string[]]>([
    ["argument_list > call_expression", ["b(1)"]],
    ["if_statement call_expression", ["c.d(2)", "e()"]],
    ["if_statement > call_expression", ["c.d(2)"]],
    [
      "block > statement_list > expression_statement > call_expression[function.kind=identifier]",
      ['a(b(1), "x")', "e()", "g(h + i)"],
    ],
    ["call_expression[function.text='a']", ['a(b(1), "x")']],
    ["call_expression[function.field.text=/^d$/]", ["c.d(2)"]],
    ["selector_expression[operand.kind='identifier']", ["c.d"]],
    ["binary_expression[operator.kind='+']", ["h + i"]],
    [
      "call_expression:not([function.kind='identifier']):not([function.kind='func_literal'])",
      ["c.d(2)"],
    ],
    ["argument_list > :not(identifier):first-child", ["b(1)", "1", "2", "h + i"]],
    ["argument_list > :last-child", ["1", '"x"', "2", "h + i"]],
    ["argument_list > :nth-child(2)", ['"x"']],
    ["call_expression ~ interpreted_string_literal", ['"x"']],
    ["identifier + argument_list", ['(b(1), "x")', "(1)", "()", "(h + i)"]],
    ["int_literal, interpreted_string_literal", ["1", '"x"', "2"]],
    [":matches(int_literal, interpreted_string_literal)", ["1", '"x"', "2"]],
    ["call_expression > .function", ["a", "b", "c.d", "e", "func() { g(h + i) }", "g"]],
    ["argument_list > :expression", ["b(1)", "1", '"x"', "2", "h + i"]],
    ["if_statement > :statement", ["{\n\t\te()\n\t}"]],
    [":statement[kind=if_statement]", ["if c.d(2) {\n\t\te()\n\t}"]],
  ])("%s", (selector, nodes) => {
    expect(select(selector)).toEqual(nodes);
  });

  test("every node by '*', as many as the full walk has", () => {
    const { sourceCode } = lint(CODE);
    const nodes = [...sourceCode.tree.walk()].filter(({ phase }) => phase === "enter");
    expect(nodes.length).toBeGreaterThan(40);
    expect(select("*")).toHaveLength(nodes.length);
    expect(select("*:exit")).toHaveLength(nodes.length);
    expect(select("*")[0]).toBe(CODE);
  });
});

test("':exit' comes after everything inside, for kinds and for selectors", () => {
  const code = inFunction("a(b())");
  const expected = ["a(b())", "b()"].map((text) => `call_expression | ${text}`);
  const exits = ["b()", "a(b())"];
  expect(found(code, "call_expression", "call_expression:exit")).toEqual([
    ...expected,
    ...exits.map((text) => `call_expression:exit | ${text}`),
  ]);
  const selector = "call_expression[arguments]:exit";
  expect(found(code, selector)).toEqual(exits.map((text) => `${selector} | ${text}`));
});

test("kinds and selectors mix, in one rule and in several", () => {
  const selector = "argument_list > call_expression";
  expect(found(inFunction("a(b())"), "call_expression", selector)).toEqual([
    "call_expression | a(b())",
    "call_expression | b()",
    `${selector} | b()`,
  ]);
  const { lines } = lint(
    inFunction("a(b())"),
    { rules: { "x/inner": "error" } },
    { inner: finding("x/inner", selector) },
  );
  expect(lines).toEqual([
    "4:2 x/calls Found call_expression a(b()).",
    "4:4 x/calls Found call_expression b().",
    `4:4 x/inner Found ${selector} b().`,
  ]);
});

describe("where the engine knows the listeners", () => {
  const texts: string[] = [];
  const listeningTo = (...keys: string[]) => ({
    create: () =>
      Object.fromEntries(
        keys.map((key) => [key, (node: GoNode) => void texts.push(node.text)] as const),
      ),
  });
  const visited = (rule: ReturnType<typeof listeningTo>) => {
    const linter = new Linter();
    const config = { rules: { "x/it": "error", "x/calls": "off" } } as const;
    linter.verify(CODE, goConfig(config, { it: rule }).map(withWatchedRules), "a.go");
    return (linter.getSourceCode() as unknown as GoSourceCode).subscriptions.kinds;
  };

  test("only nodes that a rule asked for become objects", () => {
    expect([visited(listeningTo("int_literal")), texts.splice(0)]).toEqual([
      ["int_literal"],
      ["1", "2"],
    ]);
  });

  test("the kinds are those of all listeners, each once, in one order", () => {
    const kinds = ["int_literal:exit", "identifier", "int_literal", "block"];
    expect(visited(listeningTo(...kinds))).toEqual(["block", "identifier", "int_literal"]);
    texts.length = 0;
    expect(visited(listeningTo())).toEqual([]);
    expect(texts).toEqual([]);
  });

  test("a selector visits every node", () => {
    expect([visited(listeningTo("argument_list > int_literal")), texts.splice(0)]).toEqual([
      "all",
      ["1", "2"],
    ]);
  });
});

test("in plain ESLint a rule of its own form sees every node, alone and beside others", () => {
  const texts: string[] = [];
  const rule = {
    create: () => ({ int_literal: (node: GoNode) => void texts.push(node.text) }),
  };
  for (const calls of ["off", "error"] as const) {
    lint(CODE, { rules: { "x/it": "error", "x/calls": calls } }, { it: rule });
    expect(texts.splice(0)).toEqual(["1", "2"]);
  }
});

describe("a listener is refused that", () => {
  test.each([
    ["call_expresion", "'call_expresion' is not a node kind of Go's grammar."],
    ["Program:exit", "'Program' is not a node kind of Go's grammar."],
    ["call-expression", "'call-expression' is not a node kind of Go's grammar."],
    [
      "if_statement:has(call_expression)",
      "The selector 'if_statement:has(call_expression)' uses ':has()', which finds nothing in " +
        "Go: listen to the inner node and look at its parents.",
    ],
    [":expresion", "Unknown selector class ':expresion': use one of ':expression'"],
  ])("%s", (key, message) => {
    expect(() => found(CODE, key)).toThrow(message);
  });
});
