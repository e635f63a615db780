import { expect, test } from "@jest/globals";
import { childrenInFields, SyntaxQuery, SyntaxTree, type GoNode } from "../../src/index.ts";

/** Returns the matches of a query in a text, each as `name: kind text` of its captures. */
function matchesIn(text: string, source: string): string[][] {
  return new SyntaxQuery(source)
    .matches(SyntaxTree.parse(text))
    .map((match) =>
      [...match].map(
        ([name, nodes]) =>
          `${name}: ${nodes.map(({ kind, text: own }) => `${kind} ${own}`).join(", ")}`,
      ),
    );
}

const CALLS = "package p\n\nfunc f() {\n\tdefer one(1, 2)\n\ttwo()\n\tthree(3)\n}\n";

test("a query finds nodes by their shape, in the order of the text", () => {
  const call = "(call_expression function: (identifier) @name) @call";
  expect(matchesIn(CALLS, call)).toEqual([
    ["call: call_expression one(1, 2)", "name: identifier one"],
    ["call: call_expression two()", "name: identifier two"],
    ["call: call_expression three(3)", "name: identifier three"],
  ]);
  expect(matchesIn(CALLS, "(defer_statement (call_expression) @call)")).toEqual([
    ["call: call_expression one(1, 2)"],
  ]);
  expect(matchesIn(CALLS, "(argument_list (int_literal) @it (int_literal) @it)")).toEqual([
    ["it: int_literal 1, int_literal 2"],
  ]);
  expect(new SyntaxQuery(call).captureNames).toEqual(["name", "call"]);
  expect(matchesIn("package p\n", call)).toEqual([]);
});

test.each([
  ['(#eq? @name "two")', ["two"]],
  ['(#not-eq? @name "two")', ["one", "three"]],
  ['(#any-of? @name "one" "three")', ["one", "three"]],
  ['(#match? @name "^t")', ["two", "three"]],
])("the predicate %s is heeded", (predicate, names) => {
  const found = matchesIn(
    CALLS,
    `((call_expression function: (identifier) @name) ${predicate})`,
  );
  expect(found).toEqual(names.map((name) => [`name: identifier ${name}`]));
});

test("captures are the nodes of the tree, of their kind where several have one place", () => {
  const tree = SyntaxTree.parse("package p\n\nvar a, b = f()\n\nfunc g() { h() }\n");
  const captured = (source: string): GoNode[] =>
    new SyntaxQuery(source).matches(tree).flatMap((match) => [...match.values()].flat());
  // An expression statement has the place of its expression, a list with one item that of the item.
  for (const kind of ["expression_statement", "call_expression", "expression_list"] as const) {
    expect(captured(`(${kind}) @it`)).toEqual(tree.nodesOfKind([kind]));
  }
});

test("a token, and a node that the tree has in another shape, stand for the node at their place", () => {
  const sum = "package p\n\nvar a = b + c\n";
  expect(matchesIn(sum, '(binary_expression "+" @sign) @sum')).toEqual([
    ["sum: binary_expression b + c"],
  ]);
  const tree = SyntaxTree.parse("package p\n\nfunc f() { g[T](x) }\n", () => () => false);
  const query = new SyntaxQuery(
    "(type_conversion_expression type: (generic_type type: (_) @name) @type) @all",
  );
  const [match] = query.matches(tree);
  const kinds = [...(match ?? [])].map(([name, nodes]) => [
    name,
    nodes[0]?.kind,
    nodes[0]?.text,
  ]);
  expect(kinds).toEqual([
    ["all", "call_expression", "g[T](x)"],
    ["type", "index_expression", "g[T]"],
    ["name", "identifier", "g"],
  ]);
});

test.each([
  ["(call_expression", /^Bad syntax .* at 1:17$/u],
  ["(no_such_node) @x", /Bad node name 'no_such_node' at 1:2$/u],
  [
    "(call_expression)\n(call_expression\n  no_field: (_))",
    /Bad field name 'no_field' at 3:3$/u,
  ],
  [
    '(identifier) @a\n((identifier) @x (#like? @x "y"))',
    /^There is no predicate '#like\?' at 2:1$/u,
  ],
  [
    '(identifier) @x\n (#eq? @x "y")',
    /^The predicate at 2:2 belongs to no pattern: write both in parentheses, '\(\[\.\.\.\] \(#match\? @name "x"\)\)'$/u,
  ],
  ['(identifier) @x\n ( #eq? @x "y")', /^The predicate at 2:2 belongs to no pattern/u],
])("%j does not compile", (source, message) => {
  expect(() => new SyntaxQuery(source)).toThrow(message);
});

test("children come with their fields: named ones, and tokens in a field", () => {
  const tree = SyntaxTree.parse("package p\n\nfunc f(a, b int) { x += 1 /* c */ }\n");
  const shown = (
    kind: "function_declaration" | "parameter_declaration" | "assignment_statement" | "block",
  ) => {
    const [node] = tree.nodesOfKind([kind]);
    return node && childrenInFields(node).map((child) => `${child.field}: ${child.node.text}`);
  };
  expect(shown("function_declaration")).toEqual([
    ...["name: f", "parameters: (a, b int)", "body: { x += 1 /* c */ }"],
  ]);
  expect(shown("parameter_declaration")).toEqual(["name: a", "name: b", "type: int"]);
  expect(shown("assignment_statement")).toEqual(["left: x", "operator: +=", "right: 1"]);
  expect(shown("block")).toEqual(["null: x += 1", "null: /* c */"]);
  const [block] = tree.nodesOfKind(["block"]);
  expect(block && childrenInFields(block)[0]?.node).toBe(block?.namedChildren[0]);
});
