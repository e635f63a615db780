/**
 * Runs rules that do what no rule should, and lints source that nobody writes.
 *
 *   node tools/faults/hostile.mjs
 */
import { newProject, OLD, row, run } from "./lib/project.mjs";

const oneLine = ({ status, stderr }) =>
  `${status}: ${stderr.split("\n").slice(0, 2).join(" / ").slice(0, 300)}`;

/** The bodies of `create`; each has `context`. */
const RULES = {
  throws: 'return { call_expression() { throw new Error("no luck"); } };',
  "throws nothing": "return { call_expression() { throw undefined; } };",
  loops: "return { call_expression() { for (;;); } };",
  "loops in a pattern":
    'return { call_expression() { /^(a+)+$/.test("a".repeat(50) + "b"); } };',
  "returns a string": 'return "nonsense";',
  "returns a number": "return 5;",
  "returns a promise": "return Promise.resolve({});",
  "listens with a number": "return { call_expression: 5 };",
  "listens to nonsense": 'return { "call_expression >": () => {} };',
  "reports nothing": "return { call_expression() { context.report(); } };",
  "reports nonsense": "return { call_expression(node) { context.report({ node }); } };",
  "reports outside":
    'return { call_expression() { context.report({ loc: { line: -5, column: 1e9 }, message: "x" }); } };',
  "fixes outside":
    'return { call_expression(node) { context.report({ node, message: "x", fix: (f) => f.replaceTextRange([-100, 1e9], "x") }); } };',
  "fixes with overlaps":
    'return { call_expression(node) { context.report({ node, message: "x", fix: (f) => [f.replaceText(node, "x()"), f.remove(node)] }); } };',
  "fixes for ever":
    'return { identifier(node) { context.report({ node, message: "x", fix: (f) => f.insertTextAfter(node, "x") }); } };',
  "reports a million times":
    'return { source_file(node) { for (let at = 0; at < 1e6; at += 1) context.report({ node, message: "x" }); } };',
  leaks:
    "return { call_expression() { for (const all = []; ; ) all.push(new Array(1e6).fill(1)); } };",
  "changes its options": "context.options.push(5); context.settings.x = 5; return {};",
  "changes the node":
    "return { call_expression(node) { node.kind = 'x'; node.range[0] = 1e9; } };",
  "changes the source": "context.sourceCode.text = 'x'; return {};",
  "ends the process": "process.exit(0);",
  "rejects later":
    "return { async call_expression() { await null; throw new Error('late'); } };",
  prints: "return { source_file() { console.log('noise'); } };",
};

/** The right outcomes other than to be named, to exit with 2 and to find what another rule finds. */
const HARMLESS = new Set([
  "reports a million times",
  "reports outside",
  "fixes with overlaps",
  "changes its options",
  "changes the node",
  "changes the source",
  "prints",
]);

const configOf = (body) => `
import { base } from "./base.config.mjs";
const bad = {
  meta: { schema: [], fixable: "code" },
  create(context) { ${body} },
};
export default [
  base,
  { files: ["**/*.go"], plugins: { bad: { rules: { bad } } }, rules: { "bad/bad": "error" } },
];`;

for (const [name, body] of Object.entries(RULES)) {
  const project = newProject(configOf(body));
  project.write("a.go", "package p\n\nfunc f() {\n\tfoo()\n}\n");
  project.write("b.go", "package p\n\nfunc g() {\n\tfoo()\n}\n");
  const outcome = await run(project.directory, ["--fix-dry-run", "--rule-timeout", "1"]);
  const rest = await run(project.directory, ["--rule-timeout", "1", "--format", "json"]);
  const others = rest.stdout.match(/"ruleId":"demo\/fix"/gu)?.length ?? 0;
  const isNamed = outcome.status === 2 && outcome.stderr !== "";
  const expected = name === "ends the process" ? 0 : 2;
  const isRight = (HARMLESS.has(name) || isNamed) && others === expected;
  row(`a rule that ${name}`, isRight, `${oneLine(outcome)}; ${others} other findings`);
  project.remove();
}

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
const scripts = ["日本", "имя", "الاسم", "नाम", "ชื่อ", "𝒳", "é", "e\u0301", "ｆｏｏ", "ß", "İ"];

/** Go files, and whether a call of `foo` in them has to be found. */
const SOURCES = {
  "50 MB in one line": [`package p; func f() { foo(); _ = "${"x".repeat(50e6)}" }\n`, true],
  "50 MB of calls in one line": [`package p; func f() { ${"g(); ".repeat(1e7)} }\n`, false],
  "200,000 nested blocks": [
    `package p\n\nfunc f() { foo(); ${"{".repeat(200_000)}${"}".repeat(200_000)} }\n`,
    true,
  ],
  "200,000 open parentheses": [`package p\n\nvar x = foo() + ${"(".repeat(200_000)}`, true],
  "every byte value": [
    Buffer.concat([Buffer.from("package p\n\nvar x = foo()\n"), everyByte]),
    true,
  ],
  "every byte value in a string": [
    Buffer.concat([
      Buffer.from("package p\n\nvar x = foo()\nvar y = `"),
      everyByte,
      Buffer.from("`\n"),
    ]),
    true,
  ],
  "names in all scripts": [
    `package p\n\n${scripts.map((name) => `func f${name}(${name} int) { foo() }\n`).join("\n")}`,
    true,
  ],
  "only NUL bytes": [Buffer.alloc(100_000), false],
  "half of a surrogate pair": [
    Buffer.from('package p\n\nvar x = foo("\xed\xa0\x80")\n', "latin1"),
    true,
  ],
};

for (const [name, [text, hasCall]] of Object.entries(SOURCES)) {
  const project = newProject();
  project.write("a.go", text);
  const started = performance.now();
  const outcome = await run(project.directory, ["--fix-dry-run"]);
  const time = ((performance.now() - started) / 1000).toFixed(1);
  const plain = await run(project.directory, []);
  const isFound = plain.stdout.includes("Do not use foo.") || !hasCall;
  const isCrash =
    ![0, 1, 2].includes(outcome.status) || outcome.stderr.includes("This is a bug");
  row(name, isFound && !isCrash, `${time} s; ${oneLine(outcome)}`);
  project.remove();
}

const project = newProject();
const names = [
  "new\nline.go",
  "\u001b[2J.go",
  "tab\t.go",
  " .go",
  "'.go",
  '".go',
  "$(x).go",
  "-x.go",
];
for (const name of names) project.write(name, OLD);
const fixed = await run(project.directory, ["--fix"]);
const left = names.filter((name) => project.read(name) === OLD).length;
row("names of files that shells and terminals take for something", left === 0, oneLine(fixed));
project.remove();
