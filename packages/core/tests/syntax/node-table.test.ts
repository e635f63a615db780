import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import { Language, Parser, type Node } from "web-tree-sitter";
import { SyntaxTree } from "../../src/index.ts";

import { FIELD, FIELD_NAMES } from "../../src/syntax/grammar.generated.ts";
import { NAMED } from "../../src/syntax/node-table.ts";
import {
  breakRandomly,
  EVERYTHING,
  randomNumbers,
  toolchainFiles,
} from "../source/go-files.ts";

let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  const grammar = new URL("../../grammar/tree-sitter-go.wasm", import.meta.url);
  parser = new Parser().setLanguage(await Language.load(readFileSync(grammar)));
});

/** Parses by web-tree-sitter itself. */
function withRoot<T>(text: string, use: (root: Node) => T): T {
  const tree = parser.parse(text);
  parser.reset();
  if (!tree) throw new Error("The parser gave no tree.");
  try {
    return use(tree.rootNode);
  } finally {
    tree.delete();
  }
}

/** The nodes that its cursor finds, without those that the table leaves out. */
function expectedNodes(text: string): string[] {
  return withRoot(text, (root) => {
    const lines: string[] = [];
    const cursor = root.walk();
    const visit = (depth: number): void => {
      const { currentNode: node, currentFieldId } = cursor;
      const isKept = node.isNamed || currentFieldId !== 0 || node.isMissing;
      if (isKept) {
        const { row, column } = node.endPosition;
        lines.push(
          `${depth} ${node.type} ${node.startIndex}-${node.endIndex} ` +
            `${row + 1}:${column + 1} ${node.isNamed} ${node.isMissing} ${node.hasError}`,
        );
      }
      if (!cursor.gotoFirstChild()) return;
      do visit(depth + Number(isKept));
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    };
    visit(0);
    cursor.delete();
    return lines;
  });
}

function actualNodes(text: string): string[] {
  const tree = SyntaxTree.parse(text);
  const { table } = tree;
  const depths: number[] = [];
  return Array.from({ length: table.size }, (_, number) => {
    const parent = table.parentOf(number);
    depths[number] = parent === null ? 0 : (depths[parent] ?? 0) + 1;
    const { kind, range, loc, isMissing, hasError } = tree.node(number);
    return (
      `${depths[number]} ${kind} ${range.join("-")} ` +
      `${loc.end.line}:${loc.end.column} ${table.has(number, NAMED)} ${isMissing} ${hasError}`
    );
  });
}

/** Returns the fields of each node, in the order of the text. */
function expectedFields(text: string): string[] {
  return withRoot(text, (root) =>
    nodesBelow(root).flatMap((node) =>
      FIELD_NAMES.flatMap((name) => {
        const first = node.childForFieldName(name);
        const all = node.childrenForFieldName(name).filter((child) => child?.isNamed);
        return first ? [[name, first, ...all].map(placeOf).join(" ")] : [];
      }),
    ),
  );
}

function nodesBelow(node: Node): Node[] {
  return [node, ...node.namedChildren.flatMap(nodesBelow)];
}

function placeOf(part: Node | string): string {
  return typeof part === "string" ? part : `${part.startIndex}-${part.endIndex}`;
}

function actualFields(text: string): string[] {
  const { table } = SyntaxTree.parse(text);
  const place = (number: number) => `${table.startOf(number)}-${table.endOf(number)}`;
  return [...table.named()].flatMap((node) =>
    FIELD_NAMES.flatMap((name) => {
      const first = table.inField(node, FIELD[name]);
      const all = table.namedChildren(node, FIELD[name]);
      return first === null ? [] : [[name, ...[first, ...all].map(place)].join(" ")];
    }),
  );
}

const random = randomNumbers(8);
const broken = Array.from({ length: 60 }, () => {
  let text = EVERYTHING;
  for (let times = random() * 4; times > 0; times -= 1) text = breakRandomly(text, random);
  return text;
});
/** More children than any production has, and no node where the text is at fault. */
const long = `package p\n\n) ${"x ".repeat(200)}\n\nfunc f() { g(${"a, ".repeat(300)}) }\n`;

test.each([
  ["all constructs", [EVERYTHING]],
  ["broken files", broken],
  [
    "a long error, nothing, and what is no Go",
    [long, "", "\0", "}", "package \u00FC\uD83D\uDE00("],
  ],
])("the nodes of %s are web-tree-sitter's own", (_, texts) => {
  for (const text of texts) {
    expect(actualNodes(text)).toEqual(expectedNodes(text));
    expect(actualFields(text)).toEqual(expectedFields(text));
  }
});

const files = toolchainFiles(40);

(files.length > 0 ? test : test.skip)("and so are those of the Go toolchain's files", () => {
  for (const { text } of files) expect(actualNodes(text)).toEqual(expectedNodes(text));
});

test("a file that is larger than any before it is read whole", () => {
  const text = `package p\n${"var x = f(1, 2)\n".repeat(30_000)}`;
  const { root } = SyntaxTree.parse(text);
  expect(root.namedChildren).toHaveLength(30_001);
  expect(root.namedChildren.at(-1)?.range).toEqual([text.length - 16, text.length - 1]);
  // With an error, the grammar's own parser reads it.
  const broken = SyntaxTree.parse(`package p\n${"var x = f(1, 2)\n".repeat(4000)})\n`);
  expect(broken.root.namedChildren).toHaveLength(4002);
  expect(broken.root.namedChildren.at(-2)?.text).toBe("var x = f(1, 2)");
});

test("the innermost node at an offset, in and between nodes", () => {
  const tree = SyntaxTree.parse("package p // c\n\nvar a = f( 1,2 )\n");
  const at = (offset: number) => `${tree.nodeAt(offset).kind} ${tree.nodeAt(offset).text}`;
  const list = "argument_list ( 1,2 )";
  expect([0, 8, 9, 10, 14, 16, 20, 24, 25, 27, 28, 29, 99].map(at)).toEqual([
    ...["package_clause package p", "package_identifier p", `source_file ${tree.text}`],
    ...["comment // c", `source_file ${tree.text}`, "var_declaration var a = f( 1,2 )"],
    ...["identifier a", "identifier f", list, "int_literal 1", list, "int_literal 2"],
    `source_file ${tree.text}`,
  ]);
});
