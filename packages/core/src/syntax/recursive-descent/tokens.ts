/** The tokens of Go, as numbers: the classes first, then the keywords, then the operators. */
export const EOF: number = 0;
/** The end of a line that ends a statement. */
export const LINE_END: number = 1;
/** A comment with the end of a line in it, where that ends a statement. */
export const COMMENT_LINE_END: number = 2;
export const IDENTIFIER: number = 3;
export const INT: number = 4;
export const FLOAT: number = 5;
export const IMAGINARY: number = 6;
export const RUNE: number = 7;
/** A `"` or a backquote; the parser reads on. */
export const STRING: number = 8;
export const RAW_STRING: number = 9;

export const BREAK: number = 10;
export const CASE: number = 11;
export const CHAN: number = 12;
export const CONST: number = 13;
export const CONTINUE: number = 14;
export const DEFAULT: number = 15;
export const DEFER: number = 16;
export const ELSE: number = 17;
export const FALLTHROUGH: number = 18;
export const FOR: number = 19;
export const FUNC: number = 20;
export const GO: number = 21;
export const GOTO: number = 22;
export const IF: number = 23;
export const IMPORT: number = 24;
export const INTERFACE: number = 25;
export const MAP: number = 26;
export const PACKAGE: number = 27;
export const RANGE: number = 28;
export const RETURN: number = 29;
export const SELECT: number = 30;
export const STRUCT: number = 31;
export const SWITCH: number = 32;
export const TYPE: number = 33;
export const VAR: number = 34;
export const LAST_KEYWORD: number = 34;

export const LEFT_PAREN: number = 40;
export const RIGHT_PAREN: number = 41;
export const LEFT_BRACKET: number = 42;
export const RIGHT_BRACKET: number = 43;
export const LEFT_BRACE: number = 44;
export const RIGHT_BRACE: number = 45;
export const COMMA: number = 46;
export const SEMICOLON: number = 47;
export const COLON: number = 48;
export const DOT: number = 49;
export const ELLIPSIS: number = 50;
export const DEFINE: number = 51;
export const INCREMENT: number = 52;
export const DECREMENT: number = 53;
export const NOT: number = 54;
export const TILDE: number = 55;
export const ARROW: number = 56;

export const ADD: number = 60;
export const SUBTRACT: number = 61;
export const MULTIPLY: number = 62;
const DIVIDE: number = 63;
const REMAINDER: number = 64;
export const AND: number = 65;
export const OR: number = 66;
export const XOR: number = 67;
const SHIFT_LEFT: number = 68;
const SHIFT_RIGHT: number = 69;
const AND_NOT: number = 70;

const LOGICAL_AND: number = 71;
const LOGICAL_OR: number = 72;
const EQUAL: number = 73;
const NOT_EQUAL: number = 74;
const LESS: number = 75;
const LESS_OR_EQUAL: number = 76;
const GREATER: number = 77;
const GREATER_OR_EQUAL: number = 78;

export const ASSIGN: number = 80;
/** The difference between the numbers of an assignment and of its operator: `+=` and `+`. */
const TO_ASSIGNMENT: number = 21;
/** The last of the assignments: `&^=`. */
export const LAST_ASSIGNMENT: number = AND_NOT + TO_ASSIGNMENT;

const KEYWORDS: readonly (readonly [text: string, token: number])[] = [
  ["break", BREAK],
  ["case", CASE],
  ["chan", CHAN],
  ["const", CONST],
  ["continue", CONTINUE],
  ["default", DEFAULT],
  ["defer", DEFER],
  ["else", ELSE],
  ["fallthrough", FALLTHROUGH],
  ["for", FOR],
  ["func", FUNC],
  ["go", GO],
  ["goto", GOTO],
  ["if", IF],
  ["import", IMPORT],
  ["interface", INTERFACE],
  ["map", MAP],
  ["package", PACKAGE],
  ["range", RANGE],
  ["return", RETURN],
  ["select", SELECT],
  ["struct", STRUCT],
  ["switch", SWITCH],
  ["type", TYPE],
  ["var", VAR],
];

/** The keywords by their first letter, from "b" on. */
const KEYWORDS_BY_LETTER: readonly (readonly (readonly [string, number])[])[] = Array.from(
  "bcdefghijklmnopqrstuv",
  (letter) => KEYWORDS.filter(([text]) => text.startsWith(letter)),
);

