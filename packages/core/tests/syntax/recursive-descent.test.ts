import { expect, test } from "@jest/globals";
import { KINDS } from "../../src/syntax/kinds.ts";
import { HAS_ERROR, KIND, RECORD } from "../../src/syntax/node-table.ts";
import { FIELD_NAMES } from "../../src/syntax/grammar.generated.ts";
import { parseRecords } from "../../src/syntax/recursive-descent/parse-records.ts";
import { readRecords, withParsedRoot } from "../../src/syntax/parse.ts";
import { SyntaxTree } from "../../src/index.ts";
import { EVERYTHING, randomNumbers, toolchainFiles } from "../source/go-files.ts";

/** The records of the grammar's own parser. */
function grammarRecords(text: string): Uint32Array {
  return withParsedRoot(text, (root) => readRecords(root).records);
}

/** Each node on a line: its depth, field, kind, flags and text. */
function described(records: Uint32Array, text: string): string[] {
  const depths: number[] = [];
  return Array.from({ length: records.length / RECORD }, (_, node) => {
    const [word = 0, start = 0, end = 0, parent = 0, next = 0] = records.subarray(
      node * RECORD,
      (node + 1) * RECORD,
    );
    const depth = node === 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths[node] = depth;
    const field = FIELD_NAMES[((word >>> 16) & 0xff) - 1] ?? "";
    const kind = KINDS[word & 0xffff] ?? "";
    return `${depth} ${field}:${kind} ${word >>> 24} ${start}-${end} ..${next} ${JSON.stringify(text.slice(start, end)).slice(0, 60)}`;
  });
}

/** Returns the parser's judgement of a text; if it is sure, the grammar's own has to agree. */
function outcomeOf(text: string): "read" | "wrong" | "unsure" {
  const records = parseRecords(text);
  if (records === "unsure") return records;
  const expected = grammarRecords(text);
  if (records === "wrong") {
    // For the message of a failure: the text, on one line.
    const isWrong = ((expected[KIND] ?? 0) & HAS_ERROR) !== 0;
    expect([JSON.stringify(text), isWrong]).toEqual([JSON.stringify(text), true]);
    return records;
  }
  if (!Buffer.from(records.buffer).equals(Buffer.from(expected.buffer))) {
    expect(described(records, text)).toEqual(described(expected, text));
  }
  return "read";
}

/** Expressions that look like types, and types that look like expressions. */
const OPERANDS = [
  "f",
  "p.f",
  "p.q.f",
  "f[T]",
  "f[p.T]",
  "f[*T]",
  "f[*p.T]",
  "f[G[T]]",
  "f[G[p.T]]",
  "f[(T)]",
  "f[nil]",
  "f[a.b.c]",
  "f[a+b]",
  "f[1]",
  "f[x.(T)]",
  "f[x[1:2]]",
  "f[g()]",
  "f[[]T]",
  "f[K, V]",
  "p.f[K, p.V]",
  "p.q.f[K, V]",
  "(f[K, p.V])",
  "f[map[K]V]",
  "f[*T, func(), K[V]]",
  "p.f[K, V,]",
  "f[T][U]",
  "f[p.T][U]",
  "f[T][p.U]",
  "f[p.T][p.U]",
  "f[a[b]][c]",
  "f[i][j[k]]",
  "f[a].x[c.d]",
  "g()[p.T]",
  "(f)",
  "(p.T)",
  "(*T)",
  "(*p.T)",
  "(G[T])",
  "(*G[p.T])",
  "(f)[T]",
  "(f)[a.b]",
  "([]T)",
  "(*[]T)",
  "(struct{})",
  "(*interface{ M() })",
  "(chan T)",
  "(<-chan T)",
  "(func())",
  "[]T",
  "[2]T",
  "[...]T",
  "map[K]V",
  "struct{ a, b T }",
  "interface{ M() }",
  "func(a T) U",
  "new",
  "make",
  "x.(T)",
  "-x",
  "*x.y",
  "<-c",
  "a * b",
];

const CONTINUATIONS = [
  "",
  "()",
  "(x)",
  "(x, y)",
  "(x...)",
  "(x,)",
  "([]T)",
  "{}",
  "{1, a: {2}}",
  ".a",
  ".a()",
  "[i]",
  "[i:]",
  "[i:j:k]",
  " + y",
  " /* c */ .a",
  " { return }",
];

