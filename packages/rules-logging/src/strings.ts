import type { GoNames, GoNode } from "@gopherwood/core";

const ESCAPE =
  /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{3})|([abfnrtv\\"']))/gu;

const CONTROL: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Longer sums are built by programs. */
const MAX_STEPS = 50;

/** What a string is if the file says so: a literal, a sum of literals, a constant of the file. */
export function constantString(node: GoNode, names: GoNames, step = 0): string | null {
  if (step > MAX_STEPS) return null;
  switch (node.kind) {
    case "interpreted_string_literal":
      return unescape(node.text.slice(1, -1));
    case "raw_string_literal":
      return node.text.slice(1, -1);
    case "parenthesized_expression":
    case "literal_element": {
      const [inner] = node.namedChildren;
      return inner ? constantString(inner, names, step + 1) : null;
    }
    case "binary_expression": {
      if (node.operator.text !== "+") return null;
      const left = constantString(node.left, names, step + 1);
      const right = left === null ? null : constantString(node.right, names, step + 1);
      return left === null || right === null ? null : left + right;
    }
    case "identifier": {
      const value = valueOfConstant(node, names);
      return value && constantString(value, names, step + 1);
    }
    default:
      return null;
  }
}

function valueOfConstant(identifier: GoNode, names: GoNames): GoNode | null {
  const meaning = names.resolve(identifier);
  if (meaning === null || meaning === "universe" || meaning.kind !== "constant") return null;
  const { declaration, node } = meaning;
  if (declaration.kind !== "const_spec") return null;
  const index = declaration.name.findIndex((name) => name === node);
  return declaration.value?.namedChildren[index] ?? null;
}

/** Bytes that are no characters of their own come out as other characters: nobody asks. */
function unescape(text: string): string {
  return text.replace(
    ESCAPE,
    (_, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      if (letter !== undefined) return CONTROL[letter] ?? letter;
      const code =
        octal === undefined ? parseInt(hex ?? short ?? long ?? "0", 16) : parseInt(octal, 8);
      return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
    },
  );
}
