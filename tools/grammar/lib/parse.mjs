// Our side of the comparison: a file's text to a syntax tree, and from the tree
// what the oracle says of the same file.

import { readFileSync } from "node:fs";
import { requireFromRoot } from "./paths.mjs";

const { Parser, Language } = requireFromRoot("web-tree-sitter");

/**
 * @typedef {object} Parsed
 * @property {{ offset: number, line: number, column: number, kind: string, text: string } | null} error
 *   the first error or missing node; offset in UTF-16 units from 0, line and column from 1
 * @property {Record<string, number[]>} ranges by class as in oracle/ranges.go, in bytes from 0;
 *   empty unless asked for
 */

/**
 * Nodes by the class that oracle/ranges.go puts their counterparts in.
 * To go/ast, `nil`, `true`, `false` and `iota` are identifiers like any other,
 * and so are labels and `_`; the grammar gives them kinds of their own.
 */
const CLASS_OF_KIND = new Map([
  ...[
    "identifier",
    "type_identifier",
    "field_identifier",
    "package_identifier",
    "label_name",
    "blank_identifier",
    "nil",
    "true",
    "false",
    "iota",
  ].map((kind) => [kind, "idents"]),
  ...["function_declaration", "method_declaration", "func_literal"].map((kind) => [
    kind,
    "functions",
  ]),
  ...["call_expression", "type_conversion_expression"].map((kind) => [kind, "calls"]),
  ["composite_literal", "composites"],
  ["keyed_element", "keyed"],
  ["comment", "comments"],
  ...[
    "int_literal",
    "float_literal",
    "imaginary_literal",
    "rune_literal",
    "raw_string_literal",
    "interpreted_string_literal",
  ].map((kind) => [kind, "values"]),
  ["return_statement", "returns"],
  ["type_parameter_list", "typeParams"],
]);

/**
 * @param {string} wasm path of a grammar
 * @returns {Promise<(bytes: Uint8Array, options?: { ranges?: boolean }) => Parsed>}
 */
export async function loadParser(wasm) {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(wasm)));
  const decoder = new TextDecoder(); // drops a byte order mark, as every caller of the grammar must

  return (bytes, { ranges = false } = {}) => {
    const text = decoder.decode(bytes);
    const tree = parser.parse(text);
    try {
      return {
        error: tree.rootNode.hasError ? firstError(tree.rootNode, text) : null,
        ranges: ranges ? collectRanges(tree, byteOffsets(bytes, text)) : {},
      };
    } finally {
      tree.delete();
    }
  };
}

function firstError(root, text) {
  const describe = (node) => ({
    offset: node.startIndex,
    line: node.startPosition.row + 1,
    column: node.startPosition.column + 1,
    kind: node.isMissing ? `missing ${node.type}` : node.type,
    text: text.slice(node.startIndex, Math.min(node.endIndex, node.startIndex + 60)),
  });
  let node = root;
  for (;;) {
    if (node.isError || node.isMissing) return describe(node);
    const next = node.children.find((child) => child.hasError || child.isMissing);
    if (!next) return describe(node);
    node = next;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} text the same, decoded
 * @returns {(offset: number) => number} from UTF-16 units to bytes
 */
function byteOffsets(bytes, text) {
  if (bytes.length === text.length) return (offset) => offset;
  const table = new Uint32Array(text.length + 1);
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let index = 0; index < text.length; index++) {
    table[index] = at;
    const unit = text.charCodeAt(index);
    if (unit < 0x80) at += 1;
    else if (unit < 0x800) at += 2;
    else if (unit >= 0xd800 && unit < 0xdc00)
      at += 4; // with the low half that follows
    else if (unit < 0xdc00 || unit >= 0xe000) at += 3;
  }
  table[text.length] = at;
  return (offset) => table[offset];
}

function collectRanges(tree, toBytes) {
  const ranges = {
    idents: [],
    values: [],
    composites: [],
    keyed: [],
    calls: [],
    functions: [],
    returns: [],
    typeParams: [],
    comments: [],
  };
  const cursor = tree.walk();
  try {
    for (;;) {
      const name = cursor.nodeIsNamed ? CLASS_OF_KIND.get(cursor.nodeType) : undefined;
      if (name) {
        const start = toBytes(cursor.startIndex);
        ranges[name].push(start, name === "comments" ? start : toBytes(cursor.endIndex));
      }
      if (cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return ranges;
    }
  } finally {
    cursor.delete();
  }
}