const CONTEXTS: readonly (readonly [name: string, context: (code: string) => string])[] = [
  ["outside of functions", (code) => code],
  ["as a value", (code) => `var x = ${code}`],
  ["in a function", (code) => `func _() { ${code} }`],
  ["as an argument", (code) => `var x = g(${code}, ${code})(new(${code}))`],
  ["in a literal", (code) => `var x = []T{${code}, a: ${code}, {${code}}}`],
  ["as a result", (code) => `func _() {\n\treturn ${code}, ${code}\n}`],
  ["as a condition", (code) => `func _() {\n\tif ${code} {\n\t}\n}`],
  [
    "in a type switch",
    (code) => `func _() {\n\tswitch y := ${code}.(type) {\n\tcase ${code}:\n\t}\n}`,
  ],
  ["as the type of a parameter", (code) => `func _(a ${code}, b int) {}`],
  ["as a type", (code) => `type _ ${code}`],
  ["as a field", (code) => `type _ struct {\n\t${code}\n\tx ${code}\n}`],
  ["in an interface", (code) => `type _ interface {\n\t${code}\n\tM(${code}) ${code}\n}`],
  ["as a constraint", (code) => `type G[P ${code}] int`],
];

test.each(CONTEXTS)(
  "what looks like a type is read as the grammar reads it: %s",
  (_, context) => {
    const outcomes = OPERANDS.flatMap((operand) =>
      CONTINUATIONS.map((continuation) =>
        outcomeOf(`package p\n\n${context(operand + continuation)}\n`),
      ),
    );
    expect(outcomes).toContain("read");
  },
);

/** Each of these is read in one way here, and in one that is not Go's by the grammar's parser. */
test.each([
  ["the type of a channel that channels are sent to", "var x chan<- chan int"],
  ["a line end outside of functions that may be none", "x\n(y)"],
  ["an empty statement", "func _() { ; }"],
])("%s are left to the grammar's own parser", (_, code) => {
  expect(parseRecords(`package p\n\n${code}\n`)).toBe("unsure");
});

/** Fifty names, which no other parser than one with a rule for lists can tell from types. */
const MANY = Array.from({ length: 50 }, (_, at) => `x${at}`).join(", ");

test.each([
  ["names before one type", `func _(${MANY} int, y string) (${MANY} int) { return }`, 101],
  ["names before several", `func _(${MANY}, a []int, ${MANY} map[K]V, b ...int) {}`, 102],
  ["types", `func _(${MANY}, []int, ...int) (${MANY}) { return }`, 0],
  ["names of a function's type", `var _ func(${MANY} *p.T)`, 50],
])("many %s are read as Go reads them", (_, code, names) => {
  const text = `package p\n\n${code}\n`;
  expect(outcomeOf(text)).toBe("read");
  const parameters = SyntaxTree.parse(text).nodesOfKind([
    "parameter_declaration",
    "variadic_parameter_declaration",
  ]);
  expect(parameters.flatMap(({ name }) => name ?? [])).toHaveLength(names);
});

test.each([
  "a[i][b[j]]",
  "a[b.c][d.e]",
  "a.b[c.d][e[f]]",
  "a[b[c.d]]",
  "a[b[c[d]]][e[f]]",
  "a[i][b[j]].c",
  "f(a[i][b[j]])",
])("an index is no type: %s", (code) => {
  const text = `package p\n\nvar x = ${code}\n`;
  expect(outcomeOf(text)).toBe("read");
  expect(kindsIn(text).filter((kind) => kind.includes("type"))).toEqual([]);
});

test.each(["f[A, B]", "f[[]A]", "f[a.B][map[A]B]", "f[A][chan B]"])(
  "what cannot be an index is a type: %s",
  (code) => {
    const text = `package p\n\nvar x = ${code}\n`;
    expect(kindsIn(text)).toContain("type_instantiation_expression");
  },
);

/** Returns the kinds of the nodes of the grammar's own parser. */
function kindsIn(text: string): string[] {
  const records = grammarRecords(text);
  return Array.from(
    { length: records.length / RECORD },
    (_, node) => KINDS[(records[node * RECORD + KIND] ?? 0) & 0xffff] ?? "",
  );
}

test.each([
  ["prose", "func _() {\nThis returns the number of files.\n}"],
  ["a call without its end", "func _() { f(1, 2 }"],
  ["a function without a body's end", "func _() {"],
  ["two names for one", "var x y z"],
  ["a parameter without a name beside one that has it", "func _(a int, b) {}"],
  ["a type beside a parameter that has a name", "func _(a int, p.B) {}"],
  ["a list of names that stand for any number of values", "func _(a, b ...int) {}"],
])("%s is wrong for both", (_, code) => {
  expect(outcomeOf(`package p\n\n${code}\n`)).toBe("wrong");
  expect(SyntaxTree.parseValid(`package p\n\n${code}\n`)).toBeNull();
});

test("a text with an error that only the grammar's own parser can tell has no valid tree", () => {
  const unsure = "package p\n\nfunc _(c chan<- chan int) {";
  expect(parseRecords(`${unsure} x y }\n`)).toBe("unsure");
  expect(SyntaxTree.parseValid(`${unsure} x y }\n`)).toBeNull();
  expect(SyntaxTree.parseValid(`${unsure} x() }\n`)?.root.namedChildren).toHaveLength(2);
});

