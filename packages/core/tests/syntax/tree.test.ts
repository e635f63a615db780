import { describe, expect, test } from "@jest/globals";
import { SyntaxTree, type GoNode } from "../../src/index.ts";
import { FIELD_NAMES, LIST_FIELDS, NODE_KINDS } from "../../src/syntax/grammar.generated.ts";
import { OwnerCache } from "../../src/syntax/owner-cache.ts";
import { parseNodes } from "../../src/syntax/parse.ts";
import { EVERYTHING } from "../source/go-files.ts";

function enteredBy(tree: SyntaxTree): GoNode[] {
  return [...tree.walk()].filter(({ phase }) => phase === "enter").map(({ node }) => node);
}

test("the sample parses, and has most kinds of the grammar", () => {
  const tree = SyntaxTree.parse(EVERYTHING);
  expect(tree.root.hasError).toBe(false);
  const kinds = new Set<string>(enteredBy(tree).map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThan(NODE_KINDS.length * 0.8);
  for (const kind of kinds) expect(NODE_KINDS).toContain(kind);
});

test("the same place is always the same object, however it is reached", () => {
  const tree = SyntaxTree.parse("package p\n\nfunc f(a, b int) { g(a.b(1)) }");
  const walked = enteredBy(tree);
  expect(enteredBy(tree).every((node, index) => node === walked[index])).toBe(true);
  for (const node of walked) {
    for (const child of node.namedChildren) {
      expect(child.parent).toBe(node);
      expect(walked).toContain(child);
    }
    expect(tree.nodesOfKind([node.kind])).toContain(node);
  }
  const [outer] = tree.nodesOfKind(["call_expression"]);
  expect(outer?.function.parent).toBe(outer);
  expect(outer?.arguments).toBe(outer?.namedChildren[1]);
  expect(tree.root.parent).toBeNull();
});

test("a rule cannot change the nodes that all rules have", () => {
  const { root } = SyntaxTree.parse("package p");
  expect(() => Object.assign(root, { kind: "x" })).toThrow(TypeError);
  expect(() => Object.assign(root.range, [5])).toThrow(TypeError);
  expect([root.kind, root.range]).toEqual(["source_file", [0, 9]]);
});

test("a text that would fill the parser's memory is refused, and the next one parsed", () => {
  const text = `package p; func f() { ${";".repeat(5e6)} }`;
  expect(() => SyntaxTree.parse(text).root).toThrow("more than 5,000,000 tokens");
  expect(SyntaxTree.parse(text.replaceAll(";;;", "")).root.kind).toBe("source_file");
});

test("walk() visits all named nodes, in the order of the text, each in and out", () => {
  const tree = SyntaxTree.parse(EVERYTHING);
  const expected: string[] = [];
  const visit = (node: GoNode): void => {
    expected.push(`enter ${node.kind} ${node.range.join("-")}`);
    node.namedChildren.forEach(visit);
    expected.push(`exit ${node.kind} ${node.range.join("-")}`);
  };
  visit(tree.root);
  const actual = [...tree.walk()].map(
    ({ node, phase }) => `${phase} ${node.kind} ${node.range.join("-")}`,
  );
  expect(actual).toEqual(expected);
});

test("a walk that is left early can be started again", () => {
  const tree = SyntaxTree.parse(EVERYTHING);
  for (const { node } of tree.walk()) if (node.kind === "import_spec") break;
  expect(enteredBy(tree)[0]).toBe(tree.root);
});

test("fields are properties: one node, a list, a token, or null", () => {
  const tree = SyntaxTree.parse(
    "package p\n\nfunc f(a, b int, c ...string) {\n\tx = 1 + 2\n\treturn\n}",
  );
  const [first] = tree.nodesOfKind(["parameter_declaration"]);
  expect(first?.name.map(({ text }) => text)).toEqual(["a", "b"]);
  expect(first?.type.text).toBe("int");
  const [variadic] = tree.nodesOfKind(["variadic_parameter_declaration"]);
  expect(variadic?.name?.text).toBe("c");
  const [sum] = tree.nodesOfKind(["binary_expression"]);
  expect(sum?.operator.kind).toBe("+");
  expect(sum?.operator.text).toBe("+");
  expect(sum?.left.loc).toEqual({
    start: { line: 4, column: 6 },
    end: { line: 4, column: 7 },
  });
  const [declaration] = tree.nodesOfKind(["function_declaration"]);
  expect(declaration?.result).toBeNull();
  expect(declaration?.body?.kind).toBe("block");
});

test("every field of every node is of its kind: a list where the grammar repeats it", () => {
  const tree = SyntaxTree.parse(EVERYTHING);
  for (const node of enteredBy(tree)) {
    for (const name of FIELD_NAMES) {
      const value = (node as unknown as Record<string, unknown>)[name];
      expect(Array.isArray(value)).toBe(LIST_FIELDS[node.kind]?.includes(name) ?? false);
    }
  }
});

test("no field hides a property that every node has", () => {
  const own = [
    "kind",
    "range",
    "loc",
    "text",
    "parent",
    "namedChildren",
    "isMissing",
    "hasError",
  ];
  expect(FIELD_NAMES.filter((name) => [...own, "tree", "number"].includes(name))).toEqual([]);
});

describe("nodesOfKind", () => {
  test("look within a node, outer before inner", () => {
    const tree = SyntaxTree.parse("package p\n\nvar a = f(g(1))\nvar b = h()");
    const calls = tree.nodesOfKind(["call_expression", "int_literal"]);
    expect(calls.map(({ text }) => text)).toEqual(["f(g(1))", "g(1)", "1", "h()"]);
    const [outer] = calls;
    expect(tree.nodesOfKind(["int_literal"], outer).map(({ text }) => text)).toEqual(["1"]);
  });
});

test("places have lines and columns from 1, and each has its offset", () => {
  const text = "package p\n\n// é😀\r\nvar a = 1\n";
  const tree = SyntaxTree.parse(text);
  const places = [0, 9, 10, 11, 17, 18, 27, 28, 29].map((offset) => tree.positionOf(offset));
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
    ...["1:1", "1:10", "2:1", "3:1", "3:7", "3:8", "4:9", "4:10", "5:1"],
  ]);
  for (let offset = 0; offset <= text.length; offset += 1) {
    expect(tree.offsetOf(tree.positionOf(offset))).toBe(offset);
  }
  for (const offset of [-1, text.length + 1, Number.NaN]) {
    const message = `Offset ${offset} is not in a text of length ${text.length}.`;
    expect(() => tree.positionOf(offset)).toThrow(new RangeError(message));
  }
  for (const [line, column] of [
    ...([
      [0, 1],
      [1, 0],
      [1, 11],
      [2, 2],
      [5, 2],
      [6, 1],
      [-1, 1],
    ] as const),
  ]) {
    const message = `The text has no line ${line} with a column ${column}.`;
    expect(() => tree.offsetOf({ line, column })).toThrow(new RangeError(message));
  }
});