/** Returns the keyword that a name is, or `IDENTIFIER`. */
export function tokenOfName(text: string, start: number, end: number): number {
  const keywords = KEYWORDS_BY_LETTER[text.charCodeAt(start) - 98];
  if (keywords === undefined) return IDENTIFIER;
  for (const [keyword, token] of keywords) {
    if (keyword.length === end - start && text.startsWith(keyword, start)) return token;
  }
  return IDENTIFIER;
}

/** An operator or a bracket. */
interface Operator {
  readonly text: string;
  readonly token: number;
}

const ARITHMETIC: readonly Operator[] = [
  { text: "+", token: ADD },
  { text: "-", token: SUBTRACT },
  { text: "*", token: MULTIPLY },
  { text: "/", token: DIVIDE },
  { text: "%", token: REMAINDER },
  { text: "&", token: AND },
  { text: "|", token: OR },
  { text: "^", token: XOR },
  { text: "<<", token: SHIFT_LEFT },
  { text: ">>", token: SHIFT_RIGHT },
  { text: "&^", token: AND_NOT },
];

export const OPERATORS: readonly Operator[] = [
  { text: "(", token: LEFT_PAREN },
  { text: ")", token: RIGHT_PAREN },
  { text: "[", token: LEFT_BRACKET },
  { text: "]", token: RIGHT_BRACKET },
  { text: "{", token: LEFT_BRACE },
  { text: "}", token: RIGHT_BRACE },
  { text: ",", token: COMMA },
  { text: ";", token: SEMICOLON },
  { text: ":", token: COLON },
  { text: ".", token: DOT },
  { text: "...", token: ELLIPSIS },
  { text: ":=", token: DEFINE },
  { text: "++", token: INCREMENT },
  { text: "--", token: DECREMENT },
  { text: "!", token: NOT },
  { text: "~", token: TILDE },
  { text: "<-", token: ARROW },
  { text: "&&", token: LOGICAL_AND },
  { text: "||", token: LOGICAL_OR },
  { text: "==", token: EQUAL },
  { text: "!=", token: NOT_EQUAL },
  { text: "<", token: LESS },
  { text: "<=", token: LESS_OR_EQUAL },
  { text: ">", token: GREATER },
  { text: ">=", token: GREATER_OR_EQUAL },
  { text: "=", token: ASSIGN },
  ...ARITHMETIC,
  ...ARITHMETIC.map(({ text, token }) => ({
    text: `${text}=`,
    token: token + TO_ASSIGNMENT,
  })),
];

/** The operators by the code of their first character, longer ones first. */
export const OPERATORS_BY_CHARACTER: readonly (readonly Operator[])[] = Array.from(
  { length: 128 },
  (_, code) =>
    OPERATORS.filter(({ text }) => text.charCodeAt(0) === code).sort(
      (one, other) => other.text.length - one.text.length,
    ),
);

/** The precedence of binary operators, by token; 0 for the others. */
export const PRECEDENCE = new Uint8Array(128);
for (const token of [MULTIPLY, DIVIDE, REMAINDER, SHIFT_LEFT, SHIFT_RIGHT, AND, AND_NOT]) {
  PRECEDENCE[token] = 5;
}
for (const token of [ADD, SUBTRACT, OR, XOR]) PRECEDENCE[token] = 4;
for (const token of [EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL]) {
  PRECEDENCE[token] = 3;
}
PRECEDENCE[LOGICAL_AND] = 2;
PRECEDENCE[LOGICAL_OR] = 1;

/** 1 for the tokens after which the end of a line ends a statement. */
export const ENDS_STATEMENT = new Uint8Array(128);
for (const token of [
  IDENTIFIER,
  INT,
  FLOAT,
  IMAGINARY,
  RUNE,
  STRING,
  RAW_STRING,
  BREAK,
  CONTINUE,
  FALLTHROUGH,
  RETURN,
  INCREMENT,
  DECREMENT,
  RIGHT_PAREN,
  RIGHT_BRACKET,
  RIGHT_BRACE,
]) {
  ENDS_STATEMENT[token] = 1;
}