test("a text of all constructs is read here", () => {
  expect(outcomeOf(EVERYTHING)).toBe("read");
});

test("nesting without end is left to the grammar's own parser", () => {
  const nested = `package p\n\nvar x = ${"(".repeat(100_000)}1${")".repeat(100_000)}\n`;
  expect(parseRecords(nested)).toBe("unsure");
});

test("nor is the end of endless arguments looked for at each level", () => {
  const calls = `package p\n\nvar x = ${"f[T](".repeat(20_000)}1${")".repeat(20_000)}\n`;
  expect(parseRecords(calls)).toBe("unsure");
  const argument = `package p\n\nvar x = f[T](func() { ${"g(); ".repeat(20_000)} })\n`;
  expect(parseRecords(argument)).toBe("unsure");
});

const files = toolchainFiles(150);

(files.length > 0 ? test : test.skip)(
  "nearly all files of the Go toolchain are read here",
  () => {
    const unread = files.filter(({ text }) => outcomeOf(text) !== "read");
    expect(unread.length).toBeLessThan(files.length / 20);
  },
);

const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|[<>&]{2}\^?=?|[-+|&]{2}|<-|[-=!<>:+*/%&|^]=|\.{3}|\s+|./gsu;

const MORE_TOKENS =
  "( ) [ ] { } , ; : . ... * & <- ~ + - ! = := == ++ -- | && \n x T p.T [] func struct{} interface{} chan map[K]V type var const if else for range switch case default select return go defer goto break fallthrough import package nil iota new make 1 1.5 2i 'a' \"s\" `r` x.(type) x.(T) f(x) T{} [x] [a.b] (T) L: _"
    .split(" ")
    .concat(["/* c */", "// c\n", "/* a\nb */"]);

/** A text with some of its tokens changed at random. */
function withChangedTokens(text: string, random: () => number): string {
  const tokens: string[] = text.match(TOKEN) ?? [];
  const any = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? "";
  for (let changes = 1 + random() * 3; changes >= 1; changes -= 1) {
    const at = Math.floor(random() * tokens.length);
    const removed = random() < 0.6 ? 1 : 0;
    const added = random() < 0.75 ? [" ", any(random() < 0.5 ? tokens : MORE_TOKENS), " "] : [];
    tokens.splice(at, removed, ...added);
  }
  return tokens.join("");
}

test.each([
  ["a string", (character: string) => `var x = "a${character}b"`],
  ["a raw string", (character: string) => `var x = \`${character}b\``],
  ["a rune", (character: string) => `var x = '${character}'`],
  ["a comment", (character: string) => `var x int // ${character} b\nvar y int`],
  ["a general comment", (character: string) => `var x /* ${character} */ int`],
  ["a name", (character: string) => `var x${character}y int`],
  ["blanks", (character: string) => `var x${character}int${character}\n${character}var y int`],
])("any character is read in %s as the grammar reads it", (_, around) => {
  const ascii = Array.from({ length: 0xa1 }, (__, code) => String.fromCharCode(code));
  const others = [
    "é",
    "世",
    "٣",
    "²",
    "\u2028",
    "\u3000",
    "\uFEFF",
    "💥",
    "𝒳",
    "\uD83D",
    "\uDE00",
  ];
  for (const character of [...ascii, ...others])
    outcomeOf(`package p\n\n${around(character)}\n`);
  expect(outcomeOf(`package p\n\n${around(" ")}\n`)).not.toBe("unsure");
});

/** The declarations of a text, each a text of its own. */
function declarationsOf(text: string): string[] {
  return text.split(/\n(?=(?:func|type|var|const|import)\b)/u).slice(1);
}

/** `TEXTS=100000 npx jest tests/syntax/recursive-descent` takes more. */
const TEXTS = Number(process.env["TEXTS"] ?? 3000);

test("texts with changed tokens are read as the grammar's own parser reads them", () => {
  const random = randomNumbers(20);
  const declarations = [EVERYTHING, ...files.map(({ text }) => text)]
    .flatMap(declarationsOf)
    .filter(({ length }) => length < 1500);
  const outcomes = Array.from({ length: TEXTS }, () => {
    const code = declarations[Math.floor(random() * declarations.length)] ?? "";
    const changed = withChangedTokens(code, random);
    // Every second time what is inside alone: the grammar allows statements anywhere.
    const piece = random() < 0.5 ? changed : changed.split("\n").slice(1, -1).join("\n");
    return outcomeOf(`package p\n\n${piece}\n`);
  });
  expect(new Set(outcomes)).toEqual(new Set(["read", "wrong", "unsure"]));
});
