import { unquote, withoutParentheses, type GoNode } from "@gopherwood/core";

/** A verb of a format and the value that it prints. */
export interface Verb {
  /** As written: `%+v`. */
  readonly text: string;
  /** The last letter: `v`. */
  readonly letter: string;
  /** The index of the value among those after the format. */
  readonly argument: number;
  /**
   * Its offsets in the file, in UTF-16 units; null if an escape hides them, or the format is
   * written elsewhere.
   */
  readonly range: readonly [start: number, end: number] | null;
}

const VERB =
  /%(?<flags>[-+# 0]*)(?<width>\*|\d+)?(?:\.(?<precision>\*|\d*))?(?<letter>[A-Za-z%])/gu;

/** A part of a format. */
interface FormatPart {
  /** Null if an escape in it is not known. */
  readonly text: string | null;
  /** The literal that it is written as, where it stands in the format itself. */
  readonly literal: GoNode | null;
}

/** Returns the verbs of a format that is made of literals; null for any other. */
export function formatVerbsOf(node: GoNode): Verb[] | null {
  const literals = literalsOf(node);
  return (
    literals && verbsOf(literals.map((literal) => ({ literal, text: unquote(literal.text) })))
  );
}

/** Returns the verbs of a format that is written elsewhere; null if they cannot be told. */
export function verbsOfText(text: string): Verb[] | null {
  return verbsOf([{ literal: null, text }]);
}

function verbsOf(parts: readonly FormatPart[]): Verb[] | null {
  const verbs: Verb[] = [];
  let argument = 0;
  for (const { literal, text } of parts) {
    // Values that are named by their index are too rare to be worth reading.
    if (text === null || /%[^A-Za-z%]*\[/u.test(text)) return null;
    const written = [...(literal?.text.slice(1, -1) ?? "").matchAll(VERB)];
    const found = [...text.matchAll(VERB)];
    // An escape may hide a verb, or look like one.
    const isAsWritten =
      written.length === found.length && found.every(([verb], at) => verb === written[at]?.[0]);
    for (const [at, match] of found.entries()) {
      const { width, precision, letter = "" } = match.groups ?? {};
      if (letter === "%") continue;
      argument += Number(width === "*") + Number(precision === "*");
      const start = (literal?.range[0] ?? 0) + 1 + (written[at]?.index ?? 0);
      const range = literal && isAsWritten ? ([start, start + match[0].length] as const) : null;
      verbs.push({ text: match[0], letter, argument, range });
      argument += 1;
    }
  }
  return verbs;
}

function literalsOf(expression: GoNode): GoNode[] | null {
  const node = withoutParentheses(expression);
  switch (node.kind) {
    case "interpreted_string_literal":
    case "raw_string_literal":
      return [node];
    case "binary_expression": {
      if (node.operator.text !== "+") return null;
      const left = literalsOf(node.left);
      const right = literalsOf(node.right);
      return left && right && [...left, ...right];
    }
    default:
      return null;
  }
}
