import { describe, expect, test } from "@jest/globals";
import { SyntaxTree, type GoNode } from "../../src/index.ts";
import { readAhead } from "../../src/syntax/tree.ts";
import { FIELD_NAMES, LIST_FIELDS, NODE_KINDS } from "../../src/syntax/grammar.generated.ts";
import { EVERYTHING } from "../source/go-files.ts";

/** Parses, and frees the tree when the use is over. */
function withTree<T>(text: string, use: (tree: SyntaxTree) => T): T {
  const tree = SyntaxTree.parse(text);
  try {
    return use(tree);
  } finally {
    tree.dispose();
  }
}

function enteredBy(tree: SyntaxTree): GoNode[] {
  return [...tree.walk()].filter(({ phase }) => phase === "enter").map(({ node }) => node);
}

test("the sample parses, and has most kinds of the grammar", () => {
  withTree(EVERYTHING, (tree) => {
    expect(tree.root.hasError).toBe(false);
    const kinds = new Set<string>(enteredBy(tree).map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThan(NODE_KINDS.length * 0.8);
    for (const kind of kinds) expect(NODE_KINDS).toContain(kind);
  });
});

test("the same place is always the same object, however it is reached", () => {
  withTree("package p\n\nfunc f(a, b int) { g(a.b(1)) }", (tree) => {
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
});

test("walk() visits all named nodes, in the order of the text, each in and out", () => {
  withTree(EVERYTHING, (tree) => {
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
});

test("a walk that is left early can be started again", () => {
  withTree(EVERYTHING, (tree) => {
    for (const { node } of tree.walk()) if (node.kind === "import_spec") break;
    expect(enteredBy(tree)[0]).toBe(tree.root);
  });
});

test("fields are properties: one node, a list, a token, or null", () => {
  withTree("package p\n\nfunc f(a, b int, c ...string) {\n\tx = 1 + 2\n\treturn\n}", (tree) => {
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
});

test("every field of every node is of its kind: a list where the grammar repeats it", () => {
  withTree(EVERYTHING, (tree) => {
    for (const node of enteredBy(tree)) {
      for (const name of FIELD_NAMES) {
        const value = (node as unknown as Record<string, unknown>)[name];
        expect(Array.isArray(value)).toBe(LIST_FIELDS[node.kind]?.includes(name) ?? false);
      }
    }
  });
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
  expect(FIELD_NAMES.filter((name) => [...own, "raw", "tree"].includes(name))).toEqual([]);
});

describe("nodesOfKind and captures", () => {
  test("look within a node, outer before inner", () => {
    withTree("package p\n\nvar a = f(g(1))\nvar b = h()", (tree) => {
      const calls = tree.nodesOfKind(["call_expression", "int_literal"]);
      expect(calls.map(({ text }) => text)).toEqual(["f(g(1))", "g(1)", "1", "h()"]);
      const [outer] = calls;
      expect(tree.nodesOfKind(["int_literal"], outer).map(({ text }) => text)).toEqual(["1"]);
    });
  });

  test("name what a query captures", () => {
    withTree("package p\n\nvar a = f(1)", (tree) => {
      const pattern = "(call_expression function: (_) @name arguments: (_) @list)";
      expect(tree.captures(pattern).map(({ name, node }) => [name, node.text])).toEqual([
        ["name", "f"],
        ["list", "(1)"],
      ]);
    });
  });
});

describe("a tree that was freed", () => {
  test("says so when one of its nodes is used", () => {
    const tree = SyntaxTree.parse("package p\n\nvar a = f(1)");
    const [call] = tree.nodesOfKind(["call_expression"]);
    tree.dispose();
    expect(tree.disposed).toBe(true);
    const message =
      "This call_expression node belongs to a syntax tree that was freed. " +
      "Copy what you need of a node before its file is done.";
    for (const use of [
      () => call?.text,
      () => call?.loc,
      () => call?.parent,
      () => call?.function,
      () => call?.namedChildren,
      () => call?.hasError,
    ]) {
      expect(use).toThrow(message);
    }
    expect(call?.kind).toBe("call_expression");
  });

  test("says so when it is asked itself", () => {
    const tree = SyntaxTree.parse("package p");
    tree.dispose();
    expect(() => tree.root).toThrow("This syntax tree was freed");
    expect(() => tree.nodesOfKind(["block"])).toThrow("This syntax tree was freed");
    expect(() => [...tree.walk()]).toThrow("This syntax tree was freed");
  });

  test("may be freed again", () => {
    const tree = SyntaxTree.parse("package p");
    tree.dispose();
    expect(() => {
      tree.dispose();
    }).not.toThrow();
  });

  test("does not touch another tree", () => {
    const [one, other] = [SyntaxTree.parse("package a"), SyntaxTree.parse("package b")];
    one.dispose();
    expect(other.root.text).toBe("package b");
    other.dispose();
  });
});

test("10,000 nested parentheses are walked and queried", () => {
  const depth = 10_000;
  withTree(`package p\nvar x = ${"(".repeat(depth)}y${")".repeat(depth)}\n`, (tree) => {
    expect(tree.root.hasError).toBe(false);
    const kinds = enteredBy(tree).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "parenthesized_expression")).toHaveLength(depth);
    expect(tree.nodesOfKind(["parenthesized_expression"])).toHaveLength(depth);
    const [name] = tree.nodesOfKind(["identifier"]).slice(-1);
    expect(name?.parent?.text).toBe("(y)");
  });
});

test("parsing and freeing does not grow the parser's memory", () => {
  const text = `package p\n${"func f() { g(1, 2, 3) }\n".repeat(500)}`;
  const parse = (): SyntaxTree => {
    const tree = SyntaxTree.parse(text);
    expect(tree.root.namedChildren.length).toBe(501);
    return tree;
  };
  const growthOf = (work: () => void): number => {
    const { external } = process.memoryUsage();
    work();
    return process.memoryUsage().external - external;
  };
  for (let round = 0; round < 10; round += 1) parse().dispose();
  const freed = growthOf(() => {
    for (let round = 0; round < 500; round += 1) parse().dispose();
  });
  // That trees that nobody frees do show is what makes the figure above one.
  const kept: SyntaxTree[] = [];
  const leaked = growthOf(() => {
    for (let round = 0; round < 100; round += 1) kept.push(parse());
  });
  for (const tree of kept) tree.dispose();
  expect(leaked).toBeGreaterThan(20_000_000);
  expect(freed).toBeLessThan(leaked / 10);
});

test("a text of a NUL byte, of nothing, of broken surrogates parses to something", () => {
  for (const text of ["", "\0", "package p\0", "\uD83D", "package \uDE00p", "\uFFFE", "\r"]) {
    withTree(text, (tree) => {
      expect(enteredBy(tree).length).toBeGreaterThan(0);
      for (const node of enteredBy(tree)) expect(text.slice(...node.range)).toBe(node.text);
    });
  }
});

test("what is read ahead is what is found inside each declaration", () => {
  const kinds = ["block", "call_expression", "func_literal", "parameter_list"] as const;
  const found = (tree: SyntaxTree) =>
    tree.root.namedChildren.map((node) =>
      tree.nodesOfKind(kinds, node).map(({ range }) => range),
    );
  const walked = (tree: SyntaxTree) => tree.nodesOfKind(["identifier", "block"]).length;
  const [plain, count] = withTree(EVERYTHING, (tree) => [found(tree), walked(tree)]);
  readAhead(kinds);
  try {
    withTree(EVERYTHING, (tree) => {
      expect(walked(tree)).toBe(count);
      expect(found(tree)).toEqual(plain);
      expect(walked(tree)).toBe(count);
    });
  } finally {
    readAhead([]);
  }
});