test("errors and missing nodes are in the order of the text", () => {
  const tree = SyntaxTree.parse("package p\n\nvar a = = 1\n\nfunc f() { g(1 }\n");
  expect(tree.errors.map(({ kind, range, isMissing }) => [kind, range[0], isMissing])).toEqual([
    ["ERROR", 19, false],
    [")", 38, true],
  ]);
  expect(SyntaxTree.parse("package p\n").errors).toEqual([]);
});

test("only a text without errors is valid, and it is parsed once", () => {
  expect(SyntaxTree.parseValid("This is prose.")).toBeNull();
  expect(SyntaxTree.parseValid("package p\n\nfunc f() { g( }\n")).toBeNull();
  const text = "package p\n\nvar a = f[T](x)\n";
  const valid = SyntaxTree.parseValid(text);
  expect(valid?.text).toBe(text);
  expect(valid?.root.text).toBe(text);
  expect(valid?.nodesOfKind(["type_conversion_expression"])).toHaveLength(1);
});

test("a tree that is released is parsed again, and forgets what is cached of it", () => {
  let parses = 0;
  const tree = SyntaxTree.parse("package p\n", undefined, (text) => {
    parses += 1;
    return parseNodes(text);
  });
  const cache = new OwnerCache((owner: SyntaxTree) => [owner.root]);
  const { root } = tree;
  expect(cache.of(tree)).toBe(cache.of(tree));
  expect(cache.of(tree)).toEqual([root]);
  expect(tree.root).toBe(root);
  tree.release();
  expect(tree.root).not.toBe(root);
  expect(cache.of(tree)[0]).toBe(tree.root);
  expect(parses).toBe(2);
});

test("a walk of some kinds enters and leaves those", () => {
  const tree = SyntaxTree.parse("package p\n\nvar a = f(g(1), 2)\n");
  const visits = [...tree.walk(["call_expression", "int_literal"])];
  expect(visits.map(({ node, phase }) => `${phase} ${node.text}`)).toEqual([
    ...["enter f(g(1), 2)", "enter g(1)", "enter 1", "exit 1", "exit g(1)", "enter 2"],
    ...["exit 2", "exit f(g(1), 2)"],
  ]);
});

test("10,000 nested parentheses are walked and queried", () => {
  const depth = 10_000;
  const tree = SyntaxTree.parse(
    `package p\nvar x = ${"(".repeat(depth)}y${")".repeat(depth)}\n`,
  );
  expect(tree.root.hasError).toBe(false);
  const kinds = enteredBy(tree).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "parenthesized_expression")).toHaveLength(depth);
  expect(tree.nodesOfKind(["parenthesized_expression"])).toHaveLength(depth);
  const [name] = tree.nodesOfKind(["identifier"]).slice(-1);
  expect(name?.parent?.text).toBe("(y)");
});

test("parsing does not grow the parser's memory", () => {
  const text = `package p\n${"func f() { g(1, 2, 3) }\n".repeat(500)}`;
  const { external } = process.memoryUsage();
  for (let round = 0; round < 300; round += 1) {
    expect(SyntaxTree.parse(text).root.namedChildren.length).toBe(501);
  }
  // The parser's own trees take four times as much when nobody frees them.
  expect(process.memoryUsage().external - external).toBeLessThan(60_000_000);
});

test("a text of a NUL byte, of nothing, of broken surrogates parses to something", () => {
  for (const text of ["", "\0", "package p\0", "\uD83D", "package \uDE00p", "\uFFFE", "\r"]) {
    const tree = SyntaxTree.parse(text);
    expect(enteredBy(tree).length).toBeGreaterThan(0);
    for (const node of enteredBy(tree)) expect(text.slice(...node.range)).toBe(node.text);
  }
});
